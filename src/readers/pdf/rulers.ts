import { type Column, chunksOf, columnsUnder } from './chunks.ts';
import type { Line } from './lines.ts';
import type { Wall } from './marks.ts';
import type { Sheet } from './place.ts';
import type { Table } from './tables.ts';
import { columnsBy, gridOf, rowOf } from './unruled.ts';

/** The rules of a table without upright ones: lines under each other, the widest and parts of it. */
interface Rulers {
  readonly from: number;
  readonly to: number;
  readonly ats: number[];
}

/** How far the ends of rules of one table may differ, in points. */
const slack = 8;

/** Rules further apart than this, in points, belong to different tables. */
const farthest = 300;

function groups(walls: readonly Wall[]): Rulers[] {
  const result: Rulers[] = [];
  const sorted = [...walls].sort((a, b) => a.at - b.at).slice(0, 500);
  for (const { at, from, to } of sorted) {
    const group = result.findLast(
      (each) => from >= each.from - slack && to <= each.to + slack && at - last(each) <= farthest,
    );
    if (group === undefined) result.push({ from, to, ats: [at] });
    else if (at - last(group) > slack / 2) group.ats.push(at);
  }
  return result.filter(({ ats }) => ats.length >= 3);
}

function last({ ats }: Rulers): number {
  return ats.at(-1) ?? 0;
}

function middle({ top, bottom }: Line): number {
  return (top + bottom) / 2;
}

/**
 * Rows between rules. Where only head and foot are ruled off every line is a row; where every row
 * is ruled off the lines between two rules are one row.
 */
function rowsOf(lines: readonly Line[], ats: readonly number[]): Line[][] {
  const bands = ats.slice(1).map((bottom, i) => {
    const top = ats[i] ?? bottom;
    return lines.filter((line) => middle(line) > top && middle(line) <= bottom);
  });
  const rows = ats.length > 4 ? bands : bands.flatMap((band) => band.map((line) => [line]));
  return rows.filter((row) => row.length > 0);
}

/** Rows by which the columns of a part are told. */
const mostTelling = 40;

function columnsIn(rows: readonly (readonly Line[])[]): Column[] {
  return columnsBy(rows.slice(0, mostTelling).flatMap((row) => row.map((line) => rowOf([line]))));
}

/** Each text of a row stands under one column, and no two of a line under the same. */
function fits(row: readonly Line[], columns: readonly Column[]): boolean {
  return row.every((line) => {
    const under = chunksOf(line).map((chunk) => columnsUnder(chunk, columns));
    const isOwn = ([first, last]: readonly [number, number], i: number): boolean =>
      first === last && first !== under[i - 1]?.[1];
    return under.every(isOwn);
  });
}

/** Rows in the same columns: others may begin below a row of one text, such as a heading, and that is theirs. */
function partsOf(rows: readonly Line[][]): Line[][][] {
  const parts: Line[][][] = [];
  let headings: Line[][] = [];
  let columns: Column[] = [];
  for (const row of rows) {
    headings.push(row);
    if (row.every((line) => chunksOf(line).length < 2)) continue;
    const part = parts.at(-1);
    const isMore = part !== undefined && (headings.length === 1 || fits(row, columns));
    if (isMore) part.push(...headings);
    else parts.push(headings);
    headings = [];
    const own = parts.at(-1) ?? [];
    if (own.length <= mostTelling) columns = columnsIn(own);
  }
  const last = parts.at(-1);
  if (last === undefined) return headings.length > 0 ? [headings] : [];
  last.push(...headings);
  return parts;
}

/** Tables ruled only across, with the lines of text they take. */
export function ruledAcross(
  lines: readonly Line[],
  walls: readonly Wall[],
  sheet: Sheet,
): { tables: Table[]; rest: Line[] } {
  const taken = new Set<Line>();
  const tables: Table[] = [];
  for (const { from, to, ats } of groups(walls)) {
    const [top, bottom] = [ats[0] ?? 0, ats.at(-1) ?? 0];
    const within = lines.filter(
      (line) =>
        !taken.has(line) &&
        middle(line) > top &&
        middle(line) < bottom &&
        line.from >= from - slack &&
        line.to <= to + slack,
    );
    for (const part of partsOf(rowsOf(within, ats))) {
      const columns = columnsIn(part);
      if (part.length < 2 || columns.length < 2) continue;
      for (const line of part.flat()) taken.add(line);
      tables.push(gridOf(part.map(rowOf), columns, sheet));
    }
  }
  return { tables, rest: lines.filter((line) => !taken.has(line)) };
}
