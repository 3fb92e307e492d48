import { Inflate, inflateSync } from 'fflate';
import type { Problem } from '../../model/problem.ts';
import { brokenArchive, type Entry, viewOf } from './directory.ts';

function tableOf(byte: number): number {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
}

const slices = 8;

/** For each byte what it adds to the checksum, and in the next table the same with a zero byte after it, and so on. */
function tablesOf(): Int32Array {
  const tables = new Int32Array(slices * 256);
  for (let i = 0; i < tables.length; i++) {
    const before = tables[i - 256] ?? 0;
    tables[i] = i < 256 ? tableOf(i) : (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

const crcs = tablesOf();

function crcAt(slice: number, byte: number): number {
  return crcs[slice * 256 + (byte & 0xff)] ?? 0;
}

/** Eight bytes at a time: one by one takes as long as inflating them. */
function crcOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let crc = -1;
  let at = 0;
  for (; at + slices <= bytes.length; at += slices) {
    const low = view.getInt32(at, true) ^ crc;
    const high = view.getInt32(at + 4, true);
    crc =
      crcAt(7, low) ^
      crcAt(6, low >>> 8) ^
      crcAt(5, low >>> 16) ^
      crcAt(4, low >>> 24) ^
      crcAt(3, high) ^
      crcAt(2, high >>> 8) ^
      crcAt(1, high >>> 16) ^
      crcAt(0, high >>> 24);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ crcAt(0, crc ^ view.getUint8(at));
  return ~crc >>> 0;
}

/** What is inflated at once: at most a thousand times as much comes out of it. */
const step = 1 << 16;

/** Inflates in steps, and stops as soon as more comes out than was declared; null where it does. */
function inflateInSteps(packed: Uint8Array, size: number): Uint8Array | null {
  const whole = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((piece) => {
    if (filled + piece.length <= size) whole.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < packed.length && filled <= size; at += step) {
    inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return filled === size ? whole : null;
}

/** Inflates to exactly the declared size; null where the bytes give another. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    if (packed.length > step) return inflateInSteps(packed, size);
    // One byte too many in the buffer, to see whether more would have come.
    const content = inflateSync(packed, { out: new Uint8Array(size + 1) });
    return content.length === size ? content : null;
  } catch {
    return null;
  }
}

const names = new TextDecoder();

/** The bytes that an entry's data takes; null where its local header says something else than the directory. */
function packedOf(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + 30 > entry.end || view.getUint32(offset, true) !== 0x04034b50) return null;
  const nameEnd = offset + 30 + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  if (start + entry.packed > entry.end) return null;
  const name = names.decode(bytes.subarray(offset + 30, nameEnd));
  if (name !== entry.name || view.getUint16(offset + 8, true) !== entry.method) return null;
  const sizesFollow = (view.getUint16(offset + 6, true) & 8) !== 0;
  const size = view.getUint32(offset + 22, true);
  if (!sizesFollow && size !== entry.size && size !== 0xffffffff) return null;
  return bytes.subarray(start, start + entry.packed);
}

/** What an entry holds, which is as long as the directory says and has its checksum. */
export function unpack(bytes: Uint8Array, entry: Entry, source: string): Uint8Array | Problem {
  const { name, method, size } = entry;
  const packed = packedOf(bytes, entry);
  if (packed === null) {
    return brokenArchive(
      `${name} 与压缩包的目录不符`,
      `${name} is not what the directory says`,
      source,
    );
  }
  if (method !== 0 && method !== 8) {
    return brokenArchive(`${name} 的压缩方式无法识别`, `unknown compression of ${name}`, source);
  }
  const content = method === 8 ? inflate(packed, size) : packed.length === size ? packed : null;
  if (content === null || crcOf(content) !== entry.crc) {
    return brokenArchive(`${name} 解压出错`, `${name} cannot be unpacked`, source);
  }
  return content;
}
