import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { ensureBuilt } from './build.ts';

ensureBuilt();
vi.setConfig({ testTimeout: 60_000 });

export const program = resolve('bin/giar.cjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Everything written, to stdout and to stderr. */
  readonly bytes: Buffer;
}

export interface Around {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Besides a locale of `C`, which stands for English. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; a run that takes longer is ended and has no exit code. */
  readonly timeout?: number;
}

/** An environment in which nothing but what is given has a say. */
export function environment(env: Around['env'] = {}): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { PATH, SystemRoot, LC_ALL: 'C', ...env };
}

/** Runs the built program as a user does. */
export function giar(args: readonly string[], around: Around = {}): Ran {
  const { input = '', cwd, env, timeout = 60_000 } = around;
  const ran: SpawnSyncReturns<Buffer> = spawnSync(process.execPath, [program, ...args], {
    input,
    ...(cwd === undefined ? {} : { cwd }),
    env: environment(env),
    timeout,
    maxBuffer: 2 ** 28,
  });
  return {
    code: ran.status,
    out: ran.stdout.toString(),
    err: ran.stderr.toString(),
    bytes: Buffer.concat([ran.stdout, ran.stderr]),
  };
}

/** Expects what a run wrote and its exit code, whole. */
export function expectRun(ran: Ran, code: number, out: readonly string[], err: readonly string[]) {
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  expect({ out: ran.out, err: ran.err, code: ran.code }).toEqual({
    out: text(out),
    err: text(err),
    code,
  });
}
