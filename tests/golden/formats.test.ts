import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.ts';
import { reporterFor } from '../../src/reporters/index.ts';
import { passing, undecided, warned } from '../cli/records.ts';
import { laidOut, runsOf } from './reported.ts';
import { jingan } from './reports.ts';

/** The last finding of a run accepted. */
function waived(run: Run): Run {
  const waiver = {
    reason: '两次公布之间口径有变',
    by: '信息公开科',
    until: '2026-12-31',
    place: { source: 'giar.waivers.json', at: null, line: 12 },
  };
  const findings = run.findings.map((finding, i) =>
    i === run.findings.length - 1 ? { ...finding, waiver } : finding,
  );
  return { ...run, findings };
}

const prose = { overview: '2020年，新收到政府信息公开申请2223件，其中自然人2109件。' };
const files = {
  '合格.json': passing,
  '提示.json': warned,
  '静安 2020.json': { ...jingan, text: prose },
  '未定.json': undecided,
  '坏.json': {},
};

describe('a pass, a warning, a fail with a waived finding, an undecided and a broken report', () => {
  it.each([
    ['sarif', 'en', 'report.sarif'],
    ['junit', 'en', 'report.junit.xml'],
    ['github', 'zh', 'report.github.txt'],
    ['markdown', 'zh', 'report.zh.md'],
    ['markdown', 'en', 'report.en.md'],
    ['csv', 'zh', 'report.csv'],
    ['ndjson', 'en', 'report.ndjson'],
  ] as const)('are written as %s in %s as in the golden file', async (name, lang, file) => {
    const text = await laidOut(await reporterFor(name), runsOf(files).map(waived), lang);
    await expect(text).toMatchFileSnapshot(`formats/${file}`);
  });
});
