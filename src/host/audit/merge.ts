import { createReadStream } from 'node:fs';
import type { WrongRecord } from '../../audit/partRecords.ts';
import { byText } from '../../audit/records.ts';
import { linesOf } from '../../readers/ndjson.ts';
import type { Planned } from './plan.ts';

/** A line of a part, with what it is sorted by. */
interface Line {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly line: number;
  /** Such as `part/records.ndjson:7`. */
  readonly place: string;
}

/** Bytes of records that a thread gets at a time. */
const bundle = 2 ** 20;
/** A line longer than this is no record. */
const longest = 2 ** 28;

const decoder = new TextDecoder();
const head = /^\{"order":\{"file":("(?:[^"\\]|\\.)*"),"line":(\d+)\}/u;

/** A part that is not what an audit wrote. */
export class PartError extends Error {
  override readonly name = 'PartError';
  readonly wrong: WrongRecord;

  constructor(wrong: WrongRecord) {
    super(`${wrong.place}: ${wrong.path}`);
    this.wrong = wrong;
  }
}

function orderOf(bytes: Uint8Array, place: string): Line {
  const [, name, number] = head.exec(decoder.decode(bytes)) ?? [];
  const file = parsedText(name ?? '');
  if (file === null) throw new PartError({ place, path: 'order' });
  return { bytes, file, line: Number(number), place };
}

function parsedText(json: string): string | null {
  try {
    return String(JSON.parse(json));
  } catch {
    return null;
  }
}

/** The lines of a part, which an audit wrote in their order. */
async function* linesIn(path: string): AsyncGenerator<Line> {
  const stream = createReadStream(path, { highWaterMark: 2 ** 20 });
  let last: Line | null = null;
  for await (const { bytes, number, isWhole } of linesOf(stream, longest)) {
    const place = `${path}:${number}`;
    if (!isWhole) throw new PartError({ place, path: '.' });
    if (bytes.length === 0) continue;
    const line = orderOf(bytes, place);
    if (last !== null && isBefore(line, last)) throw new PartError({ place, path: 'order' });
    last = line;
    yield line;
  }
}

function isBefore(a: Line, b: Line): boolean {
  return (byText(a.file, b.file) || a.line - b.line) < 0;
}

/** Several sorted files as one. */
async function* merged(paths: readonly string[]): AsyncGenerator<Line> {
  const sources = paths.map((path) => linesIn(path));
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    let first = -1;
    for (const [i, each] of heads.entries()) {
      if (each.done === true) continue;
      const best = heads[first];
      if (best === undefined || best.done === true || isBefore(each.value, best.value)) first = i;
    }
    const taken = heads[first];
    const source = sources[first];
    if (taken === undefined || source === undefined || taken.done === true) return;
    yield taken.value;
    heads[first] = await source.next();
  }
}

const newline = new Uint8Array([0x0a]);

/** The records that parts of an audit wrote, in the order that the whole audit would have given them. */
export async function* planOfParts(paths: readonly string[]): AsyncGenerator<Planned> {
  let lines: Line[] = [];
  let size = 0;
  const bundled = (): Planned => {
    const bytes = Buffer.concat(lines.flatMap((line) => [line.bytes, newline]));
    const planned = {
      task: { kind: 'records', bytes, places: lines.map(({ place }) => place) },
      bytes: size,
      files: 0,
      keep: [],
      isLast: true,
    } as const;
    lines = [];
    size = 0;
    return planned;
  };
  for await (const line of merged(paths)) {
    lines.push(line);
    size += line.bytes.length + 1;
    if (size >= bundle) yield bundled();
  }
  if (lines.length > 0) yield bundled();
}
