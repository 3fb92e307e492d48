import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type Outcome = 'done' | 'failed' | 'timeout' | 'too-large';

interface Limit {
  readonly seconds: number;
  /** Bytes of all files in the folder of the output. */
  readonly bytes: number;
}

const pause = 200;
/** What LibreOffice needs of the environment; nothing of the user's settings or secrets. */
const kept = [
  'PATH',
  'Path',
  'SystemRoot',
  'SystemDrive',
  'windir',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
];

function environment(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const name of kept) if (process.env[name] !== undefined) env[name] = process.env[name];
  const dead = 'http://127.0.0.1:9';
  const proxies = { http_proxy: dead, https_proxy: dead, ftp_proxy: dead, no_proxy: '' };
  const folders = {
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    TMPDIR: home,
    TEMP: home,
    TMP: home,
  };
  return { ...env, ...proxies, ...folders, SAL_USE_VCLPLUGIN: 'svp' };
}

/** Ends a program with all that it started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on(
      'error',
      () => {},
    );
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended
  }
}

/** Bytes of the files in a folder. */
export async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    size += await stat(join(folder, name)).then(
      (file) => file.size,
      () => 0,
    );
  }
  return size;
}

/**
 * Runs a program without a shell, in a process group of its own, until it ends, takes too long or
 * writes too much into a folder; then nothing of the group is left.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  home: string,
  output: string,
  limit: Limit,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: home,
      env: environment(home),
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      clearInterval(watch);
      process.off('exit', end);
      child.removeAllListeners().on('error', () => {});
      const ended = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
      if (!ended) child.once('exit', () => resolve(outcome));
      kill(child);
      if (ended) resolve(outcome);
    };
    const end = () => kill(child);
    const timer = setTimeout(() => settle('timeout'), limit.seconds * 1000);
    const watch = setInterval(() => {
      void sizeOf(output).then((size) => {
        if (size > limit.bytes) settle('too-large');
      });
    }, pause);
    process.once('exit', end);
    child.once('error', () => settle('failed'));
    child.once('exit', (code) => settle(code === 0 ? 'done' : 'failed'));
  });
}
