import { bindJson, type Misfit } from './binding/documents.ts';
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

/** Control characters that no text begins with; what looks like JSON is left to its reader. */
function isBinary(text: string): boolean {
  if (text.startsWith('{') || text.startsWith('[')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\u0000-\u0008\u000e-\u001a]/u.test(text.slice(0, 1000));
}

/** A document's text, or what keeps anyone from looking for a report in it. */
function textOf(input: Uint8Array | string, source: string): string | Problem {
  if (typeof input !== 'string') {
    const format = unreadFormat(input);
    if (format !== null) return problem('format-unsupported', { format }, source);
  }
  const text = typeof input === 'string' ? input.replace(/^\ufeff/u, '') : decodeText(input);
  if (text === null || isBinary(text)) return problem('encoding-unknown', {}, source);
  return text.trim() === '' ? problem('file-empty', {}, source) : text;
}

/** A report checked, or a record that has still to be diagnosed. */
export type Checked = Run | { readonly source: string; readonly misfit: Misfit };

/**
 * Bytes or text → report → run, for each report in a document.
 * @param lineNumber where the document is one line of the file: its number, from 1
 */
export function checkDocument(
  input: Uint8Array | string,
  file: string,
  lineNumber: number | null = null,
): Checked[] {
  const name = lineNumber === null ? file : `${file}:${lineNumber}`;
  const text = textOf(input, name);
  if (typeof text !== 'string') return [unreadable(name, [text])];
  return bindJson(jsonSource(file, text, lineNumber), editions).map((bound) => {
    if ('report' in bound) return run(bound.report, rules);
    return 'misfit' in bound ? bound : unreadable(bound.source, bound.problems);
  });
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
