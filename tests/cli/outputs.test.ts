import { spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, expectRun, giar, program } from './giar.ts';
import { failing, folderWith, ndjson, passing, pretty } from './records.ts';

const files = { 'pass.json': pretty(passing), 'fail.json': pretty(failing) };
const folder = () => folderWith(files);
const check = (cwd: string, ...args: string[]) =>
  giar(['check', 'pass.json', 'fail.json', '--lang', 'en', ...args], { cwd });
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const summary = '2 reports: 1 pass, 1 fail, 0 not assessable; 3 errors, 0 warnings';

describe('--format', () => {
  it('gives to files what it gives to stdout, all of one run, and tells which it wrote', () => {
    const cwd = folder();
    const names = ['json', 'ndjson', 'sarif', 'junit', 'github', 'markdown', 'csv', 'html'];
    const wanted = names.flatMap((name) => ['--format', `${name}=out.${name}`]);
    const ran = check(cwd, '-q', ...wanted);
    const told = names.map((name) => `giar: written: out.${name}`);
    expectRun(ran, 1, ['✓ pass.json: pass', '✗ fail.json: fail: 3 errors', summary], told);
    for (const name of names)
      expect(read(cwd, `out.${name}`), name).toBe(check(cwd, '-q', '-f', name).out);
  });
  it('writes no more than the files asked for, and leaves no draft', () => {
    const cwd = folder();
    expect(check(cwd, '-f', 'json', '-f', 'csv=a.csv', '--format=sarif=b=c.sarif').code).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'b=c.sarif', 'fail.json', 'pass.json']);
  });
  it('gives a terminal report in a file 80 columns and no colours', () => {
    const cwd = folder();
    const env = { FORCE_COLOR: '1', COLUMNS: '160' };
    const args = ['check', 'fail.json', '--lang', 'en', '-f', 'terminal=out.txt', '-f', 'json'];
    expect(giar(args, { cwd, env }).code).toBe(1);
    const plain = giar(['check', 'fail.json', '--lang', 'en'], { cwd, env: { COLUMNS: '80' } });
    expect(read(cwd, 'out.txt')).toBe(plain.out);
  });
  it('replaces a file, its mode kept, and the file that a link leads to', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'old.csv'), 'old', { mode: 0o600 });
    symlinkSync('old.csv', join(cwd, 'link.csv'));
    expect(check(cwd, '-f', 'csv=link.csv').code).toBe(1);
    expect(read(cwd, 'old.csv')).toBe(check(cwd, '-f', 'csv').out);
    expect(statSync(join(cwd, 'old.csv')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cwd, 'link.csv'))).toEqual(readFileSync(join(cwd, 'old.csv')));
  });
});

describe('a usage error', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'dir'));
  symlinkSync('pass.json', join(cwd, 'link.json'));
  it.each([
    [['-f', 'json', '-f', 'csv'], 'only one format can go to stdout; write csv=FILE'],
    [['-f', 'json', '-f', 'csv=-'], 'only one format can go to stdout; write csv=FILE'],
    [['-f', 'csv='], 'the name of a file is missing after csv='],
    [['-f', 'csv=a', '-f', 'json=./a'], './a is written twice; give each format a file of its own'],
    [['-f', 'json=./pass.json'], './pass.json is to be checked and cannot be written to'],
    [['-f', 'json=link.json'], 'link.json is to be checked and cannot be written to'],
    [['-f', 'json=none/a.json'], 'none/a.json cannot be written (ENOENT)'],
    [['-f', 'csv=a', '-f', 'json=dir'], 'dir cannot be written (ENOTFILE)'],
    [
      ['-f', 'xml=a.xml'],
      'option -f, --format <format> cannot be xml=a.xml (valid: terminal, json, ndjson, sarif, junit, github, markdown, csv, html, xlsx)',
    ],
  ])('is %j: told, exit 2, and nothing is written', (args, text) => {
    expectRun(check(cwd, ...args), 2, [], [`giar: ${text}`]);
    expect(readdirSync(cwd).sort()).toEqual(['dir', 'fail.json', 'link.json', 'pass.json']);
    expect(read(cwd, 'pass.json')).toBe(files['pass.json']);
  });
});

describe('a run that is interrupted', () => {
  /** Feeds a run its reports without end, and ends it once it has written. */
  function ended(cwd: string, how: (child: ReturnType<typeof spawn>) => void) {
    return new Promise<number | null>((done) => {
      const args = ['check', '-', '-f', 'ndjson', '-f', 'json=out.json'];
      const child = spawn(process.execPath, [program, ...args], { cwd, env: environment() });
      child.stdin.on('error', () => {});
      child.stdin.write(ndjson(passing, passing, passing));
      child.stdout.once('data', () => {
        expect(readdirSync(cwd).some((name) => name.endsWith('.tmp'))).toBe(true);
        how(child);
      });
      child.on('exit', done);
    });
  }
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s leaves the earlier file as it was, and no draft', async (signal, code) => {
    const cwd = folderWith({ 'out.json': 'earlier' });
    expect(await ended(cwd, (child) => child.kill(signal))).toBe(code);
    expect(readdirSync(cwd)).toEqual(['out.json']);
    expect(read(cwd, 'out.json')).toBe('earlier');
  });
  it('by the end of its reader leaves no file', async () => {
    const cwd = folderWith({});
    const code = await ended(cwd, (child) => {
      child.stdout?.destroy();
      child.stdin?.end(ndjson(passing).repeat(2000));
    });
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('NDJSON from a pipe to a pipe', () => {
  it('gives a line for each line, in their order, as soon as it is checked', async () => {
    const child = spawn(process.execPath, [program, 'check', '-', '--format', 'ndjson'], {
      env: environment(),
    });
    const sources: unknown[] = [];
    let rest = '';
    const code = new Promise((done) => child.on('close', done));
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) sources.push(JSON.parse(line).source);
      // The third report is sent only when the first two have come back.
      if (sources.length === 2) child.stdin.end(ndjson(failing));
    });
    child.stdin.write(ndjson(passing, failing));
    expect(await code).toBe(1);
    expect([sources, rest]).toEqual([['-:1', '-:2', '-:3'], '']);
  });
});

describe('the summary of a step on GitHub', () => {
  const args = ['check', 'pass.json', 'fail.json', '--lang', 'en', '-f', 'github'];
  it('is added to, as Markdown, where annotations are written', () => {
    const cwd = folderWith({ ...files, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const ran = giar(args, { cwd, env });
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toBe(giar(args, { cwd }).out);
    expect(read(cwd, 'summary.md')).toBe(`before\n${check(cwd, '-f', 'markdown').out}`);
  });
  it('is left alone by the other formats', () => {
    const cwd = folderWith({ ...files, 'summary.md': '' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    giar(['check', 'pass.json', '-f', 'markdown'], { cwd, env });
    expect(read(cwd, 'summary.md')).toBe('');
  });
  it('is no longer than GitHub takes', () => {
    const cwd = folderWith({ 'many.ndjson': ndjson(failing).repeat(500), 'summary.md': '' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    expect(giar(['check', 'many.ndjson', '-f', 'github'], { cwd, env }).code).toBe(1);
    const text = read(cwd, 'summary.md');
    expect(Buffer.byteLength(text)).toBeGreaterThan(800 * 1024);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.endsWith('\n')).toBe(true);
  });
  it('is told, with exit code 2, where it cannot be written', () => {
    const cwd = folder();
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'none', 'summary.md') };
    const ran = giar(args, { cwd, env });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('cannot be written (ENOENT)');
  });
});
