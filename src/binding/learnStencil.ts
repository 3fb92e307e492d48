import { CellKind } from '../model/cell.ts';
import type { Report } from '../model/report.ts';
import { type JsonSource, jsonSource, type Written } from '../readers/json.ts';
import { isObject, resolve } from './record.ts';
import { fill, gapOf, type Stencil } from './stencil.ts';

type JsonObject = Readonly<Record<string, unknown>>;

interface Gap extends Written {
  readonly gap: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Keys that only few reports have, and that take more than filling a gap. */
const rare = ['headers', 'explanations'];

/** The text within the quotes. */
function withoutQuotes({ offset, length }: Written): Written {
  return { offset: offset + 1, length: length - 2 };
}

/** Gaps for the figures; null where a cell says anything but a number or a mark. */
function figureGaps({ form, kinds }: Report, record: JsonObject, source: JsonSource): Gap[] | null {
  const gaps: Gap[] = [];
  for (const cell of form.cells) {
    const kind = kinds[cell.index];
    const { path, value } = resolve(record, cell);
    if (kind === CellKind.number) {
      const written = source.writtenAt(path);
      if (typeof value !== 'number' || written === null) return null;
      gaps.push({ ...written, gap: cell.index });
    } else if (
      kind !== (form.optional[cell.index] === 1 ? CellKind.absent : CellKind.notApplicable)
    )
      return null;
  }
  return gaps;
}

/** Gaps for the year and the texts. */
function otherGaps(record: JsonObject, source: JsonSource): Gap[] {
  const gaps: Gap[] = [];
  const add = (path: readonly string[], gap: number): void => {
    const written = source.writtenAt([...path]);
    if (written !== null)
      gaps.push({ ...(gap === gapOf.year ? written : withoutQuotes(written)), gap });
  };
  for (const key of ['year', 'organ', 'published'] as const) {
    if (record[key] !== undefined) add([key], gapOf[key]);
  }
  if (isObject(record.text))
    for (const key of Object.keys(record.text)) add(['text', key], gapOf.text);
  return gaps;
}

/** What stands between gaps in turn, and after the last one. */
function between(text: string, gaps: readonly Gap[]): string[] {
  const starts = [0, ...gaps.map(({ offset, length }) => offset + length)];
  return starts.map((start, i) => text.slice(start, gaps[i]?.offset ?? text.length));
}

function sumsOf(lengths: readonly number[]): Int32Array {
  let sum = 0;
  return Int32Array.from(lengths, (length) => (sum += length));
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => value === b[i]);
}

/** The text of a record and what it says; null for one in another encoding than plain UTF-8, or one of several. */
function parsed(bytes: Uint8Array): { text: string; record: JsonObject } | null {
  try {
    const text = utf8.decode(bytes);
    const record: unknown = JSON.parse(text);
    return isObject(record) ? { text, record } : null;
  } catch {
    return null;
  }
}

/** The stencil of a record that was bound in the general way; null where it is too unusual. */
export function learn(bytes: Uint8Array, report: Report): Stencil | null {
  const read = parsed(bytes);
  if (read === null || rare.some((key) => Object.hasOwn(read.record, key))) return null;
  const { text, record } = read;
  const source = jsonSource('', text);
  const figures = figureGaps(report, record, source);
  if (figures === null) return null;
  const gaps = [...figures, ...otherGaps(record, source)].sort((a, b) => a.offset - b.offset);
  const parts = between(text, gaps);
  const encoded = parts.map((part) => encoder.encode(part));
  const stencil: Stencil = {
    form: report.form,
    kinds: report.kinds,
    named: record.edition !== undefined,
    sections: report.sections,
    passages: report.passages.flatMap(({ section }) => section ?? []),
    fixed: new DataView(Uint8Array.from(encoded.flatMap((part) => [...part])).buffer),
    ends: sumsOf(encoded.map(({ length }) => length)),
    units: sumsOf(parts.map(({ length }) => length)),
    gaps: Int32Array.from(gaps, ({ gap }) => gap),
  };
  const filling = fill(stencil, bytes);
  return filling !== null && same(filling.values, report.values) ? stencil : null;
}
