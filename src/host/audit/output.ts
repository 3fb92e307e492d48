import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearDrafts, draftOf } from './drafts.ts';

/** Bytes gathered before they are written. */
const gathered = 2 ** 18;

/** A new file, never one that something else leads to: what an earlier run left under the name goes first. */
async function fresh(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, 'wx');
}

/** A file that appears under its name only when it is whole. */
class WholeFile {
  private readonly path: string;
  private readonly draft: string;
  private readonly handle: FileHandle;
  private held: Uint8Array[] = [];
  private size = 0;

  constructor(path: string, draft: string, handle: FileHandle) {
    this.path = path;
    this.draft = draft;
    this.handle = handle;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.held.push(bytes);
    this.size += bytes.length;
    if (this.size >= gathered) await this.flush();
  }

  private async flush(): Promise<void> {
    const held = this.held;
    this.held = [];
    this.size = 0;
    if (held.length === 0) return;
    for (const bytes of held) {
      let at = 0;
      while (at < bytes.length) at += (await this.handle.write(bytes, at)).bytesWritten;
    }
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
  }

  async show(): Promise<void> {
    await rename(this.draft, this.path);
  }

  async drop(): Promise<void> {
    await this.handle.close().catch(() => {});
    await rm(this.draft, { force: true }).catch(() => {});
  }
}

/**
 * The folder that an audit writes to. What was there before stays until everything is written; a
 * disk that is full, or a run that is killed, leaves it as it was.
 */
export class Output {
  private readonly folder: string;
  private readonly files = new Map<string, WholeFile>();
  private failure: Error | null = null;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws where the folder cannot be made or looked into */
  static async in(folder: string): Promise<Output> {
    await mkdir(folder, { recursive: true });
    await clearDrafts(folder);
    return new Output(folder);
  }

  /** What went wrong first; nothing is written after that. */
  get error(): Error | null {
    return this.failure;
  }

  async write(name: string, content: Uint8Array | string): Promise<void> {
    if (this.failure !== null) return;
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const path = join(this.folder, name);
      const known = this.files.get(name);
      const draft = draftOf(path);
      const file = known ?? new WholeFile(path, draft, await fresh(draft));
      this.files.set(name, file);
      await file.write(bytes);
    } catch (error) {
      await this.fail(error);
    }
  }

  private async fail(error: unknown): Promise<void> {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    await this.drop();
  }

  /** Nothing of it is to appear: what was there before stays. */
  async drop(): Promise<void> {
    for (const file of this.files.values()) await file.drop();
  }

  /** Everything under its name, all at once as far as a file system allows. */
  async commit(): Promise<void> {
    if (this.failure !== null) return;
    try {
      for (const file of this.files.values()) await file.finish();
      for (const file of this.files.values()) await file.show();
    } catch (error) {
      await this.fail(error);
    }
  }
}
