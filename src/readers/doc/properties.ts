import { u16, u32 } from './compound.ts';

/** A property of characters, a paragraph or a table row: its code and its operand. */
export interface Property {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** What holds from one byte of the text up to another. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly properties: readonly Property[];
}

const pageSize = 512;
const tableDefinition = 0xd608;
const tabStops = 0xc615;
/** The properties of the paragraph stand in the stream `Data`, at the offset in the operand. */
const elsewhere = [0x6645, 0x6646];
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Length of the operand at an offset, and the bytes of its length field. */
function operandLength(
  code: number,
  bytes: Uint8Array,
  at: number,
): [length: number, field: number] {
  const fixed = operandSizes[(code >> 13) & 7] ?? 1;
  if (fixed > 0) return [fixed, 0];
  if (code === tableDefinition) return [Math.max(0, u16(bytes, at) - 1), 2];
  const length = bytes[at] ?? 0;
  if (code !== tabStops || length < 255) return [length, 1];
  const deleted = bytes[at + 1] ?? 0;
  const added = bytes[at + 2 + deleted * 4] ?? 0;
  return [2 + deleted * 4 + added * 3, 1];
}

/** The properties in a list of them. */
export function propertiesIn(bytes: Uint8Array): Property[] {
  const properties: Property[] = [];
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = u16(bytes, at);
    const [length, field] = operandLength(code, bytes, at + 2);
    const from = at + 2 + field;
    properties.push({ code, operand: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return properties;
}

/** Gives the properties that stand in the stream `Data`; no more bytes in all than it has. */
function farReader(
  far: Uint8Array | null,
): (properties: readonly Property[]) => readonly Property[] {
  let left = far?.length ?? 0;
  return (properties) => {
    const pointer = properties.find(({ code }) => elsewhere.includes(code));
    if (pointer === undefined || far === null) return properties;
    const at = u32(pointer.operand, 0);
    const length = u16(far, at);
    left -= length;
    if (left < 0) return properties;
    return [...properties, ...propertiesIn(far.subarray(at + 2, at + 2 + length))];
  };
}

/** The part of a page that describes one of its runs. */
function described(page: Uint8Array, count: number, run: number, paragraphs: boolean): Uint8Array {
  const list = (count + 1) * 4 + run * (paragraphs ? 13 : 1);
  const at = (page[list] ?? 0) * 2;
  if (at === 0) return page.subarray(0, 0);
  const length = page[at] ?? 0;
  if (!paragraphs) return page.subarray(at + 1, at + 1 + length);
  // two bytes for the style stand before the properties of a paragraph
  if (length > 0) return page.subarray(at + 3, at + length * 2);
  return page.subarray(at + 4, at + 2 + (page[at + 1] ?? 0) * 2);
}

/** Where an index of the pages of properties stands in the table stream. */
export interface Index {
  readonly at: number;
  readonly length: number;
}

/** The runs of characters or of paragraphs, in the order of the file. */
export function runsOf(
  text: Uint8Array,
  table: Uint8Array,
  index: Index,
  paragraphs: boolean,
  far: Uint8Array | null,
): Run[] {
  const runs: Run[] = [];
  const withFar = farReader(paragraphs ? far : null);
  const pages = Math.floor((Math.min(index.length, table.length) - 4) / 8);
  for (let p = 0; p < pages && p * pageSize < text.length; p++) {
    const number = u32(table, index.at + (pages + 1) * 4 + p * 4);
    const page = text.subarray(number * pageSize, (number + 1) * pageSize);
    const count = page[pageSize - 1] ?? 0;
    for (let r = 0; r < count; r++) {
      const properties = withFar(propertiesIn(described(page, count, r, paragraphs)));
      const [from, to] = [u32(page, r * 4), u32(page, r * 4 + 4)];
      runs.push({ from, to, properties });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}
