import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** GNU time, which says how much memory a program had at most. */
const time = '/usr/bin/time';

export interface Child {
  readonly code: number | null;
  readonly out: string;
  /** MiB; null where nothing here can tell. */
  readonly peak: number | null;
}

/** Runs a program to its end, one thread at a time waiting for it. @throws where it cannot be started or is killed */
export function runChild(command: readonly string[], folder: string): Child {
  const noted = join(folder, 'peak');
  const timed = existsSync(time) ? [time, '-o', noted, '-f', '%M', ...command] : command;
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
  const kibibytes = timed === command ? null : readFileSync(noted, 'utf8').match(/\d+\s*$/u);
  return {
    code: status,
    out: stdout,
    peak: kibibytes === null ? null : Number(kibibytes[0]) / 1024,
  };
}
