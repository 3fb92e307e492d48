import { displayColumns } from './displayWidth.ts';
import type { Piece } from './textGrid.ts';
import type { TextLine } from './textLines.ts';

/** How columns are counted: by display width, or one a character as `pdftotext -layout` does. */
export type Measure = 'display' | 'characters';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text between gaps of a line. */
export interface Field extends Piece, Readonly<Record<Measure, Span>> {
  readonly figure: boolean;
  /** Another part of the same line, by its columns. */
  readonly cut: (from: number, to: number) => Field;
}

/** Beyond these a line is a text and no row that somebody laid out. */
const longestLine = 1_000;
const mostFields = 64;

const number = String.raw`[+＋\-－—–]?[\d０-９][\d０-９,，.．]*[%％]?`;
const figure = new RegExp(String.raw`^(?:${number}|[/／\-－—–]|无)$`, 'u');
const withUnit = new RegExp(String.raw`^${number} ?\p{Script=Han}{1,2}$`, 'u');

const pageNumber = /^[-—–－] ?\d+ ?[-—–－]$/u;

function cutterOf({ text, line, column: first }: TextLine): Field['cut'] {
  const display = displayColumns(text);
  const cut = (column: number, end: number): Field => {
    const [from, to] = [column - first, end - first];
    const words = text.slice(from, to);
    return {
      text: words,
      line,
      column,
      characters: { from, to },
      display: { from: display[from] ?? 0, to: display[to] ?? 0 },
      figure: figure.test(words) || withUnit.test(words),
      cut,
    };
  };
  return cut;
}

/** The words of a field, parted at single spaces. */
export function wordsOf(field: Field): Field[] {
  return [...field.text.matchAll(/\S+/gu)].map((word) => {
    const column = field.column + word.index;
    return field.cut(column, column + word[0].length);
  });
}

/** Words that follow each other in a line as one field. */
export function joined(words: readonly [Field, ...Field[]]): Field {
  const last = words.at(-1) ?? words[0];
  return words[0].cut(words[0].column, last.column + last.text.length);
}

/** Figures one space apart, or one space behind a label before other figures, are fields of their own. */
function partedFigures(field: Field, next: Field | undefined): Field[] {
  const words = wordsOf(field);
  if (words.length === 1 || withUnit.test(field.text)) return [field];
  if (pageNumber.test(field.text)) return [field];
  let labels = words.length;
  while (labels > 0 && figure.test(words[labels - 1]?.text ?? '')) labels--;
  if (labels === 0) return words;
  if (labels === words.length || next === undefined || !figure.test(next.text)) return [field];
  const [first = field, ...others] = words.slice(0, labels);
  return [joined([first, ...others]), ...words.slice(labels)];
}

/** The fields of a line: texts parted by two or more spaces, or by an ideographic space. */
export function fieldsOf(line: TextLine): Field[] {
  if (line.text.length > longestLine) return [];
  const cut = cutterOf(line);
  const fields = [...line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/gu)].map(({ index, 0: text }) =>
    cut(line.column + index, line.column + index + text.length),
  );
  const parted = fields.flatMap((field, i) => partedFigures(field, fields[i + 1]));
  return parted.length > mostFields ? [] : parted;
}
