import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Found } from './find.ts';

/** Where the records of a file, or of a chunk of it, lie. */
interface Segment {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly digest: string;
}

/** What is known of a file: how it looked when it was read, and what came of it. */
interface Entry {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly content: string;
  /** What an index said of it. */
  readonly said: string;
  readonly segments: readonly Segment[];
}

/** By path. An index names the pack that lies beside it. */
type Index = Readonly<Record<string, Entry>>;

/** A pack is put in its place when it has so many bytes, so that a run that is killed loses little. */
const packSize = 16 * 2 ** 20;
/** More packs than this are put together. */
const mostPacks = 12;

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function contentOf(path: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(Buffer.from(path))) hash.update(chunk);
  return hash.digest('hex');
}

function keyOf({ path }: Found): string {
  return Buffer.from(path).toString('latin1');
}

/** Records hold what the index says; what the name says depends on the path alone. */
function saidOf({ named }: Found): string {
  return named.said === null ? '' : JSON.stringify(named.said);
}

function isSegment(value: unknown): value is Segment {
  if (typeof value !== 'object' || value === null) return false;
  const { pack, offset, length, digest }: Partial<Record<keyof Segment, unknown>> = value;
  const isPack = typeof pack === 'string' && /^[\w-]+\.pack$/u.test(pack);
  return (
    isPack && typeof offset === 'number' && typeof length === 'number' && typeof digest === 'string'
  );
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const {
    size,
    modified,
    changed,
    content,
    said,
    segments,
  }: Partial<Record<keyof Entry, unknown>> = value;
  const isStated = [size, modified, changed].every((each) => typeof each === 'number');
  return (
    isStated &&
    typeof content === 'string' &&
    typeof said === 'string' &&
    Array.isArray(segments) &&
    segments.every(isSegment)
  );
}

function isIndex(value: unknown): value is Index {
  return typeof value === 'object' && value !== null && Object.values(value).every(isEntry);
}

async function indexIn(path: string): Promise<Index> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isIndex(value) ? value : {};
  } catch {
    return {};
  }
}

async function writeWhole(path: string, content: string): Promise<void> {
  const file = await open(`${path}.tmp`, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
}

/**
 * What earlier runs made of files, by their content, for one version of the program and one set of
 * settings. Records lie in packs, each with an index that appears after it: a run that is killed
 * leaves packs without an index, which nobody looks at.
 */
export class Cache {
  private readonly folder: string;
  private readonly known = new Map<string, Entry>();
  private readonly packs: string[];
  private readonly name: string;
  private count = 0;
  private pack: FileHandle | null = null;
  private written = 0;
  private fresh: Record<string, Entry> = {};
  private readonly pending = new Map<string, Segment[]>();
  private readonly contents = new Map<string, string>();
  private failure: Error | null = null;

  private constructor(folder: string, packs: string[]) {
    this.folder = folder;
    this.packs = packs;
    this.name = `${Date.now().toString(36)}-${process.pid}`;
  }

  /** @param key of the program's version and the settings @throws where the folder cannot be made */
  static async in(folder: string, key: string): Promise<Cache> {
    const own = join(folder, key);
    await mkdir(own, { recursive: true });
    const names = (await readdir(own)).filter((name) => name.endsWith('.json')).sort();
    const cache = new Cache(
      own,
      names.map((name) => name.replace(/json$/u, 'pack')),
    );
    for (const name of names) {
      const index = await indexIn(join(own, name));
      for (const [path, entry] of Object.entries(index)) cache.known.set(path, entry);
    }
    return cache;
  }

  /** What went wrong first; nothing is kept after that, and nothing else suffers. */
  get error(): Error | null {
    return this.failure;
  }

  /** The records of a file that is as it was, told by its look, else by its content; null where it is not. */
  async find(file: Found): Promise<Uint8Array | null> {
    const known = this.known.get(keyOf(file));
    const entry = known?.said === saidOf(file) ? known : undefined;
    try {
      const isSame =
        entry?.size === file.size &&
        entry.modified === file.modified &&
        entry.changed === file.changed;
      const records =
        entry !== undefined && isSame ? await this.read(entry).catch(() => null) : null;
      if (records !== null) return records;
      const content = await contentOf(file.path);
      this.contents.set(keyOf(file), content);
      return entry?.content === content ? await this.again(file, entry) : null;
    } catch {
      return null;
    }
  }

  /** The content is the same, but not the look: the next time the look will do. */
  private async again(file: Found, entry: Entry): Promise<Uint8Array | null> {
    const { size, modified, changed } = file;
    const records = await this.read(entry);
    if (records !== null) this.fresh[keyOf(file)] = { ...entry, size, modified, changed };
    return records;
  }

  private async read({ segments }: Entry): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (const { pack, offset, length, digest } of segments) {
      const file = await open(join(this.folder, pack));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        if (bytesRead !== length || digestOf(buffer) !== digest) return null;
        parts.push(buffer);
      } finally {
        await file.close();
      }
    }
    return Buffer.concat(parts);
  }

  /**
   * Keeps what came of a file, or of the next chunk of it. A file that changed while it was read is
   * not kept.
   */
  async keep(file: Found, records: Uint8Array, isLast: boolean): Promise<void> {
    const key = keyOf(file);
    const content = this.contents.get(key);
    if (this.failure !== null || content === undefined) return;
    try {
      const segments = [...(this.pending.get(key) ?? []), await this.append(records)];
      this.pending.set(key, segments);
      if (!isLast) return;
      this.pending.delete(key);
      const now = await stat(Buffer.from(file.path));
      const { size, modified, changed } = file;
      if (now.size !== size || now.mtimeMs !== modified || now.ctimeMs !== changed) return;
      this.fresh[key] = { size, modified, changed, content, said: saidOf(file), segments };
      if (this.written >= packSize) await this.close();
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Nothing of a file is kept in this run. */
  forget(file: Found): void {
    this.contents.delete(keyOf(file));
    this.pending.delete(keyOf(file));
  }

  private get current(): string {
    return `${this.name}-${this.count}.pack`;
  }

  private async append(bytes: Uint8Array): Promise<Segment> {
    this.pack ??= await open(join(this.folder, this.current), 'w');
    const offset = this.written;
    let at = 0;
    while (at < bytes.length) at += (await this.pack.write(bytes, at)).bytesWritten;
    this.written += bytes.length;
    return { pack: this.current, offset, length: bytes.length, digest: digestOf(bytes) };
  }

  /** The pack with its index in place; files whose chunks are still coming wait for the next. */
  private async close(): Promise<void> {
    if (this.pending.size > 0) return;
    if (this.pack === null && Object.keys(this.fresh).length === 0) return;
    await this.pack?.sync();
    await this.pack?.close();
    await writeWhole(
      join(this.folder, this.current.replace(/pack$/u, 'json')),
      JSON.stringify(this.fresh),
    );
    this.packs.push(this.current);
    for (const [path, entry] of Object.entries(this.fresh)) this.known.set(path, entry);
    this.pack = null;
    this.written = 0;
    this.fresh = {};
    this.count++;
  }

  /** Everything in place. After many runs the packs are put together, and what is out of date is left out. */
  async commit(): Promise<void> {
    if (this.failure !== null) return;
    try {
      this.pending.clear();
      await this.close();
      if (this.packs.length > mostPacks) await this.compact();
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  private async compact(): Promise<void> {
    const old = [...this.packs];
    for (const [key, entry] of this.known) {
      const records = await this.read(entry);
      if (records !== null) this.fresh[key] = { ...entry, segments: [await this.append(records)] };
    }
    await this.close();
    for (const pack of old) {
      await rm(join(this.folder, pack.replace(/pack$/u, 'json')), { force: true });
      await rm(join(this.folder, pack), { force: true });
    }
  }
}
