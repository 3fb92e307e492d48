import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** GNU time, which says how much memory a program had at most and how long processors worked for it. */
const time = '/usr/bin/time';

export interface Child {
  readonly code: number | null;
  readonly out: string;
  /** MiB; null where nothing here can tell. */
  readonly peak: number | null;
  /** Time of all processors in ms; null where nothing here can tell. */
  readonly work: number | null;
}

/** What GNU time wrote last: KiB, and seconds for the program and for the system on its behalf. */
function notedIn(file: string): Pick<Child, 'peak' | 'work'> {
  const [peak, user, system] =
    readFileSync(file, 'utf8').trim().split('\n').at(-1)?.split(' ') ?? [];
  return { peak: Number(peak) / 1024, work: (Number(user) + Number(system)) * 1000 };
}

/** Runs a program to its end, one thread at a time waiting for it. @throws where it cannot be started or is killed */
export function runChild(command: readonly string[], folder: string): Child {
  const file = join(folder, 'time');
  const timed = existsSync(time) ? [time, '-o', file, '-f', '%M %U %S', ...command] : command;
  const [program = '', ...args] = timed;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 2 ** 29,
  });
  if (error !== undefined) throw error;
  if (status === null || (status !== 0 && stdout === '')) {
    throw new Error(`${command.join(' ')}: ${stderr}`);
  }
  const noted = timed === command ? { peak: null, work: null } : notedIn(file);
  return { code: status, out: stdout, ...noted };
}
