import type { At, Block, Grid, GridCell } from '../model/document.ts';

/** A line of a grid's cell that is read as a paragraph is; titles stand alone in their row. */
export interface CellLine {
  readonly text: string;
  readonly at: At;
}

const fewestCharacters = 15;
const fewestHan = 8;

/** What the form itself prints in long cells: notes on its identities and on how to fill it. */
const noteOfForm = /勾稽关系|指标说明|填报说明|填表说明|单位负责人|^\s*(?:注|备注|说明)\s*[:：]/u;

/** A cell as forms have them beside a label: a figure, or a mark in its place. */
const figure = /^\s*(?:[-+]?[\d.,，０-９]+|[/／—–-]+)\s*$/u;

const plain = (text: string): string => text.replace(/\s+/gu, '');

/** A sentence, not a label: long, in Chinese, with its marks. */
function isSentence(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    plain(text).length >= fewestCharacters &&
    han >= fewestHan &&
    /[。；，]/u.test(text) &&
    !noteOfForm.test(text)
  );
}

/** Formats in which lines of text were taken for rows have no place of this kind. */
const hasOwnPlace = ({ at }: GridCell): boolean => at.kind === 'cell' || at.kind === 'sheet';

/** The cells of a grid that begin in a row, each once, blank ones left out. */
function beginningIn(row: readonly GridCell[], index: number): GridCell[] {
  return [...new Set(row)].filter((cell) => cell.row === index && cell.text.trim() !== '');
}

/**
 * The sentences and lone titles in the cells of a grid, in the order of reading; rows in which a cell of
 * the form or a figure stands are left out, and so is what `isTold` says stands elsewhere too.
 */
export function proseOfCells(
  grid: Grid,
  isBound: (at: At) => boolean,
  isTold: (text: string) => boolean,
): CellLine[] {
  const taken = grid.rows.map((row) =>
    row.some((cell) => isBound(cell.at) || figure.test(cell.text)),
  );
  return grid.rows.flatMap((row, index) => {
    const cells = beginningIn(row, index);
    return cells.filter(hasOwnPlace).flatMap((cell): CellLine[] => {
      if (taken.slice(index, index + cell.rowSpan).includes(true)) return [];
      const isRead = cells.length === 1 || isSentence(cell.text);
      const lines = isRead ? cell.text.split('\n') : [];
      return lines.flatMap((text) => (isTold(text) ? [] : { text, at: cell.at }));
    });
  });
}

/** Whether a line of a cell is prose rather than a label. */
export const isProseLine = isSentence;

/** Sentences without their spaces: paragraphs and cells may hold the same ones cut differently. */
function piecesOf(text: string): string[] {
  return plain(text)
    .split(/[。；]/u)
    .filter((piece) => piece !== '');
}

/** Tells whether every sentence of a text stands in a paragraph of the document too. */
export function toldInParagraphs(blocks: readonly Block[]): (text: string) => boolean {
  const pieces = new Set(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? piecesOf(block.text) : [])),
  );
  return (text) => {
    const own = piecesOf(text);
    return own.length > 0 && own.every((piece) => pieces.has(piece));
  };
}
