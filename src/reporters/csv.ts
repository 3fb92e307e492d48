import { csvField } from '../messages/csvField.ts';
import { visible } from '../messages/visible.ts';
import type {
  ResultCell,
  ResultFinding,
  ResultProblem,
  ResultReport,
  ResultUndecided,
} from '../model/result.ts';
import type { Run } from '../model/run.ts';
import type { Reporter } from './reporter.ts';
import { resultOf } from './result.ts';

/** Those of the `findings.csv` of an audit, then what is known only of a single check. */
export const csvColumns = [
  'source',
  'organ',
  'year',
  'scope',
  'rule',
  'severity',
  'message',
  'cells',
  'places',
  'waived',
  'suggestion',
] as const;

type Row = Readonly<Partial<Record<(typeof csvColumns)[number], string>>>;

function cellsOf(cells: readonly ResultCell[]): Pick<Row, 'cells' | 'places'> {
  const [names, places] = [cells.map(({ cell }) => cell), cells.map(({ source }) => source)];
  return { cells: names.join('; '), places: places.join('; ') };
}

function findingRow(found: ResultFinding, isOfYears: boolean): Row {
  const { ruleId, severity, message, cells, claim, suggestions, waiver } = found;
  return {
    scope: isOfYears ? 'years' : 'report',
    rule: ruleId,
    severity,
    message,
    ...cellsOf(cells),
    ...(claim === null ? {} : { places: claim.source }),
    suggestion: suggestions[0]?.message ?? '',
    waived: waiver?.reason ?? '',
  };
}

/** What could not be decided is no finding, but a list without it would look like a pass. */
function undecidedRow({ ruleId, message, cells }: ResultUndecided): Row {
  return { scope: 'report', rule: ruleId, severity: 'undecided', message, ...cellsOf(cells) };
}

function problemRow({ code, message, source }: ResultProblem): Row {
  return { scope: 'report', rule: code, severity: 'problem', message, places: source };
}

function rowsOf(run: Run, { findings, undecided, problems }: ResultReport): Row[] {
  return [
    ...findings.map((found, i) => findingRow(found, run.findings[i]?.across != null)),
    ...undecided.map(undecidedRow),
    ...problems.map(problemRow),
  ];
}

/** A line for each finding, undecided check and problem; safe for spreadsheets. */
export const csvReporter: Reporter = {
  open: () => `\ufeff${csvColumns.join(',')}\n`,
  async report(run, { sentences, lang }) {
    const told = resultOf(run, sentences, lang);
    const { source, organ, year } = told;
    const own = { source, organ: organ ?? '', year: String(year ?? '') };
    const lines = rowsOf(run, told).map((row) => {
      const whole: Row = { ...own, ...row };
      return csvColumns.map((name) => csvField(visible(whole[name] ?? ''))).join(',');
    });
    return lines.map((line) => `${line}\n`).join('');
  },
  close: async () => '',
};
