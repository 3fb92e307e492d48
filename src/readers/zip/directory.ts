import { type Problem, problem } from '../../model/problem.ts';
import type { Limits } from '../reader.ts';

/** An entry of an archive, as its central directory has it. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins, and where what follows it in the archive begins. */
  readonly offset: number;
  readonly end: number;
}

interface End {
  readonly entries: number;
  readonly from: number;
  readonly to: number;
}

/** The problem of an archive that is not whole. */
export function brokenArchive(zh: string, en: string, source: string): Problem {
  return problem('archive-broken', { reason: { zh, en } }, source);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const endLength = 22;

function zip64End(view: DataView, locator: number): End | null {
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== 0x06064b50) return null;
  const from = Number(view.getBigUint64(at + 48, true));
  const to = from + Number(view.getBigUint64(at + 40, true));
  return to === at ? { entries: Number(view.getBigUint64(at + 32, true)), from, to } : null;
}

/** The directory that ends exactly where its end record begins: an archive with anything between has two readings. */
function endOf(view: DataView): End | null {
  const first = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const large = zip64End(view, at - 20);
    if (large !== null) return large;
    const from = view.getUint32(at + 16, true);
    const to = from + view.getUint32(at + 12, true);
    if (to === at) return { entries: view.getUint16(at + 10, true), from, to };
  }
  return null;
}

/** Sizes and offset of an entry; where 32 bits do not hold them they stand in an extra field. */
function wide(view: DataView, at: number, extra: number, extraEnd: number): number[] {
  const values = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  if (!values.includes(0xffffffff)) return values;
  let field = extra;
  while (field + 4 <= extraEnd && view.getUint16(field, true) !== 1) {
    field += 4 + view.getUint16(field + 2, true);
  }
  field += 4;
  return values.map((value) => {
    if (value !== 0xffffffff || field + 8 > extraEnd) return value;
    field += 8;
    return Number(view.getBigUint64(field - 8, true));
  });
}

const names = new TextDecoder();

function entryAt(view: DataView, at: number, directory: End): [Omit<Entry, 'end'>, number] | null {
  if (at + 46 > directory.to || view.getUint32(at, true) !== 0x02014b50) return null;
  const extra = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = extra + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > directory.to) return null;
  const [size = 0, packed = 0, offset = 0] = wide(view, at, extra, extraEnd);
  const name = names.decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, extra - at - 46),
  );
  const encrypted = (view.getUint16(at + 8, true) & 0x2041) !== 0;
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  return [{ name, encrypted, method, crc, packed, size, offset }, next];
}

/** Entries with the place at which each must end; null where two share bytes. */
function apart(entries: readonly Omit<Entry, 'end'>[], directory: End): Entry[] | null {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  const placed = sorted.map((entry, i) => ({
    ...entry,
    end: sorted[i + 1]?.offset ?? directory.from,
  }));
  return placed.every(({ offset, packed, end }) => offset + 30 + packed <= end) ? placed : null;
}

/** The entries of an archive, none of them unpacked; no two of them share bytes. */
export function readDirectory(
  bytes: Uint8Array,
  limits: Limits,
  source: string,
): readonly Entry[] | Problem {
  const view = viewOf(bytes);
  const directory = endOf(view);
  if (directory === null)
    return brokenArchive('压缩包的目录缺失', 'the archive has no directory', source);
  const entries: Omit<Entry, 'end'>[] = [];
  for (let at = directory.from; at < directory.to; ) {
    const found = entryAt(view, at, directory);
    if (found === null) return brokenArchive('压缩包的目录损坏', 'damaged directory', source);
    if (entries.push(found[0]) > limits.entries) {
      const what = { zh: '压缩包内的文件数', en: 'files in the archive' };
      return problem('document-too-large', { what, limit: String(limits.entries) }, source);
    }
    at = found[1];
  }
  const wrong = entries.length !== directory.entries;
  return (
    (wrong ? null : apart(entries, directory)) ??
    brokenArchive('压缩包的目录与内容不符', 'its directory does not fit its contents', source)
  );
}
