import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { clearDrafts } from '../drafts.ts';
import { WholeFile } from '../wholeFile.ts';

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
      const known = this.files.get(name);
      const file = known ?? (await WholeFile.under(join(this.folder, name)));
      this.files.set(name, file);
      await file.write(content);
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
