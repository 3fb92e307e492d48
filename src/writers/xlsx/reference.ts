/** A column by its letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const before = column >= 26 ? columnName(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}

/** A rectangle of a sheet; rows and columns count from 0, the last ones included. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The area as A1:B2, or A1 for a single place; with `$` it stays the same wherever it is used. */
export function areaName({ row, column, lastRow, lastColumn }: Area, sign: '' | '$' = ''): string {
  const first = `${sign}${columnName(column)}${sign}${row + 1}`;
  if (row === lastRow && column === lastColumn) return first;
  return `${first}:${sign}${columnName(lastColumn)}${sign}${lastRow + 1}`;
}

/** Neighbours joined: places that follow each other down a column or along a row become one area. */
export function joined(areas: readonly Area[]): Area[] {
  const runs: Area[] = [];
  for (const next of areas) {
    const last = runs.at(-1);
    if (last === undefined) {
      runs.push(next);
      continue;
    }
    const isBelow =
      last.column === next.column &&
      last.lastColumn === next.lastColumn &&
      next.row === last.lastRow + 1;
    const isBeside =
      last.row === next.row && last.lastRow === next.lastRow && next.column === last.lastColumn + 1;
    if (!isBelow && !isBeside) runs.push(next);
    else runs[runs.length - 1] = { ...last, lastRow: next.lastRow, lastColumn: next.lastColumn };
  }
  return runs;
}

/** A sheet's name as a formula names it. */
export function sheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const nameLength = 31;

/** Names that a spreadsheet accepts for its sheets, each once. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replace(/[[\]:*?/\\]/gu, ' ').replace(/^'+|'+$/gu, '');
    let name = plain.slice(0, nameLength).replace(/'+$/u, '');
    for (let i = 2; name.trim() === '' || taken.has(name.toLowerCase()); i++) {
      name = `${plain.slice(0, nameLength - 1 - String(i).length)} ${i}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
