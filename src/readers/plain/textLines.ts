/** A line of a text, or the part of one between form feeds, that is not empty. */
export interface TextLine {
  readonly text: string;
  readonly line: number;
  /** Column at which `text` begins in its line, from 1, in UTF-16 units. */
  readonly column: number;
  /** Blank lines between this line and the one before. */
  readonly blank: number;
  /** Whether a form feed stands between this line and the one before. */
  readonly newPage: boolean;
}

/**
 * The lines of a text that are not blank, ended by `\n`, `\r\n`, a bare `\r` or a form feed; null
 * where there are more than `most`. A line of tabs alone is a row of empty cells and no blank.
 */
export function textLines(text: string, most: number): TextLine[] | null {
  const lines: TextLine[] = [];
  const ends = /\r\n|[\n\r\f]/gu;
  let [from, line, lineStart, blank, newPage] = [0, 1, 0, 0, false];
  while (from <= text.length) {
    const end = ends.exec(text);
    const to = end?.index ?? text.length;
    const part = text.slice(from, to);
    if (part.includes('\t') || part.trim() !== '') {
      if (lines.length === most) return null;
      lines.push({ text: part, line, column: from - lineStart + 1, blank, newPage });
      [blank, newPage] = [0, false];
    } else if (end?.[0] !== '\f') {
      blank++;
    }
    if (end === null) break;
    from = to + end[0].length;
    if (end[0] === '\f') newPage = true;
    else [line, lineStart] = [line + 1, from];
  }
  return lines;
}
