import { Argument, type Command } from 'commander';
import type { ShellName } from '../commands/completion.ts';
import type { Kit } from './kit.ts';

const shells: readonly ShellName[] = ['bash', 'zsh', 'fish'];
const examples = [
  'source <(giar completion bash)',
  'giar completion fish > ~/.config/fish/completions/giar.fish',
] as const;

export function declareCompletion(program: Command, { shell, done, prepare }: Kit): void {
  const { texts } = shell;
  prepare(program.command('completion'), examples)
    .description(texts.completion)
    .addArgument(new Argument('<shell>', texts.completionShell).choices(shells))
    .action(async (name: ShellName) => {
      const { completion } = await import('../commands/completion.ts');
      done(await completion(name, program, shell));
    });
}
