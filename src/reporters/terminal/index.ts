import { wrapAnsi } from 'fast-wrap-ansi';
import { checkText, findingText } from '../../messages/findings.ts';
import { labelText } from '../../messages/names.ts';
import { placesText } from '../../messages/places.ts';
import { placedProblem } from '../../messages/problems.ts';
import { groupTexts, pointerText } from '../../messages/repairs.ts';
import { brief, visible } from '../../messages/visible.ts';
import { CellKind, isUnknown } from '../../model/cell.ts';
import type { Place } from '../../model/document.ts';
import { isWarning, type Problem } from '../../model/problem.ts';
import { kindOf, type Report } from '../../model/report.ts';
import type { Check, Finding, Run, Verdict } from '../../model/run.ts';
import type { Reporter, ReporterContext } from '../reporter.ts';
import { verdictText } from '../verdict.ts';
import { excerpts } from './layout.ts';
import { hanging, painter } from './paint.ts';
import { everySentence } from './prose.ts';
import { texts } from './texts.ts';
import { waiverText } from './waivers.ts';

const signs = { error: '✗', warning: '!', pass: '✓', inconclusive: '?', waived: '○' } as const;

function headline(run: Run, context: ReporterContext): string {
  const { report } = run;
  const t = texts[context.lang];
  const parts =
    report === null
      ? [visible(run.source)]
      : [
          report.organ === null ? t.noOrgan : brief(report.organ),
          ...(report.year === null ? [] : [t.year(report.year)]),
          report.form.edition[context.lang],
          visible(run.source),
        ];
  return `${painter(context).bold(parts.join(' · '))}\n`;
}

function saidAt({ claim }: Finding): Place | null {
  return claim === null ? null : claim.figure.sentence.placeAt(claim.figure.start);
}

/** What would mend it, below the first of the findings that it mends together; below the others that it is told there. */
function repairLines(finding: Finding, { report, repairs }: Run, context: ReporterContext): string {
  const own = repairs.find(({ findings }) => findings.includes(finding));
  if (own === undefined || report === null) return '';
  const paint = painter(context);
  const isFirst = own.findings[0] === finding;
  const { lang } = context;
  return (isFirst ? groupTexts(report, own, lang) : [pointerText(report, own, lang)])
    .map((text) => hanging(' ', text, context.width))
    .map((lines) => lines.replaceAll(/\S[^\n]*/gu, (line) => paint.cyan(line)))
    .join('');
}

function findingLine(report: Report, finding: Finding, run: Run, context: ReporterContext): string {
  const told = saidOf(report, finding, context);
  return told + repairLines(finding, run, context);
}

function saidOf(report: Report, finding: Finding, context: ReporterContext): string {
  const paint = painter(context);
  const sign = signs[finding.waiver === null ? finding.severity : 'waived'];
  const color =
    paint[finding.waiver !== null ? 'dim' : finding.severity === 'error' ? 'red' : 'yellow'];
  const within = finding.across ?? report;
  const text = findingText(within, finding, context.sentences, context.lang);
  const sentence = hanging(color(sign), `${text} ${paint.dim(`[${finding.rule}]`)}`, context.width);
  const line =
    finding.waiver === null
      ? sentence
      : sentence + hanging(' ', waiverText(finding.waiver, context.lang), context.width);
  const cells = finding.cells.filter((cell) => kindOf(within, cell) !== CellKind.absent);
  const said = saidAt(finding);
  if (cells.length === 0 && said === null) return line;
  // Of a finding about the prose the sentence is the place to go to.
  return (
    line + whereLine(said === null ? cells.map((cell) => within.place(cell)) : [said], context)
  );
}

function whereLine(places: readonly Place[], context: ReporterContext): string {
  const where = `${texts[context.lang].where}${placesText(places, context.lang)}`;
  return hanging(' ', where, context.width)
    .split('\n')
    .map((each) => (each === '' ? '' : painter(context).dim(each)))
    .join('\n');
}

/** The findings of one table below the lines and columns they concern. */
async function tableSection(
  report: Report,
  table: string | null,
  run: Run,
  context: ReporterContext,
): Promise<string> {
  const found = run.findings.filter(
    ({ claim, across, at }) => claim === null && across === null && at.table === table,
  );
  if (found.length === 0) return '';
  const sentences = found.map((finding) => findingLine(report, finding, run, context)).join('');
  const label = report.form.edition.tables.find((t) => t.id === table);
  if (label === undefined) return `\n${sentences}`;
  const { tableText } = await import('./table.ts');
  const pictures = excerpts(report, found, context.detail === 'verbose').map(
    (excerpt) =>
      `${tableText(report, excerpt, context.width, context.lang, painter(context))}\n` +
      (excerpt.hidden === 0 ? '' : `  ${texts[context.lang].hidden(excerpt.hidden)}\n`),
  );
  return `\n${labelText(label, context.lang)}\n${pictures.join('')}${sentences}`;
}

/** What the prose says against the tables and against itself. */
function proseSection(report: Report, run: Run, context: ReporterContext): string {
  const found = run.findings.filter((finding) => finding.claim !== null);
  if (found.length === 0) return '';
  const lines = found.map((finding) => findingLine(report, finding, run, context));
  return `\n${texts[context.lang].proseTitle}\n${lines.join('')}`;
}

/** What the year before says to this one. */
function seriesSection(report: Report, run: Run, context: ReporterContext): string {
  const found = run.findings.filter((finding) => finding.across !== null);
  if (found.length === 0) return '';
  const lines = found.map((finding) => findingLine(report, finding, run, context));
  return `\n${texts[context.lang].seriesTitle}\n${lines.join('')}`;
}

/** A check with the report, or the reports seen as one, that its cells belong to. */
interface Placed {
  readonly within: Report;
  readonly check: Check;
}

function placedChecks(report: Report, { checks, compared }: Run): Placed[] {
  const own = checks.map((check) => ({ within: report, check }));
  if (compared === null) return own;
  return [...own, ...compared.checks.map((check) => ({ within: compared.joint, check }))];
}

function checkLine({ within, check }: Placed, context: ReporterContext): string {
  const paint = painter(context);
  const { outcome, equation } = check;
  const isQuery = equation.status === 'heuristic';
  const sign = outcome === 'fail' ? signs[isQuery ? 'warning' : 'error'] : signs[outcome];
  const color =
    outcome === 'pass' ? paint.green : outcome === 'fail' && !isQuery ? paint.red : paint.yellow;
  const text = `${checkText(within, check, context.lang)} ${paint.dim(`[${equation.rule}]`)}`;
  return hanging(color(sign), text, context.width);
}

/** Where to look for the cells that keep a check open. */
function wantingLine({ within, check: { equation } }: Placed, context: ReporterContext): string {
  const wanting = [...equation.left, ...equation.right]
    .map(({ cell }) => cell)
    .filter((cell) => isUnknown(kindOf(within, cell)) || kindOf(within, cell) === CellKind.blank);
  return wanting.length === 0
    ? ''
    : whereLine(
        wanting.map((cell) => within.place(cell)),
        context,
      );
}

function undecidedSection(report: Report, run: Run, context: ReporterContext): string {
  const open = placedChecks(report, run).filter(({ check }) => check.outcome === 'inconclusive');
  if (open.length === 0 || context.detail === 'verbose') return '';
  const t = texts[context.lang];
  const isGuessed = ({ within, check: { equation } }: Placed): boolean =>
    [...equation.left, ...equation.right].some(
      ({ cell }) => kindOf(within, cell) === CellKind.uncertain,
    );
  const told = open.filter((placed) => !isGuessed(placed));
  const lines = told.map((placed) => checkLine(placed, context) + wantingLine(placed, context));
  const guessed = open.length - told.length;
  if (guessed > 0) {
    lines.push(
      hanging(painter(context).yellow(signs.inconclusive), t.guessed(guessed), context.width),
    );
  }
  return `\n${t.undecided}\n${lines.join('')}`;
}

function everyCheck(report: Report, run: Run, context: ReporterContext): string {
  if (context.detail !== 'verbose') return '';
  const lines = placedChecks(report, run)
    .map((placed) => checkLine(placed, context))
    .join('');
  return `\n${texts[context.lang].everyCheck}\n${lines}`;
}

function coverageLines(run: Run, context: ReporterContext): string {
  const t = texts[context.lang];
  const { cells, checks, queries, series, claims } = run.coverage;
  const queried = queries.made === 0 ? '' : t.queries(queries);
  const lines = [t.cells(cells), t.checks(checks) + queried];
  if (series.made > 0) lines.push(t.series(series));
  lines.push(t.claims(claims));
  const wrapped = lines.map((line) => wrapAnsi(line, context.width, { hard: true }));
  return `\n${wrapped.join('\n')}\n`;
}

function verdictLine(run: Run, context: ReporterContext): string {
  const paint = painter(context);
  const signed: Record<Verdict, string> = {
    pass: paint.green.bold(`${signs.pass} `),
    fail: paint.red.bold(`${signs.error} `),
    'not-assessable': paint.yellow.bold(`${signs.inconclusive} `),
  };
  const source =
    context.detail === 'quiet' || run.report === null ? `${visible(run.source)}: ` : '';
  return `${signed[run.verdict]}${source}${paint.bold(verdictText(run, context.lang))}\n`;
}

/** The headline has named the file already. */
function ownProblem(problem: Problem, run: Run, { lang }: ReporterContext): string {
  const text = placedProblem(problem, lang);
  const named = `${visible(run.source)}: `;
  return problem.source === run.source && text.startsWith(named) ? text.slice(named.length) : text;
}

function problemLines(run: Run, context: ReporterContext): string {
  const paint = painter(context);
  const lines = [
    ...run.problems.map((problem) =>
      hanging(paint.yellow('?'), ownProblem(problem, run, context), context.width),
    ),
    ...run.notes.map((note) =>
      hanging(
        isWarning(note) ? paint.yellow(signs.warning) : paint.dim('·'),
        ownProblem(note, run, context),
        context.width,
      ),
    ),
  ];
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** The report for people: the tables with the wrong cells, each finding as a sentence, coverage, verdict. */
export const terminalReporter: Reporter = {
  open: () => '',
  async report(run, context, index) {
    const { report } = run;
    if (context.detail === 'quiet') return verdictLine(run, context);
    if (report === null) return (index === 0 ? '' : '\n') + verdictLine(run, context);
    const tables = [null, ...report.form.edition.tables.map((table) => table.id)];
    const sections = tables.map((table) => tableSection(report, table, run, context));
    return [
      index === 0 ? '' : '\n',
      headline(run, context),
      ...(await Promise.all(sections)),
      proseSection(report, run, context),
      seriesSection(report, run, context),
      everyCheck(report, run, context),
      everySentence(report, context),
      undecidedSection(report, run, context),
      problemLines(run, context),
      coverageLines(run, context),
      verdictLine(run, context),
    ].join('');
  },
  async close(summary, context) {
    if (summary.reports < 2) return '';
    return `${context.detail === 'quiet' ? '' : '\n'}${texts[context.lang].summary(summary)}\n`;
  },
};
