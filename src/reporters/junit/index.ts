import { brief } from '../../messages/visible.ts';
import type { ResultReport } from '../../model/result.ts';
import type { Run } from '../../model/run.ts';
import type { Reporter, ReporterContext } from '../reporter.ts';
import { resultOf } from '../result.ts';
import { verdictText } from '../verdict.ts';
import { assessableCase, type Case, caseOf } from './cases.ts';
import { element, textElement } from './xml.ts';

const elements = { failed: 'failure', errored: 'error', skipped: 'skipped' } as const;

function caseElement({ name, outcome, message, lines, said }: Case, source: string): string {
  const content = [
    ...(outcome === 'passed'
      ? []
      : [textElement(elements[outcome], { message, ...typeOf(outcome) }, lines)]),
    ...(said.length === 0 ? [] : [textElement('system-out', {}, said)]),
  ];
  return element('testcase', { name, classname: source, time: 0 }, content);
}

/** What a failure is called; something that was skipped has no type. */
function typeOf(outcome: Case['outcome']): Record<string, string> {
  return outcome === 'failed'
    ? { type: 'finding' }
    : outcome === 'errored'
      ? { type: 'problem' }
      : {};
}

function casesOf(run: Run, told: ResultReport, { rules, lang }: ReporterContext): Case[] {
  const { report } = run;
  const own = report === null ? [] : rules.map((rule) => caseOf(rule, report, run, told, lang));
  return [assessableCase(run, told, verdictText(run, lang), lang), ...own];
}

function suite(run: Run, context: ReporterContext, index: number): string {
  const told = resultOf(run, context.sentences, context.lang);
  const cases = casesOf(run, told, context);
  const count = (outcome: Case['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length;
  const names = [told.organ, told.year, run.source].filter((name) => name !== null);
  const attributes = {
    name: names.map((name) => brief(String(name))).join(' · '),
    tests: cases.length,
    failures: count('failed'),
    errors: count('errored'),
    skipped: count('skipped'),
    time: 0,
    id: index,
  };
  return element(
    'testsuite',
    attributes,
    cases.map((each) => caseElement(each, run.source)),
  );
}

/** JUnit XML, as build servers read it: a suite for each report, a case for each rule. */
export const junitReporter: Reporter = {
  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="giar">\n',
  report: async (run, context, index) => `${suite(run, context, index)}\n`,
  close: async () => '</testsuites>\n',
};
