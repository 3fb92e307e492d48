import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { environment, giar } from './giar.ts';
import { folderWith } from './records.ts';

const scripts = {
  bash: giar(['completion', 'bash']).out,
  zsh: giar(['completion', 'zsh']).out,
  fish: giar(['completion', 'fish']).out,
  'zh.zsh': giar(['completion', 'zsh', '--lang', 'zh']).out,
  'zh.fish': giar(['completion', 'fish', '--lang', 'zh']).out,
};
const cwd = folderWith({ ...scripts, '年 报.docx': '', 'year.json': '', "it's.json": '' });

function runIn(shell: string, args: readonly string[]) {
  const ran = spawnSync(shell, args, { cwd, env: { ...environment(), HOME: cwd } });
  return { code: ran.status, out: String(ran.stdout ?? ''), err: String(ran.stderr ?? '') };
}

const has = (shell: string): boolean => runIn(shell, ['-c', 'true']).code === 0;

/** What bash offers behind these words, the last of which is being typed. */
function inBash(...words: string[]): string[] {
  const ask = `source ./bash
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_giar
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { out, err, code } = runIn('bash', ['--norc', '-c', ask, 'bash', 'giar', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out.split('\n').filter((line) => line !== '');
}

describe.skipIf(!has('bash'))('completion in bash', () => {
  it('knows the commands', () => {
    expect(inBash('ex')).toEqual(['extract', 'explain']);
    expect(inBash('--v')).toEqual(['--version']);
    expect(inBash('help', 'che')).toEqual(['check']);
    expect(inBash('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });
  it('knows the options of a command and what they may be', () => {
    expect(inBash('check', '--max')).toEqual(['--max-size', '--max-warnings']);
    expect(inBash('check', 'year.json', '--lang', '')).toEqual(['zh', 'en']);
    expect(inBash('template', '--edition', '202')).toEqual(['2021']);
    expect(inBash('diff', '-f', 'j')).toEqual(['json']);
    expect(inBash('check', '--max-warnings', '')).toEqual([]);
    expect(inBash('template', '')).toEqual([]);
  });
  it('knows a value behind =, which bash takes for a word', () => {
    expect(inBash('diff', '--format', '=', '')).toEqual(['terminal', 'json']);
    expect(inBash('diff', '--format', '=')).toEqual(['terminal', 'json']);
    expect(inBash('diff', '--format', '=', 't')).toEqual(['terminal']);
  });
  it('knows every rule', () => {
    expect(inBash('explain', '')).toEqual(rules.map(({ id }) => id));
    expect(inBash('explain', 'prose-')).toEqual(
      rules.map(({ id }) => id).filter((id) => id.startsWith('prose-')),
    );
  });
  it('gives files where a file is wanted, whatever their names are', () => {
    expect(inBash('check', '年').sort()).toEqual(['年 报.docx']);
    expect(inBash('check', '--previous', 'y')).toEqual(['year.json']);
    expect(inBash('diff', 'year.json', 'it')).toEqual(["it's.json"]);
  });
});

describe.skipIf(!has('fish'))('completion in fish', () => {
  const inFish = (line: string, script = 'fish'): string[] => {
    const { out, err } = runIn('fish', ['-c', `source ./${script}; complete -C '${line}'`]);
    expect(err).toBe('');
    return out.split('\n').flatMap((each) => (each === '' ? [] : (each.split('\t')[0] ?? '')));
  };
  it('knows commands, options, their values, rules and files', () => {
    expect(inFish('giar ex')).toEqual(['explain', 'extract']);
    expect(inFish('giar check --max')).toEqual(['--max-size', '--max-warnings']);
    expect(inFish('giar diff --format ')).toEqual(['json', 'terminal']);
    expect(inFish('giar explain roll')).toEqual(['roll-up']);
    expect(inFish('giar check ye')).toEqual(['year.json']);
    expect(inFish('giar ex', 'zh.fish')).toEqual(['explain', 'extract']);
  });
});

describe.skipIf(!has('zsh'))('completion in zsh', () => {
  it.each(['zsh', 'zh.zsh'])('is a script that zsh accepts and registers: %s', (script) => {
    const ask = `autoload -U compinit; compinit -u -d ./dump; source ./${script}; print $_comps[giar]`;
    expect(runIn('zsh', ['-f', '-c', ask])).toEqual({ code: 0, out: '_giar\n', err: '' });
    expect(runIn('zsh', ['-n', script])).toEqual({ code: 0, out: '', err: '' });
  });
});
