import type { Problem } from './problem.ts';

/**
 * Where a text stands in its file; everything counts from 1. A box is left, top, right, bottom in
 * points (1/72 inch) from the upper left corner of the page as it is shown. The length is that of a
 * value in JSON, as it is written, in UTF-16 code units.
 */
export type At =
  | {
      readonly kind: 'text';
      readonly line: number;
      readonly column: number;
      readonly length?: number;
    }
  | {
      readonly kind: 'cell';
      readonly table: number;
      readonly row: number;
      readonly column: number;
    }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  | {
      readonly kind: 'page';
      readonly page: number;
      readonly box: readonly [number, number, number, number];
    };

/** What a reader cannot tell of a text: in which column of its row it stands, or where it begins and ends. */
export type Doubt = 'column' | 'text';

/** A cell of a grid: one object, standing in every slot that it covers. */
export interface GridCell {
  /** The text as a reader of the page sees it, lines parted by `\n`; empty where there is none. */
  readonly text: string;
  readonly at: At;
  /** First slot covered, from 0, and the number of slots covered. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The document has no cell there: its row is shorter than others. */
  readonly isPadding?: true;
  readonly doubt?: Doubt;
}

/** A raw table with its spans expanded: `rows[r][c]` is the cell that covers the slot; all rows have the same length. */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
  readonly at: At;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly at: At;
}

/** Something that is shown but has no text to be read: a picture, a frame, an attached or embedded file. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly what: 'picture' | 'frame' | 'attachment';
  /** Alternative text, file name or link, where there is one. */
  readonly name: string | null;
  readonly at: At;
}

export type Block = Grid | Paragraph | Opaque;

/** The formats that are read. */
export const formats = [
  'json',
  'html',
  'docx',
  'xlsx',
  'pdf',
  'doc',
  'text',
  'markdown',
  'csv',
] as const;
export type Format = (typeof formats)[number];

/** What a reader gives: blocks in the order of reading, every text with its place, and no opinion on them. */
export interface Document {
  readonly source: string;
  readonly format: Format;
  readonly title: string | null;
  /** What the file says of the day of its publication besides its text, as it is written. */
  readonly published?: readonly string[];
  readonly blocks: readonly Block[];
  /** What was left out or taken in a way that a reader of the page may not expect. */
  readonly notes: readonly Problem[];
  /** Places where something else is shown than the text that stands there. */
  readonly doubtful?: readonly At[];
  /** Other pages that the file holds beside this one. */
  readonly others?: readonly Document[];
  /** Line of the file at which a text stands, from 1, where the format has lines; may be slow. */
  lineOf?(at: At): number | null;
}

/** The place of a text, with the name of what it stands in. */
export interface Place {
  readonly source: string;
  readonly at: At | null;
  /** Line of the file, where `at` does not say it and the format has lines. */
  readonly line: number | null;
}

function fragmentOf(at: At): string {
  switch (at.kind) {
    case 'text':
      return `:${at.line}:${at.column}`;
    case 'cell':
      return `#table=${at.table}&row=${at.row}&column=${at.column}`;
    case 'paragraph':
      return `#paragraph=${at.paragraph}`;
    case 'sheet':
      return `#${at.sheet}!${at.cell}`;
    case 'page': {
      const [left, top, right, bottom] = at.box;
      const rectangle = [left, top, right - left, bottom - top].map(Math.round);
      return `#page=${at.page}&viewrect=${rectangle.join(',')}`;
    }
  }
}

/**
 * A place in the notation of results: `report.json:7:26`, `page.html:120#table=3&row=5&column=2`,
 * `年报.xlsx#表三!B7`, `2023.pdf#page=4&viewrect=72,96,30,14` (left, top, width, height in points).
 */
export function sourceOf({ source, at, line }: Place): string {
  const file = line === null ? source : `${source}:${line}`;
  return at === null ? file : file + fragmentOf(at);
}
