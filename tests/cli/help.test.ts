import { readFileSync } from 'node:fs';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';

const commands = ['check', 'rollup', 'rules', 'explain', 'schema'];
const languages = ['zh', 'en'] as const;
const words = {
  zh: { usage: '用法', options: '选项', examples: '例子', exit: '退出码' },
  en: { usage: 'Usage', options: 'Options', examples: 'Examples', exit: 'Exit codes' },
};
const cases = languages.flatMap((lang) => commands.map((command) => ({ lang, command })));
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the help', () => {
  it.each(languages)('of the program in %s names every command and the exit codes', (lang) => {
    const ran = giar(['--help', '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { usage, options, examples, exit } = words[lang];
    for (const heading of [`${usage}: giar`, `${options}:`, `${examples}:`, exit]) {
      expect(ran.out).toContain(heading);
    }
    for (const command of commands) expect(ran.out).toMatch(new RegExp(`^ {2}${command} `, 'mu'));
  });
  it('names in Chinese what is to be written', () => {
    const { out } = giar(['check', '--help', '--lang', 'zh'], { env: { COLUMNS: '120' } });
    expect(out).toContain('用法: giar check [选项] <文件...>\n');
    expect(out).toContain('-f, --format <格式>');
    expect(out).not.toMatch(/[<[](?:options|files|format|n|name|year|name=number)[.\]>]/u);
    expect(giar(['--help', '--lang', 'zh']).out).toContain('explain [选项] <规则>');
  });
  it.each(cases)(
    'of $command in $lang has examples that begin with the command',
    ({ lang, command }) => {
      const ran = giar([command, '--help', '--lang', lang]);
      const { usage, options, examples } = words[lang];
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out.startsWith(`${usage}: giar ${command}`)).toBe(true);
      expect(ran.out).toContain(`\n${options}:\n`);
      const lines = ran.out
        .slice(ran.out.indexOf(`\n${examples}:\n`))
        .split('\n')
        .slice(2);
      const shown = lines.filter((line) => line.startsWith('  '));
      expect(shown.length).toBeGreaterThan(0);
      for (const line of shown) expect(line).toContain(`giar ${command}`);
    },
  );
  it.each(cases)(
    'of $command in $lang has every option with a description in that language',
    ({ lang, command }) => {
      const { out } = giar([command, '--help', '--lang', lang], { env: { COLUMNS: '200' } });
      const described = out.split('\n').filter((line) => /^ {2}-/u.test(line));
      expect(described.length).toBeGreaterThan(1);
      for (const line of described) {
        const description = line.trim().split(/ {2,}/u)[1] ?? '';
        expect(/\p{Script=Han}/u.test(description), line).toBe(lang === 'zh');
      }
    },
  );
  it.each([...cases, { lang: 'zh', command: 'help' }, { lang: 'en', command: 'help' }])(
    'of $command in $lang is no wider than 80 columns',
    ({ lang, command }) => {
      const { out } = giar([command, '--help', '--lang', lang], { env: { COLUMNS: '80' } });
      expect(out).not.toBe('');
      expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
    },
  );
  it.each(cases)('of $command in $lang is the same by giar help', ({ lang, command }) => {
    const { out } = giar(['help', command, '--lang', lang]);
    expect(out).toBe(giar([command, '-h', '--lang', lang]).out);
  });
  it('of a command that does not exist is a usage error that names it', () => {
    const ran = giar(['help', 'nope', '--lang', 'en']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('nope');
  });
  it('has no colours in a pipe', () => {
    expect(giar(['--help']).bytes.includes('\u001b')).toBe(false);
  });
});

describe('the version', () => {
  it.each(['--version', '-V'])('is printed by %s', (flag) => {
    expectRun(giar([flag]), 0, [version], []);
  });
});
