import { rmSync } from 'node:fs';
import { chmod, type FileHandle, link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { draftOf } from './drafts.ts';

/** Bytes gathered before they are written. */
const gathered = 2 ** 18;

/** Drafts that are neither shown nor dropped: they go when the process ends. */
const drafts = new Set<string>();

function dropDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
}

/** A new file, never one that something else leads to: what an earlier run left under the name goes first. */
async function fresh(draft: string): Promise<FileHandle> {
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx');
  if (drafts.size === 0) process.on('exit', dropDrafts);
  drafts.add(draft);
  return handle;
}

function settle(draft: string): void {
  drafts.delete(draft);
  if (drafts.size === 0) process.off('exit', dropDrafts);
}

interface Target {
  readonly path: string;
  readonly mode: number | null;
}

/** The file to be written: what a link leads to; null for what is no file, such as a device. */
async function targetOf(path: string): Promise<Target | null> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    return found.isFile() ? { path: real, mode: found.mode } : null;
  } catch {
    return { path, mode: null };
  }
}

/** A file that appears under its name in one step, when it is whole; until then it is a draft beside it. */
export class WholeFile {
  private readonly target: Target;
  private readonly draft: string;
  private readonly handle: FileHandle;
  private held: Uint8Array[] = [];
  private size = 0;

  private constructor(target: Target, draft: string, handle: FileHandle) {
    this.target = target;
    this.draft = draft;
    this.handle = handle;
  }

  /** To take the place of what stands under the name, or of the file that a link there leads to. @throws where that is no file, or the folder cannot be written to */
  static async replacing(path: string): Promise<WholeFile> {
    const target = await targetOf(path);
    if (target === null) throw Object.assign(new Error(path), { code: 'ENOTFILE' });
    return WholeFile.at(target);
  }

  /** Under the name itself, whatever leads from there elsewhere. @throws where the folder cannot be written to */
  static async under(path: string): Promise<WholeFile> {
    return WholeFile.at({ path, mode: null });
  }

  private static async at(target: Target): Promise<WholeFile> {
    const draft = draftOf(target.path);
    return new WholeFile(target, draft, await fresh(draft));
  }

  async write(content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    if (bytes.length === 0) return;
    this.held.push(bytes);
    this.size += bytes.length;
    if (this.size >= gathered) await this.flush();
  }

  private async flush(): Promise<void> {
    const held = this.held;
    this.held = [];
    this.size = 0;
    for (const bytes of held) {
      let at = 0;
      while (at < bytes.length) at += (await this.handle.write(bytes, at)).bytesWritten;
    }
  }

  /** Everything on the disk, still as a draft. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.target.mode !== null) await chmod(this.draft, this.target.mode);
    await this.handle.sync();
    await this.handle.close();
  }

  /** @param isNew to be refused, with EEXIST, where something stands under the name */
  async show(isNew = false): Promise<void> {
    if (isNew) {
      await link(this.draft, this.target.path);
      await rm(this.draft, { force: true });
    } else await rename(this.draft, this.target.path);
    settle(this.draft);
  }

  async drop(): Promise<void> {
    await this.handle.close().catch(() => {});
    await rm(this.draft, { force: true }).catch(() => {});
    settle(this.draft);
  }
}

/** Puts a finished file in its place in one step: whole, or not at all. @throws EEXIST where something stands there and it is not to be replaced */
export async function putFile(
  path: string,
  content: Uint8Array | string,
  isReplacing: boolean,
): Promise<void> {
  const file = isReplacing ? await WholeFile.replacing(path) : await WholeFile.under(path);
  try {
    await file.write(content);
    await file.finish();
    await file.show(!isReplacing);
  } catch (error) {
    await file.drop();
    throw error;
  }
}
