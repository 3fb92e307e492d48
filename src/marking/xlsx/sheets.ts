import type { Problem } from '../../model/problem.ts';
import { readWorkbook } from '../../readers/xlsx/workbook.ts';
import type { Copy } from '../copy.ts';
import type { Tree } from '../spans.ts';

/** A sheet that is shown, and its part. */
export interface SheetOf {
  readonly name: string;
  readonly part: string;
  /** Its number in the workbook, from 1. */
  readonly number: number;
}

/** The sheets that the reader reads, in the order of the workbook, and the workbook itself. */
export function sheetsOf(copy: Copy): { sheets: SheetOf[]; main: Tree } | Problem {
  const { pack } = copy;
  const main = copy.tree(pack.main);
  if ('code' in main) return main;
  const workbook = readWorkbook(new TextEncoder().encode(main.text), pack.part(pack.main));
  if ('code' in workbook) return workbook;
  const sheets = workbook.sheets.flatMap(({ name, hidden, id }, i): SheetOf[] => {
    const link = pack.relationships.find((each) => each.id === id);
    if (hidden || link?.type !== 'worksheet') return [];
    return [{ name, part: link.target, number: i + 1 }];
  });
  return { sheets, main };
}
