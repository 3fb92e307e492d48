import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import { checkDocument, sentences } from '../../src/pipeline.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import type { ReporterContext } from '../../src/reporters/reporter.ts';
import { terminalReporter } from '../../src/reporters/terminal/index.ts';
import { rules } from '../../src/rules/index.ts';
import { hostile } from '../support/hostile.ts';
import { figures } from '../support/sentence.ts';

const context: ReporterContext = {
  lang: 'zh',
  sentences,
  rules,
  severityOf: () => 'error',
  version: '0',
  width: 80,
  isColored: false,
  detail: 'verbose',
};

function runOf(text: string) {
  const record = exampleRecord({ edition: '2021', year: 2023, cells: {}, text });
  const [run] = checkDocument(JSON.stringify(record), 'report.json');
  if (run === undefined || 'misfit' in run) throw new Error('no report');
  return run;
}

describe('hostile prose', () => {
  it('of twice the length takes at most twice the steps', () => {
    const program = fileURLToPath(new URL('../support/operations.ts', import.meta.url));
    const printed = execFileSync(process.execPath, ['--import', 'tsx', program, '6000'], {
      encoding: 'utf8',
      maxBuffer: 1e7,
      // What measures the tests must not measure this program too.
      env: { ...process.env, NODE_V8_COVERAGE: '' },
    });
    const counts: Record<string, [number, number]> = JSON.parse(printed);
    expect(Object.keys(counts)).toEqual(Object.keys(hostile));
    const slow = Object.entries(counts).filter(([, [once, twice]]) => twice > 2.3 * once);
    expect(slow).toEqual([]);
  });

  it.each([
    ['5 MB without a mark', '政府信息公开工作'.repeat(210_000)],
    ['5 MB in lines', '政府信息公开工作\n'.repeat(200_000)],
    ['5 MB of sentences', '积极推进政务公开工作有序开展。'.repeat(110_000)],
  ])('of %s is read to its end', (_, text) => {
    const { report, verdict } = runOf(`${text}。2023年受理政府信息公开申请7件。`);
    expect(verdict).toBe('pass');
    expect(report?.prose?.figures.map(({ printed }) => printed)).toEqual(['7']);
  });

  it('of 40,000 figures in one sentence is read to its end', () => {
    expect(figures('申请3件，'.repeat(40_000)).length).toBe(40_000);
  });

  it.each([
    ['one sentence', '，'],
    ['many sentences', '。'],
  ])('of far too many figures in %s is read so far, and that is told', (_, end) => {
    const { coverage, problems, verdict } = runOf(`植树3棵、3件${end}`.repeat(100_000));
    expect(coverage.claims.found).toBe(50_000);
    expect(verdict).toBe('not-assessable');
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['prose-too-long', { count: '50000' }],
    ]);
  });

  it.each([
    ['brackets the wrong way round', '）（'],
    ['brackets that do not close', '（'.repeat(5000)],
    ['figures in brackets that do not close', '（3件'.repeat(5000)],
    ['titles the wrong way round', '》《'],
    ['colons', '：：：'],
    ['lists of nothing', '其中：其中（其中'],
  ])('such as %s is no reason to stop', (_, text) => {
    const { problems, report } = runOf(`${text}。2023年植树7棵、7件。`);
    expect(problems).toEqual([]);
    expect(report?.prose?.figures.at(-1)?.printed).toBe('7');
  });

  it('cannot speak to the terminal', async () => {
    const hidden = '\u001b]0;x\u0007\u202e\u009b31m';
    const run = runOf(`2023年受理政府信息公开申请7件${hidden}。`);
    expect(run.findings.map(({ rule }) => rule)).toEqual(['prose-figure']);
    for (const reporter of [terminalReporter, jsonReporter]) {
      const shown = await reporter.report(run, context, 0);
      expect(shown).toContain('\\u001b');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/u);
    }
  });
});
