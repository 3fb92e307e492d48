import type { Equation } from '../model/equation.ts';
import type { Form } from '../model/form.ts';
import type { FormGrid } from './grid.ts';
import { gridsOf } from './layout.ts';
import { checkWords, shortName } from './words.ts';
import type { FilledForm } from './writer.ts';
import { checkSheet } from './xlsx/checkSheet.ts';
import { areasOf, formulasOf, onOwnSheet } from './xlsx/formulas.ts';
import { type Standing, type Standings, writtenEquations } from './xlsx/identities.ts';
import { sheetNames } from './xlsx/reference.ts';
import type { Condition } from './xlsx/sheet.ts';
import { signals } from './xlsx/styles.ts';
import { areaOf, tableSheet } from './xlsx/tableSheet.ts';
import { workbookOf } from './xlsx/workbook.ts';

function standingsOf(grids: readonly FormGrid[]): Standings {
  const found = grids.flatMap((grid, sheet) =>
    grid.rows
      .flatMap((row) => row.slots)
      .flatMap((slot): (readonly [number, Standing])[] =>
        slot.content.kind === 'figure' ? [[slot.content.cell, { sheet, area: areaOf(slot) }]] : [],
      ),
  );
  return new Map(found);
}

/** The cells of an identity are coloured while it is broken. */
function condition(form: Form, equation: Equation, standings: Standings): Condition {
  const { isBroken } = formulasOf(form, equation, standings, onOwnSheet);
  const isQuery = equation.status === 'heuristic';
  return {
    areas: areasOf([...equation.left, ...equation.right], standings),
    formula: isBroken,
    signal: isQuery ? signals.doubtful : signals.broken,
  };
}

/**
 * A workbook with a sheet for each table and one that works out the identities by formula. The cells
 * of the form hold figures or texts, never formulas; those of a broken identity are coloured.
 */
export function writeXlsx(filled: FilledForm): Uint8Array {
  const { form } = filled;
  const grids = gridsOf(filled);
  const standings = standingsOf(grids);
  const equations = writtenEquations(form, standings);
  const titles = grids.map((grid) => shortName(grid.table.zh));
  const names = sheetNames([...titles, checkWords.sheet]);
  const sheets = grids.map((grid, i) => {
    const own = equations.filter((equation) => equation.table === grid.table.id);
    const conditions = own.map((equation) => condition(form, equation, standings));
    return tableSheet(filled, grid, names[i] ?? '', conditions);
  });
  const checks = checkSheet(form, equations, standings, names, names.at(-1) ?? '');
  return workbookOf(equations.length === 0 ? sheets : [...sheets, checks]);
}
