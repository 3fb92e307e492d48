import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { environment, giar, program } from './giar.ts';
import { failing, folderWith, passing, pretty } from './records.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** A watch that is running, with what it has written so far. */
function watch(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [program, 'check', ...args, '--watch'], {
    cwd,
    env: environment(),
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  /** The first line of a check that has come after those waited for before. */
  const next = async (): Promise<string> => {
    for (let waited = 0; waited < 20_000 && !out.includes('\n'); waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [line = '', ...rest] = out.split('\n');
    out = rest.join('\n');
    return line.replace(/^.*?(pass|fail|not assessable).*$/u, '$1');
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await once(child, 'exit');
    return { code, out, err };
  };
  return { next, end };
}

describe('giar check --watch', () => {
  it('checks again when a file is saved, replaced, gone and back, and ends with the last exit code', async () => {
    const cwd = folderWith({ 'report.json': pretty(passing) });
    const path = join(cwd, 'report.json');
    const { next, end } = watch(cwd, 'report.json', '--quiet');
    expect(await next()).toBe('pass');
    writeFileSync(path, pretty(failing));
    expect(await next()).toBe('fail');
    writeFileSync(join(cwd, 'draft.tmp'), pretty(passing));
    renameSync(join(cwd, 'draft.tmp'), path);
    expect(await next()).toBe('pass');
    rmSync(path);
    expect(await next()).toBe('not assessable');
    writeFileSync(path, pretty(failing));
    expect(await next()).toBe('fail');
    expect(await end('SIGINT')).toEqual({
      code: 1,
      out: '',
      err: 'report.json: there is no such file; check its name and folder\n',
    });
  });
  it('looks for new files of a pattern, and not at what Word leaves beside an open file', async () => {
    const cwd = folderWith({ 'a.json': pretty(passing) });
    const { next, end } = watch(cwd, '*.json', '--quiet');
    expect(await next()).toBe('pass');
    writeFileSync(join(cwd, '~$a.json'), 'x');
    writeFileSync(join(cwd, 'other.txt'), 'x');
    await new Promise((resolve) => setTimeout(resolve, 500));
    writeFileSync(join(cwd, 'b.json'), pretty(failing));
    expect([await next(), await next()]).toEqual(['pass', 'fail']);
    await next();
    expect(await end('SIGTERM')).toEqual({ code: 1, out: '', err: '' });
  });
  it('cannot watch standard input', () => {
    expect(giar(['check', '-', '--watch'])).toMatchObject({
      code: 2,
      out: '',
      err: 'giar: standard input cannot be watched\n',
    });
  });
});
