import type { Command } from 'commander';
import { reporterNames } from '../../reporters/index.ts';
import { rules } from '../../rules/index.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { type ProgramSpec, specOf } from '../completion/spec.ts';
import { zshScript } from '../completion/zsh.ts';
import { ExitCode, type Shell } from '../shell.ts';

export type ShellName = 'bash' | 'zsh' | 'fish';

const scripts: Readonly<Record<ShellName, (spec: ProgramSpec) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `giar completion bash`: a script that completes commands, options, choices, rules and files. */
export async function completion(
  name: ShellName,
  program: Command,
  shell: Shell,
): Promise<ExitCode> {
  const known = { rule: rules.map(({ id }) => id), format: reporterNames };
  await shell.write(scripts[name](specOf(program, known)));
  return ExitCode.pass;
}
