import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Names the machine in the names of drafts: several may write to folders of one disk. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const draftName = /^[a-z]+\.[a-z]+\.([0-9a-f]{8})-(\d+)\.tmp$/u;
/** Milliseconds after which nobody on another machine is still at work on a draft. */
const stale = 7 * 24 * 3600 * 1000;

/** What a file is called until it is whole: `audit.json.1a2b3c4d-4711.tmp`. */
export function draftOf(path: string): string {
  return `${path}.${machine}-${process.pid}.tmp`;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Nobody is at work on it: its process on this machine has ended, or it is old. */
async function isLeft(path: string, [, on, id]: RegExpExecArray): Promise<boolean> {
  if (on === machine) return !isAlive(Number(id));
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > stale;
}

/** Removes the drafts that runs which were killed left in a folder, and nothing else. */
export async function clearDrafts(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const named = entry.isFile() ? draftName.exec(entry.name) : null;
    const path = join(folder, entry.name);
    if (named !== null && (await isLeft(path, named))) await rm(path, { force: true });
  }
}
