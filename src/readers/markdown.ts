import type { Block } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { rendered } from './markdown/inline.ts';
import { cellsOf, hasPipe, isDelimiter, startsWithPipe } from './markdown/pipes.ts';
import { readLines } from './plain/readLines.ts';
import { textBlocks } from './plain/textBlocks.ts';
import { type Piece, type Purse, textGrid, tooManyColumns } from './plain/textGrid.ts';
import type { TextLine } from './plain/textLines.ts';
import type { Reader } from './reader.ts';

/** Marks before a line: a heading, a quotation, a bullet. A dash is left: it may be a minus or stand beside a page number. */
const lead = /^(\s*(?:>\s?)*)(?:#{1,6}\s*|[*+]\s+)?/u;
const closing = /\s#+\s*$/u;
const picture = /^\s*!\[([^[\]]*)\]\(([^()]*)\)\s*$/u;
/** Lines that draw something and say nothing: rules, underlines of headings, fences of code. */
const drawn = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}[\w-]*|~{3,}[\w-]*)\s*$/u;

/** Whether HTML tables stand in the text, which the reader of HTML reads and this one does not. */
export function hasHtmlTable(text: string): boolean {
  return /<table[\s>]/iu.test(text);
}

/** Whether a text looks like Markdown: a pipe table with its delimiter row, or a heading. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.slice(0, 2 ** 18).split(/\r\n|[\n\r]/u);
  return lines.some((line, i) => {
    if (/^#{1,6} \S/u.test(line)) return true;
    const row = { text: line, line: 1, column: 1, blank: 0, newPage: false };
    return (
      isDelimiter(row, true) && [lines[i - 1], lines[i + 1]].some((near) => hasPipe(near ?? ''))
    );
  });
}

/** How many lines from `from` on are rows of one pipe table; 0 where none begins. */
function tableLength(lines: readonly TextLine[], from: number): number {
  let to = from;
  let marked = false;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined || !hasPipe(line.text)) break;
    if (to > from && (line.blank > 0 || line.newPage)) break;
    marked ||= startsWithPipe(line.text) || isDelimiter(line, to === from + 1);
  }
  return marked ? to - from : 0;
}

function pipeTable(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const rows: Piece[][] = [];
  for (const [i, line] of lines.entries()) {
    if (isDelimiter(line, i === 1)) continue;
    const cells = cellsOf(line, purse.options.limits.columns);
    if (cells === null) return tooManyColumns(purse);
    rows.push(cells);
  }
  if (rows.length === 0) return [];
  const grid = textGrid(rows, purse);
  return 'code' in grid ? grid : [grid];
}

function cleaned(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, text: rendered(block.text) };
  if (block.kind === 'opaque') return block;
  const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, text: rendered(cell.text) })));
  return { ...block, rows };
}

/** A line with blanks for the marks before it, so that what follows keeps its column. */
function unmarked(line: TextLine): TextLine {
  const marks = lead.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(marks.length);
  const said = marks.includes('#') ? text.replace(closing, '') : text;
  return { ...line, text: marks.replace(/\S/gu, ' ') + said };
}

function textOf(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const said = lines.filter(({ text }) => !drawn.test(text)).map(unmarked);
  const blocks = textBlocks(said, purse);
  return 'code' in blocks ? blocks : blocks.map(cleaned);
}

function pictureOf({ text, line, column }: TextLine): Block[] {
  const [, label, target] = picture.exec(text) ?? [];
  const name = label?.trim() || target?.trim().split(/\s/u)[0] || null;
  return [{ kind: 'opaque', what: 'picture', name, at: { kind: 'text', line, column } }];
}

/** Parts of a text that are read alike: a pipe table, a picture, or anything else. */
function partsOf(lines: readonly TextLine[]) {
  const parts: {
    read: (lines: readonly TextLine[], purse: Purse) => Block[] | Problem;
    lines: TextLine[];
  }[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    const length = tableLength(lines, i);
    if (length > 0) parts.push({ read: pipeTable, lines: lines.slice(i, i + length) });
    else if (picture.test(line.text)) parts.push({ read: () => pictureOf(line), lines: [line] });
    else if (parts.at(-1)?.read === textOf) parts.at(-1)?.lines.push(line);
    else parts.push({ read: textOf, lines: [line] });
    i += Math.max(1, length);
  }
  return parts;
}

function blocksOf(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const blocks: Block[] = [];
  for (const part of partsOf(lines)) {
    const made = part.read(part.lines, purse);
    if ('code' in made) return made;
    for (const block of made) blocks.push(block);
  }
  return blocks;
}

/** Reads Markdown: pipe tables, pictures, and the rest as plain text without its marks. */
export const readMarkdown: Reader = (bytes, options) =>
  readLines(bytes, options, 'markdown', blocksOf);
