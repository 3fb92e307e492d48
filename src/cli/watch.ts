import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { visible } from '../messages/visible.ts';
import { expand } from './expand.ts';
import { ExitCode, type Shell, UsageError } from './shell.ts';

/** Programs write a file in several steps; this many milliseconds after the last one it is read. */
const quietTime = 150;
/** Some disks, such as those of a network, tell nothing: so often, in milliseconds, the files are looked at anyway. */
const lookAgain = 2000;

/** Files that Word, WPS and editors put beside the one that is open. */
function isPassing(name: string): boolean {
  return /^~\$|^\.~|^~.*\.tmp$|^\.#|\.sw[a-z]$|~$/iu.test(name);
}

/** What changes when a file is saved, replaced, gone or back; nothing is read for it. */
async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}

/** The files there are by now, each with its stamp. */
async function stampsOf(names: readonly string[]): Promise<string> {
  const files = await expand(names);
  const found = files.filter((file) => typeof file === 'string');
  const kept = found.filter((file) => names.includes(file) || !isPassing(basename(file)));
  const stamps = await Promise.all(kept.map(async (file) => [file, await stampOf(file)]));
  return JSON.stringify(stamps);
}

/** The folders in which files may appear: of a pattern the part before its first sign. */
function foldersOf(names: readonly string[]): { folder: string; isDeep: boolean }[] {
  const folders = new Map<string, boolean>();
  for (const name of names) {
    const start = /[*?[\]{}].*$/su.exec(name)?.index ?? name.length;
    const folder = dirname(`${name.slice(0, start)}…`);
    const isDeep = name.slice(start).includes('/');
    folders.set(folder, folders.get(folder) === true || isDeep);
  }
  return [...folders].map(([folder, isDeep]) => ({ folder, isDeep }));
}

/** A folder that cannot be watched is still looked at from time to time. */
function watched(names: readonly string[], tell: () => void): FSWatcher[] {
  return foldersOf(names).flatMap(({ folder, isDeep }) => {
    try {
      const watcher = watch(folder, { recursive: isDeep }, (_, name) => {
        if (name === null || !isPassing(basename(name))) tell();
      });
      return [watcher.on('error', () => watcher.close())];
    } catch {
      return [];
    }
  });
}

/** Resolves when the program is asked to end. */
function ended(): Promise<'ended'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve('ended'));
    }
  });
}

/** The files as they are once they have another stamp than before and stay as they are for a moment. */
async function changed(
  names: readonly string[],
  before: string,
  woken: () => Promise<unknown>,
): Promise<string> {
  for (;;) {
    const waking = woken();
    const now = await stampsOf(names);
    if (now === before) {
      await Promise.race([waking, pause(lookAgain)]);
      continue;
    }
    await pause(quietTime);
    if ((await stampsOf(names)) === now) return now;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** A check that fails in a round, as a file is just being written, does not end the watch. */
async function round(check: () => Promise<ExitCode>, shell: Shell): Promise<ExitCode> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UsageError') throw error;
    shell.tell(`giar: ${visible(error.message)}`);
    return ExitCode.undone;
  }
}

/**
 * Checks, and checks again whenever one of the files is saved, replaced, gone or back, until the
 * program is asked to end; then the exit code is that of the last check.
 * @param names files and patterns; what else the check reads is not watched
 * @throws UsageError for standard input, which is not saved again
 */
export async function watching(
  names: readonly string[],
  check: () => Promise<ExitCode>,
  shell: Shell,
): Promise<ExitCode> {
  if (names.includes('-')) throw new UsageError(shell.texts.watchStdin);
  let wake = (): void => {};
  const woken = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const end = ended();
  const watchers = watched(names, () => wake());
  // The watchers may be few or none, and the process is to stay all the same.
  const alive = setInterval(() => {}, lookAgain);
  try {
    let stamps = await stampsOf(names);
    let code = await check();
    for (;;) {
      if (process.stderr.isTTY) shell.tell(shell.texts.watchWaiting);
      const next = await Promise.race([changed(names, stamps, woken), end]);
      if (next === 'ended') return code;
      stamps = next;
      if (process.stdout.isTTY) await shell.write('\u001b[2J\u001b[3J\u001b[H');
      code = await round(check, shell);
    }
  } finally {
    clearInterval(alive);
    for (const watcher of watchers) watcher.close();
  }
}
