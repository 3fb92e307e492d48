import { bindJson } from './binding/documents.ts';
import { editions } from './editions/index.ts';
import { run } from './engine/run.ts';
import { noRuns, withRun } from './engine/summary.ts';
import type { Sentences } from './messages/findings.ts';
import { type Problem, problem } from './model/problem.ts';
import type { Result } from './model/result.ts';
import type { Coverage, Run } from './model/run.ts';
import type { Language } from './model/words.ts';
import { unreadFormat } from './readers/format.ts';
import { jsonSource } from './readers/json.ts';
import { decodeText } from './readers/text.ts';
import { resultOf } from './reporters/result.ts';
import { rules } from './rules/index.ts';
import { version } from './version.ts';

/** How a document is to be checked. */
export interface CheckOptions {
  /** Name of the document in places and messages. */
  readonly source?: string;
  /** Language of the messages; zh unless told. */
  readonly lang?: Language;
}

const nothing = { made: 0, passed: 0, failed: 0, inconclusive: 0 };
const unread: Coverage = {
  cells: { inForm: 0, read: 0, blank: 0, notApplicable: 0, unreadable: 0 },
  checks: nothing,
  queries: nothing,
  claims: { found: 0, tied: 0 },
};

/** The run of a document that no report could be made of. */
export function unreadable(source: string, problems: readonly Problem[]): Run {
  return {
    source,
    report: null,
    verdict: 'not-assessable',
    coverage: unread,
    checks: [],
    findings: [],
    problems,
  };
}

/** A document's text, or what keeps anyone from looking for a report in it. */
function textOf(input: Uint8Array | string, source: string): string | Problem {
  if (typeof input !== 'string') {
    const format = unreadFormat(input);
    if (format !== null) return problem('format-unsupported', { format }, source);
  }
  const text = typeof input === 'string' ? input.replace(/^\ufeff/u, '') : decodeText(input);
  if (text === null) return problem('encoding-unknown', {}, source);
  return text.trim() === '' ? problem('file-empty', {}, source) : text;
}

/**
 * Bytes or text → report → run, for each report in a document.
 * @param firstLine number of the text's first line in its file, from 1
 */
export function runDocument(input: Uint8Array | string, name: string, firstLine = 1): Run[] {
  const text = textOf(input, name);
  if (typeof text !== 'string') return [unreadable(name, [text])];
  const source = jsonSource(name, text, firstLine);
  return bindJson(source, editions).map((bound) =>
    bound.report === null ? unreadable(bound.source, bound.problems) : run(bound.report, rules),
  );
}

const sentencesById = new Map(rules.map((rule) => [rule.id, rule.sentences]));

/** The sentences of the rules. @throws for a rule or variant that no rule file has. */
export const sentences: Sentences = (rule, variant) => {
  const words = sentencesById.get(rule)?.[variant];
  if (words === undefined) throw new Error(`no sentence for ${rule} ${variant}`);
  return words;
};

/** The result of several runs, as `--format json` prints it. */
export function resultOfRuns(runs: readonly Run[], lang: Language): Result {
  return {
    version: 1,
    tool: { name: 'giar', version },
    reports: runs.map((each) => resultOf(each, sentences, lang)),
    summary: runs.reduce(withRun, noRuns),
  };
}

/** JSON has no NaN; written as a text it is a cell that cannot be read, not a blank one. */
function asPrinted(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/**
 * Checks a `report.json` given as text, bytes or a parsed value; an array holds several reports.
 * Bad input is told in the result's `problems`, not thrown.
 * @throws TypeError for a value that JSON cannot hold (a circular one, a bigint)
 */
export function check(input: string | Uint8Array | object, options: CheckOptions = {}): Result {
  const { source = 'report.json', lang = 'zh' } = options;
  const isText = typeof input === 'string' || input instanceof Uint8Array;
  const document = isText ? input : JSON.stringify(input, asPrinted, 2);
  return resultOfRuns(runDocument(document, source), lang);
}
