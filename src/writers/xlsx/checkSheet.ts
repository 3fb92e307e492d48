import type { Equation } from '../../model/equation.ts';
import type { Form } from '../../model/form.ts';
import { checkWords, verdicts } from '../words.ts';
import { formulasOf } from './formulas.ts';
import { placeOf, type Standings } from './identities.ts';
import { type Area, areaName, sheetName } from './reference.ts';
import type { Condition, Sheet, SheetCell, SheetRow } from './sheet.ts';
import { type StyleName, signals } from './styles.ts';

const relations = { '=': '=', '<=': '≤', '>=': '≥' } as const;
const widths = [5, 8, 34, 22, 10, 6, 10, 10, 10];

/** Columns that formulas refer to. */
const leftColumn = 4;
const rightColumn = 6;
const gapColumn = 7;
const verdictColumn = 8;

/** Rows above the identities: title, summary, header. */
const rowsAbove = 3;

function at(row: number, column: number): Area {
  return { row, column, lastRow: row, lastColumn: column };
}

function row(height: number, style: StyleName, values: readonly SheetCell['value'][]): SheetRow {
  const cells = values.map((value, column) =>
    value === undefined ? { column, style } : { column, style, value },
  );
  return { height, cells };
}

function lines(text: string, width: number): number {
  return Math.ceil((text.length * 2) / width);
}

/** One identity: what it rests on, both sums, their difference, the verdict. */
function identityRow(
  form: Form,
  equation: Equation,
  index: number,
  standings: Standings,
  names: readonly string[],
): SheetRow {
  const sheet = standings.get(equation.left[0]?.cell ?? -1)?.sheet ?? 0;
  const name = names[sheet] ?? '';
  const formulas = formulasOf(
    form,
    equation,
    standings,
    (area) => `${sheetName(name)}!${areaName(area)}`,
  );
  const own = index + rowsAbove;
  const place = (column: number): string => areaName(at(own, column));
  const text = [equation.clause.zh, placeOf(form, equation, standings)] as const;
  const height = Math.max(lines(text[0], widths[2] ?? 1), lines(text[1], widths[3] ?? 1)) * 15 + 5;
  return row(height, 'figure', [
    { number: String(index + 1) },
    { text: name },
    { text: text[0] },
    { text: text[1] },
    { formula: formulas.left },
    { text: relations[equation.relation] },
    { formula: formulas.right },
    { formula: `ROUND(${place(leftColumn)}-${place(rightColumn)},6)` },
    { formula: formulas.verdict(place(gapColumn)) },
  ]);
}

/** The sheet on which every identity of the form is worked out while the tables are being filled. */
export function checkSheet(
  form: Form,
  equations: readonly Equation[],
  standings: Standings,
  names: readonly string[],
  ownName: string,
): Sheet {
  const rows = equations.map((equation, i) => identityRow(form, equation, i, standings, names));
  const verdictArea: Area = {
    row: rowsAbove,
    column: verdictColumn,
    lastRow: rowsAbove + rows.length - 1,
    lastColumn: verdictColumn,
  };
  const first = areaName(at(rowsAbove, verdictColumn));
  const signal = (verdict: string, number: number): Condition => ({
    areas: [verdictArea],
    formula: `${first}="${verdict}"`,
    signal: number,
  });
  const failures = `COUNTIF(${areaName(verdictArea)},"${verdicts.fail}")`;
  return {
    name: ownName,
    widths,
    rows: [
      row(30, 'heading', [{ text: checkWords.title }]),
      row(20, 'plain', [{ text: checkWords.summary }, undefined, { formula: failures }]),
      row(
        20,
        'header',
        checkWords.columns.map((text) => ({ text })),
      ),
      ...rows,
    ],
    merged: [
      { row: 0, column: 0, lastRow: 0, lastColumn: verdictColumn },
      { row: 1, column: 0, lastRow: 1, lastColumn: 1 },
    ],
    conditions: [
      signal(verdicts.fail, signals.broken),
      signal(verdicts.query, signals.doubtful),
      signal(verdicts.text, signals.doubtful),
      signal(verdicts.pass, signals.good),
    ],
    repeated: [rowsAbove - 1, rowsAbove - 1],
  };
}
