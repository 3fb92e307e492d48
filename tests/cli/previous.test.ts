import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import { giar } from './giar.ts';
import { folderWith, pretty } from './records.ts';

function record(year: number, received: number, text?: string) {
  const lines = ['newlyReceived', 'handled.granted', 'handled.total'];
  const cells = lines.flatMap((line) =>
    ['naturalPerson', 'total'].map((column) => [`requests.${line}.${column}`, received] as const),
  );
  const example = { edition: '2021', year, cells: Object.fromEntries(cells) };
  return pretty(exampleRecord(text === undefined ? example : { ...example, text }));
}

// Of 42 it would be right, and so it is possible; last year there were 40.
const said = '2024年共收到政府信息公开申请52件，比上年增长23.8%。';
const cwd = folderWith({
  'this.json': record(2024, 52, said),
  'last.json': record(2023, 40),
  'earlier.json': record(2022, 40),
});
const check = (...args: string[]) => giar(['check', 'this.json', '--lang', 'en', ...args], { cwd });

describe('last year’s report', () => {
  it('is not needed for a rate that some whole number gives', () => {
    expect(check().code).toBe(0);
  });

  it('shows a rate that is possible and wrong', () => {
    const ran = check('--previous', 'last.json');
    expect(ran.code).toBe(1);
    expect(ran.out.replace(/\s+/gu, ' ')).toContain('from 40 to 52');
    expect(ran.out.replace(/\s+/gu, ' ')).toContain('it is 30.0 %, not 23.8%');
  });

  it('counts only if it is of the year before, and another one is no pass', () => {
    const ran = check('--previous', 'earlier.json');
    expect(ran.code).toBe(2);
    expect(ran.out.replace(/\s+/gu, ' ')).toContain('that of 2022, and this one is that of 2024');
  });

  it('that cannot be read is told, and nothing is checked', () => {
    const ran = check('--previous', 'none.json');
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toContain('none.json');
  });
});
