import { labelText, lineName } from '../../messages/names.ts';
import { brief, visible } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { ResultFinding, ResultReport } from '../../model/result.ts';
import { countsOf, type Finding, type Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { weightOf } from '../marks.ts';
import { placeText } from '../spots.ts';
import { verdictText } from '../verdict.ts';
import type { Field } from './list.ts';
import { texts } from './texts.ts';

/** File, organ and year, by which every row says what report it is about. */
function about({ source, report }: Run): Field[] {
  const organ = report?.organ ?? null;
  return [visible(source), organ === null ? null : brief(organ), report?.year ?? null];
}

/** The row of a report on the sheet of verdicts, after its number. */
export function summaryRow(run: Run, lang: Language): Field[] {
  const { verdict, findings, report, coverage } = run;
  const { cells, checks, claims } = coverage;
  const { errors, warnings, waived } = countsOf(findings);
  return [
    ...about(run),
    report === null ? null : report.form.edition[lang],
    { text: texts[lang].verdicts[verdict], style: verdict },
    errors,
    warnings,
    waived,
    cells.inForm,
    cells.read,
    checks.made,
    checks.passed,
    checks.failed,
    checks.inconclusive,
    claims.found,
    claims.checked,
    visible(verdictText(run, lang)),
  ];
}

/** Table, line and column of a finding as the form calls them. */
function namesOf({ form }: Report, { at }: Finding, lang: Language): Field[] {
  const table = form.edition.tables.find(({ id }) => id === at.table);
  const line = form.lines.find((each) => each.table.id === at.table && each.path === at.row);
  const cell = form.cells.find(
    (each) => each.line.table.id === at.table && each.column.id === at.column,
  );
  return [
    table === undefined ? at.table : labelText(table, lang),
    line === undefined ? at.row : lineName(line, lang),
    cell === undefined || at.column === null ? at.column : labelText(cell.column, lang),
  ];
}

function waiverText({ waiver }: ResultFinding, lang: Language): string | null {
  if (waiver === null) return null;
  const { reason, by, until, source } = waiver;
  const limit = until === null ? [] : [texts[lang].until + until];
  const parts = [reason, ...(by === null ? [] : [by]), ...limit, source];
  return visible(parts.join(texts[lang].between));
}

/** Lines of a cell; null where there are none. */
function lines(each: readonly string[]): string | null {
  return each.length === 0 ? null : each.map(visible).join('\n');
}

/** The rows of a report's findings, after their numbers. */
export function findingRows(run: Run, told: ResultReport, lang: Language): Field[][] {
  const { report } = run;
  if (report === null) return [];
  const t = texts[lang];
  return run.findings.flatMap((finding, i): Field[][] => {
    const result = told.findings[i];
    if (result === undefined) return [];
    const { ruleId, message, cells, suggestions } = result;
    const weight = weightOf(finding);
    const style = weight === 'error' ? 'fail' : weight === 'warning' ? 'not-assessable' : 'number';
    return [
      [
        ...about(run),
        i + 1,
        { text: t.severities[weight], style },
        ruleId,
        visible(message),
        ...namesOf(finding.across ?? report, finding, lang),
        lines(cells.map(({ cell }) => cell)),
        lines(cells.map(({ printed }) => (printed === null ? t.absent : brief(printed)))),
        placeText(report, finding, lang),
        lines(suggestions.map((each) => each.message)),
        waiverText(result, lang),
      ],
    ];
  });
}

/** What of a report was not checked, and what its reader should know of the reading; after their numbers. */
export function openRows(run: Run, told: ResultReport, lang: Language): Field[][] {
  const t = texts[lang];
  const row = (kind: string, code: string, message: string, place: string): Field[] => [
    ...about(run),
    kind,
    code,
    visible(message),
    visible(place),
  ];
  return [
    ...told.problems.map(({ code, message, source }) => row(t.problem, code, message, source)),
    ...told.undecided.map(({ ruleId, message, cells }) =>
      row(t.undecided, ruleId, message, cells[0]?.source ?? ''),
    ),
    ...told.notes.map(({ code, message, source }) => row(t.note, code, message, source)),
  ];
}
