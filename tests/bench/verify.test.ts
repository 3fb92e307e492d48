import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFindings } from '../../scripts/bench/audit/verify.ts';
import { type TruthLine, writeReports } from '../../scripts/bench/audit/write.ts';

let folder = '';
let truths: TruthLine[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giar-verify-'));
  writeReports(folder, { reports: 200, seed: 7, body: 'keyed', slips: true }, true);
  const lines = readFileSync(join(folder, 'truth.ndjson'), 'utf8').split('\n');
  truths = lines.filter((line) => line !== '').map((line): TruthLine => JSON.parse(line));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Findings as an audit writes them, of a file or of its parts. */
function findingOf({ line, file, organ, year, rule, severity, table, row, column }: TruthLine) {
  const source = line % 2 === 0 ? `/some/reports.ndjson:${line}` : `tree/${file}`;
  return { source, organ, year, ruleId: rule, severity, at: { table, row, column } };
}

function compare(findings: readonly object[], rules?: ReadonlySet<string>) {
  const path = join(folder, 'findings.ndjson');
  writeFileSync(path, findings.map((finding) => `${JSON.stringify(finding)}\n`).join(''));
  return compareFindings(path, join(folder, 'truth.ndjson'), rules);
}

describe('comparing findings with the truth', () => {
  it('is content with every seeded error and nothing else', async () => {
    const compared = await compare(truths.map(findingOf));
    expect(compared).toEqual({ expected: truths.length, missed: [], invented: [], misplaced: [] });
  });

  it('names what was not found, and what was found that is not there', async () => {
    const [first, second, ...more] = truths.map(findingOf);
    const wrong = { ...second, ruleId: 'count-cell' };
    const { missed, invented, misplaced } = await compare([wrong, ...more]);
    const key = (finding: typeof first) =>
      [finding?.organ, finding?.year, finding?.ruleId, finding?.severity].join(' ');
    expect(missed.map((name) => name.split(' ').slice(0, 4).join(' '))).toEqual([
      key(first),
      key(second),
    ]);
    expect(invented).toHaveLength(1);
    expect(invented[0]).toContain('count-cell');
    expect(misplaced).toEqual([]);
  });

  it('takes a finding told twice for one that is not there', async () => {
    const findings = truths.map(findingOf);
    const { invented } = await compare([...findings, ...findings.slice(0, 1)]);
    expect(invented).toHaveLength(1);
  });

  it('names a finding about the wrong file', async () => {
    const [first, ...more] = truths.map(findingOf);
    const { misplaced } = await compare([{ ...first, source: 'tree/else/2020.json' }, ...more]);
    expect(misplaced).toHaveLength(1);
  });

  it('looks at the rules that are asked for only', async () => {
    const only = new Set(['row-total']);
    const { expected, missed } = await compare([], only);
    expect(expected).toBe(truths.filter(({ rule }) => rule === 'row-total').length);
    expect(missed).toHaveLength(expected);
  });

  it('finds each report of the tree as its line has it', () => {
    const lines = readFileSync(join(folder, 'reports.ndjson'), 'utf8').split('\n');
    for (const { line, file } of truths) {
      expect(readFileSync(join(folder, 'tree', file), 'utf8')).toBe(`${lines[line - 1]}\n`);
    }
  });
});
