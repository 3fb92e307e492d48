import { type AuditRecord, isRecord } from './records.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const four = Int32Array.BYTES_PER_ELEMENT;
/** Numbers that a pack begins with: how many numbers follow, how many bytes of text. */
const head = 2;

const none: readonly number[] = [];

/** The values that can be packed: whole numbers that are not too large, as nearly all are; else none. */
function packable({ frozen }: AuditRecord): readonly number[] {
  if (frozen === null) return none;
  const { values } = frozen;
  for (let i = 0; i < values.length; i++) if (values[i] !== ((values[i] ?? 0) | 0)) return none;
  return values;
}

function withValues(record: AuditRecord, values: readonly number[]): AuditRecord {
  const { frozen } = record;
  return frozen === null ? record : { ...record, frozen: { ...frozen, values } };
}

/** Where what stands behind so many bytes begins, so that numbers lie where numbers may. */
function aligned(length: number): number {
  return Math.ceil(length / four) * four;
}

/**
 * Records as bytes for a later stage of the same run: the values of their cells as numbers in memory,
 * each report's behind their count, then the rest as JSON. Values as text would take most of the time.
 */
export function packed(records: readonly AuditRecord[]): Uint8Array {
  const values = records.map(packable);
  const rest = records.map((each, i) => (values[i] === none ? each : withValues(each, none)));
  const text = encoder.encode(JSON.stringify(rest));
  const count = values.reduce((sum, { length }) => sum + 1 + length, 0);
  const start = (head + count) * four;
  const bytes = new Uint8Array(aligned(start + text.length));
  const numbers = new Int32Array(bytes.buffer, 0, head + count);
  numbers[0] = count;
  numbers[1] = text.length;
  let at = head;
  for (const each of values) {
    numbers[at++] = each.length;
    for (let i = 0; i < each.length; i++) numbers[at++] = each[i] ?? 0;
  }
  bytes.set(text, start);
  return bytes;
}

/** The records of the pack that begins here, and where the next one begins. */
function packAt(bytes: Uint8Array, from: number): { records: AuditRecord[]; end: number } {
  const at = bytes.byteOffset + from;
  const [count = 0, length = 0] = new Int32Array(bytes.buffer, at, head);
  const numbers = new Int32Array(bytes.buffer, at + head * four, count);
  const start = from + (head + count) * four;
  const rest: unknown = JSON.parse(decoder.decode(bytes.subarray(start, start + length)));
  let next = 0;
  const records = (Array.isArray(rest) ? rest : [rest]).map((record: unknown): AuditRecord => {
    if (!isRecord(record)) throw new SyntaxError('this is no record of an audit');
    const size = numbers[next++] ?? 0;
    if (size === 0) return record;
    const values = new Array<number>(size);
    for (let i = 0; i < size; i++) values[i] = numbers[next++] ?? 0;
    return withValues(record, values);
  });
  return { records, end: aligned(start + length) };
}

/** The records of packs that stand one behind the other. @throws for bytes that are no packs */
export function unpacked(bytes: Uint8Array): AuditRecord[] {
  // What was read from a file may lie anywhere.
  const own = bytes.byteOffset % four === 0 ? bytes : new Uint8Array(bytes);
  const records: AuditRecord[] = [];
  for (let at = 0; at < own.length; ) {
    const pack = packAt(own, at);
    for (const record of pack.records) records.push(record);
    at = pack.end;
  }
  return records;
}
