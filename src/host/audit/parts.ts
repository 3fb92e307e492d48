import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from '../../audit/batch.ts';

/** Bytes held in memory before they go into files. */
const mostHeld = 48 * 2 ** 20;

/**
 * Records divided by organ, kept until all have come: in memory while they are few, then in files of
 * a temporary folder, so that memory does not grow with the number of reports.
 */
export class Parts {
  private held: Uint8Array[][] = Array.from({ length: parts }, () => []);
  private size = 0;
  private folder: string | null = null;
  private readonly files: (FileHandle | undefined)[] = [];

  async add(byPart: readonly (Uint8Array | null)[]): Promise<void> {
    for (const [i, bytes] of byPart.entries()) {
      if (bytes === null) continue;
      this.held[i]?.push(bytes);
      this.size += bytes.length;
    }
    if (this.size > mostHeld) await this.spill();
  }

  private nameOf(folder: string, part: number): string {
    return join(folder, `${part}.pack`);
  }

  private async spill(): Promise<void> {
    this.folder ??= await mkdtemp(join(tmpdir(), 'giar-'));
    for (const [i, bytes] of this.held.entries()) {
      if (bytes.length === 0) continue;
      const file = this.files[i] ?? (await open(this.nameOf(this.folder, i), 'a'));
      this.files[i] = file;
      await file.writev(bytes);
    }
    this.held = this.held.map(() => []);
    this.size = 0;
  }

  /** All records of a part, which are then forgotten. */
  async take(part: number): Promise<readonly Uint8Array[]> {
    const held = this.held[part] ?? [];
    this.held[part] = [];
    if (this.folder === null || this.files[part] === undefined) return held;
    return [await readFile(this.nameOf(this.folder, part)), ...held];
  }

  async close(): Promise<void> {
    for (const file of this.files) await file?.close();
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }
}
