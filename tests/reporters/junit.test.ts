import { parse, type TestSuite } from 'junit2json';
import { describe, expect, it } from 'vitest';
import { runDocument } from '../../src/check.ts';
import type { Run } from '../../src/model/run.ts';
import { junitReporter } from '../../src/reporters/junit/index.ts';
import { rules } from '../../src/rules/index.ts';
import { failing, passing, pretty, put, undecided, warned } from '../cli/records.ts';
import { laidOut } from '../golden/reported.ts';

/** What a public reader of JUnit XML makes of runs. */
async function suitesOf(runs: readonly Run[]): Promise<TestSuite[]> {
  const read = await parse(await laidOut(junitReporter, runs));
  return read !== null && read !== undefined && 'testsuite' in read ? (read.testsuite ?? []) : [];
}

async function suiteOf(text: string, change = (run: Run): Run => run): Promise<TestSuite> {
  const [suite, ...more] = await suitesOf(runDocument(text, 'report.json').map(change));
  if (suite === undefined || more.length > 0) throw new Error('not one suite');
  return suite;
}

function caseIn({ testcase }: TestSuite, rule: string) {
  return testcase?.find(({ name }) => name?.startsWith(`${rule}: `));
}

describe('JUnit XML', () => {
  it('has a suite for each report, with a case for each rule and one for whether all was checked', async () => {
    const runs = [passing, failing].map(pretty).flatMap((text) => runDocument(text, 'r.json'));
    const suites = await suitesOf(runs);
    expect(suites.map(({ name }) => name)).toEqual([
      '测试市人民政府 · 2025 · r.json',
      '上海市静安区人民政府 · 2020 · r.json',
    ]);
    for (const { testcase } of suites) {
      const names = testcase?.map(({ name }) => name?.split(': ')[0]);
      expect(names).toEqual(['checked completely', ...rules.map(({ id }) => id)]);
    }
  });
  it('counts its cases as they are', async () => {
    for (const record of [passing, failing, warned, undecided, {}]) {
      const { tests, failures, errors, skipped, testcase = [] } = await suiteOf(pretty(record));
      expect({ tests, failures, errors, skipped }).toEqual({
        tests: testcase.length,
        failures: testcase.filter(({ failure }) => failure !== undefined).length,
        errors: testcase.filter(({ error }) => error !== undefined).length,
        skipped: testcase.filter((each) => each.skipped !== undefined).length,
      });
    }
  });
  it('fails the rule of an error, with the sentence of each finding and its place', async () => {
    const suite = await suiteOf(pretty(failing));
    const failed = suite.testcase?.filter(({ failure }) => failure !== undefined);
    expect(failed?.map(({ name }) => name)).toEqual(['column-balance: Each column balances']);
    const [failure] = failed?.[0]?.failure ?? [];
    expect(failure?.message).toBe('3 errors');
    expect(failure?.inner?.split('\n')).toHaveLength(3);
    expect(failure?.inner).toMatch(
      /^Column “natural person”: .* difference −1 \(report\.json:\d+:\d+, /u,
    );
    expect(suite.errors).toBe(0);
  });
  it('passes a rule with a warning, and says it', async () => {
    const suite = await suiteOf(pretty(warned));
    expect([suite.failures, suite.errors]).toEqual([0, 0]);
    expect(caseIn(suite, 'missing-line')?.['system-out']?.join('')).toMatch(
      /^“\(6\) other handling” is one line: .* \(report\.json:219:11, /u,
    );
  });
  it('passes a rule whose only error is waived, and says why', async () => {
    const place = { source: 'giar.waivers.json', at: null, line: 3 };
    const waiver = { reason: 'a merger', by: 'someone', until: '2026-12-31', place };
    const suite = await suiteOf(pretty(failing), (run) => ({
      ...run,
      findings: run.findings.map((finding) => ({ ...finding, waiver })),
    }));
    expect(suite.failures).toBe(0);
    const said = caseIn(suite, 'column-balance')?.['system-out']?.join('');
    expect(said).toContain('waived (someone, until 2026-12-31): a merger');
  });
  it('skips a rule that could not be decided, and is an error where the report is not assessable', async () => {
    const suite = await suiteOf(pretty(undecided));
    expect(caseIn(suite, 'row-total')?.skipped).toEqual([{ message: '1 check inconclusive' }]);
    expect(suite.testcase?.[0]?.error?.[0]?.message).toMatch(/^not assessable/u);
  });
  it('skips a rule that the report has nothing for: another form, no year before, no prose, no members', async () => {
    const suite = await suiteOf(pretty(passing));
    const none = [{ message: 'the report has nothing that this rule could check' }];
    for (const rule of ['list-total', 'carried-over', 'prose-figure', 'roll-up', 'stale-copy'])
      expect(caseIn(suite, rule)?.skipped, rule).toEqual(none);
    const text = { overview: '2025年，新收到政府信息公开申请13829件。' };
    const spoken = await suiteOf(pretty(put(passing, 'text', text)));
    expect(caseIn(spoken, 'prose-figure')?.skipped).toBeUndefined();
  });
  it('of a file that is no report is one case, an error with the problems', async () => {
    const suite = await suiteOf('{');
    expect(suite.testcase).toHaveLength(1);
    expect(suite.testcase?.[0]?.error?.[0]?.inner).toMatch(
      /^report\.json:1:2: .* \[json-syntax\]$/u,
    );
  });
});
