import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { environment, giar, program } from './giar.ts';
import { failing, folderWith, jinganPath, ndjson, passing, pretty, undecided } from './records.ts';

const cwd = folderWith({
  'fail.json': pretty(failing),
  'open.json': pretty(undecided),
  'many.ndjson': ndjson(passing).repeat(3000),
});
const esc = '\u001b';
const check = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  giar(['check', 'fail.json', 'open.json', 'none.json', '--lang', 'zh', ...args], { cwd, env });
const plain = check({}).out;

describe('colours', () => {
  it('are not written to a pipe', () => {
    const { bytes } = check({ TERM: 'xterm-256color', COLORTERM: 'truecolor' });
    expect(bytes.includes(esc)).toBe(false);
  });
  it('are written where FORCE_COLOR asks for them, and change no word', () => {
    const { out } = check({ FORCE_COLOR: '1' });
    expect(out).toContain(`${esc}[31m${esc}[1m2109 ✗${esc}[22m${esc}[39m`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for
    expect(out.replaceAll(/\u001b\[\d+m/gu, '')).toBe(plain);
  });
  it.each([{ FORCE_COLOR: '0' }, { NO_COLOR: '1' }, { NO_COLOR: '1', TERM: 'xterm' }])(
    'are not written with %o',
    (env) => {
      expect(check(env).out).toBe(plain);
    },
  );
  it('are not needed to see which cells are concerned', () => {
    expect(plain).toMatch(/│ 2109 ✗ │ +28 ✗ │ +12 ✗ │/u);
  });
});

describe.each([80, 160])('a terminal of %i columns', (columns) => {
  const env = { COLUMNS: String(columns) };
  it.each([
    ['zh', 'normal'],
    ['zh', 'verbose'],
    ['en', 'normal'],
    ['en', 'verbose'],
  ])(
    'is wide enough for every line but the headline, which is one line, in %s, %s',
    (lang, detail) => {
      const flags = detail === 'verbose' ? ['--verbose'] : [];
      const path = 'fixtures/reports/jingan-2020/report.json';
      const { out } = giar(['check', path, '--lang', lang, ...flags], { env });
      expect(out).toContain('✗');
      const [, ...lines] = out.split('\n');
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    },
  );
});

describe('the width', () => {
  it.each(['', '0', '-5', 'wide', '1.5'])('is 80 where COLUMNS is “%s”', (columns) => {
    expect(check({ COLUMNS: columns }).out).toBe(check({ COLUMNS: '80' }).out);
  });
});

/** Runs giar and closes one of its outputs, stdout once something was read from it. */
function closing(stream: 'stdout' | 'stderr', args: readonly string[]) {
  return new Promise<{ code: number | null; err: string }>((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: environment() });
    let err = '';
    if (stream === 'stderr') child.stderr.destroy();
    else child.stderr.on('data', (chunk: Buffer) => (err += chunk));
    child.stdout.once('data', () => stream === 'stdout' && child.stdout.destroy());
    child.stdin.end();
    child.on('exit', (code) => done({ code, err }));
  });
}

describe('an output that goes away', () => {
  it.each([
    [['check', 'many.ndjson', '--verbose']],
    [['check', 'many.ndjson', '--quiet']],
    [['check', 'many.ndjson', '--format', 'json']],
  ])('%j: a closed stdout ends it without a word', async (args) => {
    expect(await closing('stdout', args)).toEqual({ code: 2, err: '' });
  });
  it('is stderr: the exit code is still not that of a wrong report', async () => {
    expect((await closing('stderr', ['check', 'none.json'])).code).toBe(2);
  });
  it.skipIf(!existsSync('/dev/full'))('is a full disk: told, exit 2', () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program, 'check', jinganPath], {
      stdio: ['ignore', full, 'pipe'],
      env: environment(),
    });
    closeSync(full);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk));
    return new Promise<void>((done) => {
      child.on('close', (code) => {
        expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('ENOSPC') });
        done();
      });
    });
  });
});
