import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';

/** Written last by scripts/build.ts, so that a build cut short counts as none. */
const built = 'dist/cli.cache';
const lock = 'node_modules/.cache/giar-build.lock';
const longestBuild = 120_000;

function newestIn(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true });
  return Math.max(
    ...files.map((file) => {
      const path = `${folder}/${file.name}`;
      return file.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
    }),
  );
}

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const sources = Math.max(newestIn('src'), statSync('scripts/build.ts').mtimeMs);
  return statSync(built).mtimeMs < sources;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function takeLock(): void {
  for (let waited = 0; waited < longestBuild; waited += 100) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      sleep(100);
    }
  }
}

/** Builds the program if `dist` is older than `src`; of several test workers only one does. */
export function ensureBuilt(): void {
  if (!isStale()) return;
  mkdirSync('node_modules/.cache', { recursive: true });
  takeLock();
  try {
    if (isStale()) execFileSync('npm', ['run', '-s', 'build'], { stdio: 'pipe', shell: true });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
