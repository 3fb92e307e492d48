import type { ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { cellText, labelText } from '../../messages/names.ts';
import type { Column, Label } from '../../model/edition.ts';
import type { Report } from '../../model/report.ts';
import type { Severity } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import type { Excerpt } from './layout.ts';

/** The signs of marked cells, which must survive without colour. */
const marks: Readonly<Record<Severity, string>> = { error: '✗', warning: '!' };
const narrowestLabel = 16;
const widestLabel = 44;
/** Column widths to try in turn: the whole header in a line, in two or in three. */
const narrowestColumns = [12, 6, 4];
const widestColumn = 16;

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

function wrapTo(text: string, width: number): string {
  return wrapAnsi(text, width, { hard: true });
}

/** A header wrapped into lines of about the same length. */
function wrapEvenly(text: string, width: number): string {
  if (text.includes(' ')) return wrapTo(text, width);
  const lines = Math.ceil(stringWidth(text) / width);
  const even = Math.ceil(stringWidth(text) / lines / 2) * 2;
  return wrapTo(text, Math.min(width, even));
}

/** A text cut to a width, with a sign that it was cut. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function rowsOf(report: Report, { lines, columns, marked }: Excerpt, lang: Language): Row[] {
  const rows: Row[] = [];
  const open: Label[] = [];
  for (const line of lines) {
    for (const [depth, heading] of line.headings.entries()) {
      if (open[depth] === heading) continue;
      open.splice(depth, open.length, heading);
      if (heading[lang] === line.label[lang]) continue;
      const label = '  '.repeat(depth) + labelText(heading, lang);
      rows.push({ label, cells: columns.map(() => '') });
    }
    open.splice(line.headings.length, open.length, ...(line.optional ? [line.label] : []));
    const cells = columns.map((column) => {
      const cell = line.firstCell + line.columns.indexOf(column);
      const text = cut(cellText(report, cell, lang), widestColumn - 2);
      const severity = marked.get(cell);
      return `${text} ${severity === undefined ? ' ' : marks[severity]}`;
    });
    const own = line.headings.at(-1)?.[lang] === line.label[lang] ? 1 : 0;
    const label = '  '.repeat(line.headings.length - own) + labelText(line.label, lang);
    rows.push({ label, cells });
  }
  return rows;
}

/** Room for the widest cell and for the header, which wraps down to `narrowest`, but not inside words. */
function columnWidth(
  column: Column,
  cells: readonly string[],
  narrowest: number,
  lang: Language,
): number {
  const words = lang === 'en' ? column.en.split(' ') : [];
  const header = Math.min(stringWidth(column[lang]), narrowest);
  const widest = Math.max(4, header, ...[...cells, ...words].map((text) => stringWidth(text)));
  return Math.min(widestColumn, widest);
}

/** How many columns from `first` on fit beside the narrowest label. */
function fitting(widths: readonly number[], first: number, room: number): number {
  let used = narrowestLabel + 4;
  let count = 0;
  for (const width of widths.slice(first)) {
    used += width + 3;
    if (used > room && count > 0) break;
    count++;
  }
  return count;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** A label wrapped under itself: its further lines are indented as its first. */
function wrapLabel(label: string, width: number): string {
  const indent = Math.min(indentOf(label), Math.max(0, width - 8));
  const pad = ' '.repeat(indent);
  return wrapTo(label.trimStart(), width - indent).replace(/^/gmu, pad);
}

function paintCell(text: string, paint: ChalkInstance): string {
  if (text.endsWith(marks.error)) return paint.red.bold(text);
  return text.endsWith(marks.warning) ? paint.yellow.bold(text) : text;
}

/** The excerpt as one table, or as several side-by-side parts below each other where it is too wide. */
export function tableText(
  report: Report,
  excerpt: Excerpt,
  width: number,
  lang: Language,
  paint: ChalkInstance,
): string {
  const rows = rowsOf(report, excerpt, lang);
  const { columns } = excerpt;
  const cellsIn = (i: number): string[] => rows.map((row) => row.cells[i] ?? '');
  const widthsFor = (narrowest: number): number[] =>
    columns.map((column, i) => columnWidth(column, cellsIn(i), narrowest, lang));
  const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b + 3, 0);
  const longest = Math.max(8, ...rows.map((row) => stringWidth(row.label)));
  const tries = narrowestColumns.map(widthsFor);
  const roomFor = (label: number) => (widths: number[]) => sum(widths) + label + 4 <= width;
  const widths =
    tries.find(roomFor(Math.min(longest, widestLabel))) ??
    tries.find(roomFor(Math.min(longest, narrowestLabel))) ??
    widthsFor(0);
  const parts: string[] = [];
  for (let first = 0; first < columns.length; ) {
    const count = fitting(widths, first, width);
    const shown = widths.slice(first, first + count);
    const label = Math.max(
      Math.min(narrowestLabel, longest),
      Math.min(longest, widestLabel, width - 4 - sum(shown)),
    );
    const table = new Table({
      head: [
        '',
        ...columns.slice(first, first + count).map((c, i) => wrapEvenly(c[lang], shown[i] ?? 0)),
      ],
      colWidths: [label + 2, ...shown.map((w) => w + 2)],
      colAligns: ['left', ...shown.map(() => 'right' as const)],
      style: { head: [], border: [], compact: true },
    });
    for (const row of rows) {
      const cells = row.cells.slice(first, first + count);
      const painted = cells.map((text) => paintCell(text, paint));
      table.push([wrapLabel(row.label, label), ...painted]);
    }
    parts.push(table.toString());
    first += count;
  }
  return parts.join('\n');
}
