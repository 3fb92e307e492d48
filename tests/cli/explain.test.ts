import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';

const ids = readdirSync('src/rules')
  .filter((name) => name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/u, ''))
  .sort();
const languages = ['zh', 'en'] as const;

describe('giar rules', () => {
  it.each(languages)('lists every rule with its title in %s', (lang) => {
    const ran = giar(['rules', '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const lines = ran.out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(ids);
    for (const line of lines) expect(/\p{Script=Han}/u.test(line), line).toBe(lang === 'zh');
  });
});

describe('giar explain', () => {
  const sections = {
    zh: ['查什么', '为什么', '依据', '不通过的例子', '通过的例子', '怎样改正'],
    en: ['What', 'Why', 'Clause', 'Failing example', 'Passing example', 'How to mend'],
  };
  it.each(languages.flatMap((lang) => ids.map((id) => ({ lang, id }))))(
    '$id in $lang has every section, and its failing example fails',
    ({ lang, id }) => {
      const ran = giar(['explain', id, '--lang', lang]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      const lines = ran.out.split('\n');
      expect(lines[0]?.startsWith(`${id}  `)).toBe(true);
      expect(lines.filter((line) => /^\S/u.test(line)).slice(1)).toEqual(sections[lang]);
      const marks = lines.filter((line) => /^ {2}[✗✓]/u.test(line)).map((line) => line[2]);
      expect(marks.at(0)).toBe('✗');
      expect(marks.at(-1)).toBe('✓');
    },
  );
  it('names no rule as near to something quite different', () => {
    expect(giar(['explain', 'zzz', '--lang', 'en']).err).not.toContain('did you mean');
  });
  it('names the nearest rule for one that does not exist, and is no defect', () => {
    const ran = giar(['explain', 'colum-balance', '--lang', 'en']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('giar: there is no rule "colum-balance"');
    expect(ran.err).toContain('did you mean column-balance');
    expect(ran.err).toContain(ids.join(', '));
  });
});

describe('giar schema', () => {
  const shipped = (name: string): string[] =>
    readFileSync(`schemas/${name}.schema.json`, 'utf8').trimEnd().split('\n');
  it.each(['2014', '2019', '2021'])('prints the schema of report.json, edition %s', (edition) => {
    const ran = giar(['schema', 'report', '--edition', edition]);
    expectRun(ran, 0, shipped(`report-${edition}`), []);
  });
  it('prints that of the edition in force unless told', () => {
    expectRun(giar(['schema', 'report']), 0, shipped('report-2021'), []);
  });
  it('prints the schema of the result', () => {
    expectRun(giar(['schema', 'result']), 0, shipped('result'), []);
  });
  it('prints the schema of a list of members', () => {
    expectRun(giar(['schema', 'members']), 0, shipped('members'), []);
  });
  it('prints the schema of a comparison', () => {
    expectRun(giar(['schema', 'diff']), 0, shipped('diff'), []);
  });
  it('prints the same in both languages', () => {
    const zh = giar(['schema', 'result', '--lang', 'zh']).out;
    expect(zh).toBe(giar(['schema', 'result', '--lang', 'en']).out);
  });
});
