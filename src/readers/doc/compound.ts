const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const noSector = 0xfffffff0;
const headerIds = 109;
const entrySize = 128;
const none = 0xffffffff;

/** A compound file (OLE2), the container of Word 97 to 2003 and of WPS. */
export interface Compound {
  /** The bytes of a stream in the root storage; null where there is no such stream or it is damaged. */
  readonly stream: (name: string) => Uint8Array | null;
}

interface Chains {
  readonly size: number;
  /** The sectors of a chain; null where it runs in a circle. */
  readonly chain: (first: number) => readonly number[] | null;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly links: readonly [number, number];
  readonly child: number;
  readonly first: number;
  readonly length: number;
}

/** 32-bit number at an offset; `none` where it is not all there. */
export function u32(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return none;
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/** 16-bit number at an offset; 0 beyond the end. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function chainsIn(table: Uint8Array, size: number): Chains {
  const most = table.length / 4;
  return {
    size,
    chain(first) {
      const sectors: number[] = [];
      for (let at = first; at < noSector; at = u32(table, at * 4)) {
        if (sectors.length >= most) return null;
        sectors.push(at);
      }
      return sectors;
    },
  };
}

/** Numbered pieces one after another; what the file lacks is zeros. `shift` pieces stand before the first. */
function gathered(
  pieces: Uint8Array,
  ids: readonly number[],
  size: number,
  shift: number,
): Uint8Array {
  const whole = new Uint8Array(ids.length * size);
  for (const [i, id] of ids.entries()) {
    const from = (id + shift) * size;
    whole.set(pieces.subarray(from, from + size), i * size);
  }
  return whole;
}

/** The sectors that hold the allocation table, each once; the file has no more sectors than bytes allow. */
function tableSectors(bytes: Uint8Array, size: number): number[] {
  const most = Math.ceil(bytes.length / size);
  const ids: number[] = [];
  const add = (from: number, count: number) => {
    for (let i = 0; i < count; i++) {
      const id = u32(bytes, from + i * 4);
      if (id < most) ids.push(id);
    }
  };
  add(76, headerIds);
  let more = u32(bytes, 68);
  for (let i = 0; more < most && i < most && ids.length < most; i++) {
    const from = (more + 1) * size;
    add(from, size / 4 - 1);
    more = u32(bytes, from + size - 4);
  }
  return ids.slice(0, most);
}

function entryAt(bytes: Uint8Array, at: number): Entry {
  const length = Math.min(64, Math.max(0, u16(bytes, at + 64) - 2));
  return {
    name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
    kind: bytes[at + 66] ?? 0,
    links: [u32(bytes, at + 68), u32(bytes, at + 72)],
    child: u32(bytes, at + 76),
    first: u32(bytes, at + 116),
    length: u32(bytes, at + 120),
  };
}

/** The streams of the root storage, so that those of embedded documents are not taken for its own. */
function rootStreams(entries: readonly Entry[], root: Entry): Map<string, Entry> {
  const streams = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (entry === undefined || seen.has(id)) continue;
    seen.add(id);
    if (entry.kind === 2 && !streams.has(entry.name)) streams.set(entry.name, entry);
    waiting.push(...entry.links);
  }
  return streams;
}

/** Opens a compound file; null where the bytes are none or its directory is damaged. */
export function openCompound(bytes: Uint8Array): Compound | null {
  if (!signature.every((byte, i) => bytes[i] === byte)) return null;
  const [bits, smallBits] = [u16(bytes, 30), u16(bytes, 32)];
  if ((bits !== 9 && bits !== 12) || smallBits > bits) return null;
  const size = 2 ** bits;
  const sectors = chainsIn(gathered(bytes, tableSectors(bytes, size), size, 1), size);
  const read = (first: number): Uint8Array | null => {
    const ids = sectors.chain(first);
    return ids && gathered(bytes, ids, size, 1);
  };
  const directory = read(u32(bytes, 48));
  const smallTable = read(u32(bytes, 60));
  if (directory === null || smallTable === null) return null;
  const entries = Array.from({ length: Math.floor(directory.length / entrySize) }, (_, i) =>
    entryAt(directory, i * entrySize),
  );
  const root = entries.find(({ kind }) => kind === 5);
  const small = root && read(root.first);
  if (root === undefined || small === undefined || small === null) return null;
  const smallSectors = chainsIn(smallTable, 2 ** smallBits);
  const streams = rootStreams(entries, root);
  return {
    stream(name) {
      const entry = streams.get(name);
      if (entry === undefined) return null;
      if (entry.length >= u32(bytes, 56))
        return read(entry.first)?.subarray(0, entry.length) ?? null;
      const ids = smallSectors.chain(entry.first);
      return ids && gathered(small, ids, smallSectors.size, 0).subarray(0, entry.length);
    },
  };
}
