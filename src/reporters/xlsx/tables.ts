import { brief, visible } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { ResultReport } from '../../model/result.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import type { FormGrid, Slot } from '../../writers/grid.ts';
import type { FilledForm } from '../../writers/writer.ts';
import type { Area } from '../../writers/xlsx/reference.ts';
import type { Note, Sheet, SheetRow } from '../../writers/xlsx/sheet.ts';
import { type MarkName, markedStyle, type StyleName } from '../../writers/xlsx/styles.ts';
import { areaOf, rowsOf } from '../../writers/xlsx/tableSheet.ts';
import { type Mark, markSigns, marksOf } from '../marks.ts';
import { gridsToShow } from '../shownForm.ts';
import { texts as words } from '../terminal/texts.ts';
import { verdictText } from '../verdict.ts';
import { onOneLattice } from './lattice.ts';
import { texts } from './texts.ts';

/** Characters that fit into the box of a note. */
const longestNote = 1_000;

const looks: Readonly<Record<Mark['weight'], MarkName>> = {
  error: 'wrong',
  warning: 'doubtful',
  waived: 'waived',
};

function shownForm(report: Report, lang: Language): FilledForm {
  const { form, organ, year } = report;
  const shown = (text: string): string =>
    text
      .split(/\r\n|\r|\n/u)
      .map(visible)
      .join('\n');
  const cell = (index: number): string => shown(report.printed(index) ?? texts[lang].absent);
  return { form, organ, year, cell };
}

function noteText({ numbers, weight }: Mark, told: ResultReport): string {
  const each = numbers.map((number) => {
    const { ruleId = '', message = '', suggestions = [] } = told.findings[number - 1] ?? {};
    const mends = suggestions.map((mend) => mend.message);
    return [`${markSigns[weight]}${number} [${ruleId}] ${message}`, ...mends]
      .map(visible)
      .join('\n');
  });
  const text = each.join('\n');
  return text.length > longestNote ? `${text.slice(0, longestNote)}…` : text;
}

function title(text: string, style: StyleName, height: number): SheetRow {
  return { height, cells: [{ column: 0, style, value: { text } }] };
}

/** A table with its title, below so many rows, and the notes on its cells. */
function placed(
  filled: FilledForm,
  grid: FormGrid,
  marks: ReadonlyMap<number, Mark>,
  above: number,
  note: (mark: Mark) => string,
): { rows: SheetRow[]; merged: Area[]; notes: Note[] } {
  const slots = grid.rows.flatMap((row) => row.slots);
  const markOf = ({ content }: Slot): Mark | undefined =>
    content.kind === 'figure' ? marks.get(content.cell) : undefined;
  const look = (slot: Slot, usual: StyleName): StyleName => {
    const mark = markOf(slot);
    if (mark === undefined) return usual;
    return markedStyle(usual, mark.isSuspect ? looks[mark.weight] : 'part');
  };
  return {
    rows: [title(visible(grid.table.zh), 'heading', 27), ...rowsOf(filled, grid, look)],
    merged: slots.map((slot) => areaOf(slot, above + 1)),
    notes: slots.flatMap((slot) => {
      const mark = markOf(slot);
      if (mark === undefined || !mark.isSuspect) return [];
      return [{ row: above + 1 + slot.row, column: slot.column, text: note(mark) }];
    }),
  };
}

/** The tables of a report, one below the other as the form prints them, what is wrong marked and explained by notes. */
export function tablesSheet(
  run: Run,
  report: Report,
  told: ResultReport,
  name: string,
  lang: Language,
): Sheet {
  const t = words[lang];
  const grids = onOneLattice([...gridsToShow(report, lang).values()].flatMap((grid) => grid ?? []));
  const marks = marksOf(report, run.findings);
  const filled = shownForm(report, lang);
  const widths = (grids[0]?.widths ?? [46]).map((width) => width * 2);
  const organ = report.organ === null ? t.noOrgan : brief(report.organ);
  const year = report.year === null ? '' : ` ${t.year(report.year)}`;
  const rows = [
    title(organ + year, 'title', 36),
    title(visible(`${run.source} · ${verdictText(run, lang)}`), 'plain', 34),
    title(texts[lang].key, 'plain', 50),
  ];
  const across = rows.map((_, row) => ({
    row,
    column: 0,
    lastRow: row,
    lastColumn: widths.length - 1,
  }));
  const merged: Area[] = [...across];
  const notes: Note[] = [];
  for (const grid of grids) {
    const part = placed(filled, grid, marks, rows.length, (mark) => noteText(mark, told));
    merged.push({
      row: rows.length,
      column: 0,
      lastRow: rows.length,
      lastColumn: widths.length - 1,
    });
    merged.push(...part.merged);
    notes.push(...part.notes);
    rows.push(...part.rows);
  }
  return {
    name,
    widths,
    rows,
    merged: merged.filter((area) => area.lastRow > area.row || area.lastColumn > area.column),
    conditions: [],
    repeated: null,
    notes,
  };
}
