import { bindJson, type Misfit } from './binding/documents.ts';
import { stencilsFor } from './binding/stencils.ts';
import { editions } from './editions/index.ts';
import { programOf } from './engine/compile.ts';
import { settle } from './engine/policy/settle.ts';
import { withRepairs } from './engine/repairs/index.ts';
import { run } from './engine/run.ts';
import { noRuns, withRun } from './engine/summary.ts';
import type { Sentences } from './messages/findings.ts';
import type { Equation } from './model/equation.ts';
import type { Form } from './model/form.ts';
import type { Policy } from './model/policy.ts';
import { type Problem, problem } from './model/problem.ts';
import type { Report } from './model/report.ts';
import type { Result } from './model/result.ts';
import type { Coverage, Run } from './model/run.ts';
import type { Language } from './model/words.ts';
import { readProse } from './prose/read.ts';
import { jsonSource } from './readers/json.ts';
import { decodeText } from './readers/text.ts';
import { resultOf } from './reporters/result.ts';
import { rules } from './rules/index.ts';
import { version } from './version.ts';

const nothing = { made: 0, passed: 0, failed: 0, inconclusive: 0 };
const unread: Coverage = {
  cells: { inForm: 0, read: 0, blank: 0, notApplicable: 0, unreadable: 0, uncertain: 0 },
  checks: nothing,
  queries: nothing,
  series: nothing,
  claims: { found: 0, tied: 0, checked: 0, leftAlone: 0 },
};

/** The run of a document that no report could be made of. */
export function unreadable(source: string, problems: readonly Problem[]): Run {
  return {
    source,
    report: null,
    verdict: 'not-assessable',
    coverage: unread,
    checks: [],
    compared: null,
    findings: [],
    repairs: [],
    problems,
    notes: [],
  };
}

/** A document's text, or what keeps anyone from looking for a report in it. */
function textOf(input: Uint8Array | string, source: string): string | Problem {
  const text = typeof input === 'string' ? input.replace(/^\ufeff/u, '') : decodeText(input);
  if (text === null) return problem('encoding-unknown', {}, source);
  return text.trim() === '' ? problem('file-empty', {}, source) : text;
}

/** A report with its prose read; one without prose costs nothing. */
function withProse(report: Report, previous: Report | null): Report {
  if (report.passages.length === 0) return report;
  const prose = readProse(report, previous);
  if (prose.isWhole) return { ...report, prose };
  const count = String(prose.figures.length);
  const problems = [...report.problems, problem('prose-too-long', { count }, report.source)];
  return { ...report, prose, problems };
}

/** A report checked, or a record that has still to be diagnosed. */
export type Checked = Run | { readonly source: string; readonly misfit: Misfit };

const stencils = stencilsFor(editions);

/**
 * Bytes or text → report → run, for each report in a document.
 * @param lineNumber where the document is one line of the file: its number, from 1
 * @param previous the report of the year before, by which rates of growth are checked
 */
export function checkDocument(
  input: Uint8Array | string,
  file: string,
  lineNumber: number | null = null,
  previous: Report | null = null,
): Checked[] {
  const name = lineNumber === null ? file : `${file}:${lineNumber}`;
  const bytes = typeof input === 'string' ? null : input;
  const alike = bytes === null ? null : stencils.bind(bytes, { file, lineNumber });
  if (alike !== null) return [run(withProse(alike, previous), rules, previous)];
  const text = textOf(input, name);
  if (typeof text !== 'string') return [unreadable(name, [text])];
  return bindJson(jsonSource(file, text, lineNumber), editions).map((bound, _, { length }) => {
    if ('report' in bound && bytes !== null && length === 1) stencils.learn(bytes, bound.report);
    if ('report' in bound) return run(withProse(bound.report, previous), rules, previous);
    return 'misfit' in bound ? bound : unreadable(bound.source, bound.problems);
  });
}

/** The identities of a form, by which the readings of an unclear document are ranked. */
export function equationsOf(form: Form): readonly Equation[] {
  return programOf(form).standard;
}

/** The run of a report that is read already, with what would mend its findings. */
export function checkedAgain(report: Report, previous: Report | null): Run {
  return repaired(run(report, rules, previous), previous);
}

/** The run of a report, or of a document that none could be made of. */
export function runOf(read: Report | Problem, source: string, previous: Report | null = null): Run {
  return 'code' in read
    ? unreadable(source, [read])
    : run(withProse(read, previous), rules, previous);
}

/**
 * A run with what would mend its findings.
 * @param previous the report of the year before, as the run was made with it
 */
export function repaired(run: Run, previous: Report | null = null): Run {
  return withRepairs(run, rules, previous);
}

/** A run as an organisation takes it. */
export function settled(run: Run, policy: Policy): Run {
  return settle(run, policy, rules);
}

const sentencesById = new Map(rules.map((rule) => [rule.id, rule.sentences]));

/** The sentences of the rules. @throws for a rule or variant that no rule file has. */
export const sentences: Sentences = (rule, variant) => {
  const words = sentencesById.get(rule)?.[variant];
  if (words === undefined) throw new Error(`no sentence for ${rule} ${variant}`);
  return words;
};

/** The result of several runs with their repairs, as `--format json` prints it. */
export function resultOfRuns(runs: readonly Run[], lang: Language): Result {
  return {
    version: 1,
    tool: { name: 'giar', version },
    reports: runs.map((each) => resultOf(repaired(each), sentences, lang)),
    summary: runs.reduce(withRun, noRuns),
  };
}
