import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, passing, pretty } from './records.ts';

const good = pretty(passing);
const cwd = folderWith({ 'b.json': good, 'a.json': good, 'a[1].json': good, 'c.txt': good });
mkdirSync(join(cwd, 'deep', 'er'), { recursive: true });
writeFileSync(join(cwd, 'deep', 'er', 'd.json'), good);

const check = (...args: string[]) => giar(['check', ...args, '-q', '--lang', 'en'], { cwd });
const summary = (pass: number, undone: number): string =>
  `${pass + undone} reports: ${pass} pass, 0 fail, ${undone} not assessable; 0 errors, 0 warnings`;

describe('a quoted pattern', () => {
  it('stands for the files it matches, in the order of their names', () => {
    const files = ['a.json', 'a[1].json', 'b.json'].map((name) => `✓ ${name}: pass`);
    expectRun(check('*.json'), 0, [...files, summary(3, 0)], []);
  });
  it('reaches into folders with **', () => {
    expectRun(check('deep/**/*.json'), 0, ['✓ deep/er/d.json: pass'], []);
  });
  it('does not check again a file that was named before', () => {
    const files = ['✓ b.json: pass', '✓ a.json: pass'];
    expectRun(check('b.json', '[ab].json'), 0, [...files, summary(2, 0)], []);
  });
  it('is a name where a file has that name', () => {
    expectRun(check('a[1].json'), 0, ['✓ a[1].json: pass'], []);
  });
  it('without a match is told, exit 2, and the others are checked in their order', () => {
    expectRun(
      check('*.none', 'a.json'),
      2,
      ['? *.none: not assessable, which is not a pass', '✓ a.json: pass', summary(1, 1)],
      ['*.none: no file matches this pattern'],
    );
  });
  it('without a match is told in Chinese', () => {
    const ran = giar(['check', '*.none', '--lang', 'zh'], { cwd });
    expectRun(ran, 2, ['? *.none: 无法评定，不能视为通过'], ['*.none: 没有符合这一写法的文件']);
  });
});
