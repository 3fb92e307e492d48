import type { GridCell } from '../model/document.ts';
import type { Row } from './gridRows.ts';

const scale = '(?:[十百千]?[万亿]|[十百千])?';
/** Of whatever money, so that no other is taken for our own. */
const unit = `(${scale}(?:[美欧港日澳英加新韩台]元|元|美金|英镑|日圆|角|分))`;
/** A unit in which a figure is read. */
const readUnit = new RegExp(`^${scale}元$`, 'u');
const inWords = new RegExp(
  `[（(]\\s*(?:计量)?(?:单位)?\\s*[:：]?\\s*(?:人民币)?\\s*[:：]?\\s*${unit}\\s*[）)]|单位\\s*[:：]?\\s*(?:人民币)?\\s*${unit}(?!\\p{L})`,
  'u',
);
const alone = new RegExp(`^\\s*(?:人民币)?${unit}\\s*$`, 'u');
const leading = new RegExp(`^\\s*${unit}\\s+(?=[\\d０-９])`, 'u');
const bare = /^[+-]?\d[\d,]*(?:\.\d+)?$/u;

/** The unit of money that a header, a caption or a label names: 元, 万元. */
export function moneyUnitIn(text: string): string | null {
  // All of them have one of these in them, and few texts do.
  if (!/[元金镑圆角分]/u.test(text)) return null;
  const match = inWords.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

/** So many rows over a header may hold the caption with the unit. */
const tallestCaption = 2;

function unitOver(row: Row, header: GridCell | undefined): string | null {
  if (header === undefined) return null;
  const first = Math.max(0, header.row - tallestCaption);
  const texts = row.source.rows
    .slice(first, header.row + 1)
    .flatMap((cells) => cells.map(({ text }) => text));
  return moneyUnitIn(header.text) ?? texts.map(moneyUnitIn).findLast((each) => each) ?? null;
}

/** The unit of a sum of money: in its own cell, beside it, in its label, or over it. */
function unitOf(cell: GridCell, row: Row, header: GridCell | undefined): string | null {
  const own = leading.exec(cell.text)?.[1];
  if (own !== undefined) return own;
  const beside = row.cells.map(({ text }) => alone.exec(text)?.[1]).find((each) => each);
  return beside ?? moneyUnitIn(row.label) ?? unitOver(row, header);
}

/**
 * A sum of money that the form counts in 万元 and the document in another unit, with that unit behind it, so
 * that it is read for what it is. It is certain only where the unit is one that is read.
 */
export function inItsUnit(
  text: string,
  cell: GridCell,
  row: Row,
  header: GridCell | undefined,
): { readonly text: string; readonly isCertain: boolean } {
  const plain = text.normalize('NFKC').trim();
  const found = /[1-9]/u.test(plain) ? unitOf(cell, row, header) : null;
  if (found === null || found === '万元' || /元/u.test(plain)) return { text, isCertain: true };
  const isRead = bare.test(plain) && readUnit.test(found);
  return isRead ? { text: `${plain}${found}`, isCertain: true } : { text, isCertain: false };
}
