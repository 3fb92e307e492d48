import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sarifErrors } from '../support/sarif.ts';
import { environment, program } from './giar.ts';
import { failing, folderWith, passing, pretty } from './records.ts';

const folder = resolve('docs/pipelines');
const recipe = (name: string): string => readFileSync(join(folder, name), 'utf8');
const script = (text: string): string => `#!/bin/sh\n${text}\n`;

/** A folder in which `giar`, `npx giar` and `npm ci` do what they do where giar is installed. */
function office(reports: Readonly<Record<string, string>>): { cwd: string; path: string } {
  const cwd = folderWith({});
  const bin = folderWith({
    giar: script(`exec '${process.execPath}' '${program}' "$@"`),
    npx: script('exec "$@"'),
    npm: script('[ "$*" = ci ]'),
  });
  for (const name of ['giar', 'npx', 'npm']) chmodSync(join(bin, name), 0o755);
  mkdirSync(join(cwd, 'reports'));
  for (const [name, text] of Object.entries(reports))
    writeFileSync(join(cwd, 'reports', name), text);
  return { cwd, path: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

function run(command: string, args: readonly string[], { cwd, path }: ReturnType<typeof office>) {
  const env = environment({ PATH: path, GIT_CONFIG_GLOBAL: '/dev/null', HOME: cwd });
  const ran = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

const right = { 'a.json': pretty(passing) };
const wrong = { 'a.json': pretty(passing), 'b.json': pretty(failing) };
const unread = { 'a.json': '{' };
const outcomes = [
  [0, right],
  [1, wrong],
  [2, unread],
] as const;

describe.skipIf(process.platform === 'win32')('the recipe for', () => {
  it.each(outcomes)('a shell gate exits with %d', (code, reports) => {
    const ran = run(
      'sh',
      [join(folder, 'gate.sh'), ...Object.keys(reports).map((name) => `reports/${name}`)],
      office(reports),
    );
    expect(ran.code).toBe(code);
    expect(/^gate: .+/mu.test(ran.err)).toBe(code !== 0);
  });

  it.each(outcomes)('GitLab exits with %d and leaves its artifacts', async (code, reports) => {
    const { 'annual reports': job } = parse(recipe('gitlab-ci.yml'));
    const place = office(reports);
    expect(run('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], place).code).toBe(code);
    const { paths, reports: kinds } = job.artifacts;
    const suites = await parseJunit(readFileSync(join(place.cwd, kinds.junit), 'utf8'));
    expect(suites).toMatchObject({ testsuite: Object.keys(reports).map(() => expect.anything()) });
    for (const path of paths) expect(existsSync(join(place.cwd, path)), path).toBe(true);
  });

  it.each(outcomes)('GitHub exits with %d and leaves what later steps take', (code, reports) => {
    const { jobs } = parse(recipe('github.yml'));
    const { steps } = jobs.check;
    const place = office(reports);
    const lines = steps.flatMap((step: { run?: string }) => step.run ?? []);
    expect(run('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], place).code).toBe(code);
    const taken = steps.flatMap(({ with: own = {} }: { with?: Record<string, string> }) =>
      [own.sarif_file ?? [], own.path ?? []].flat(),
    );
    expect(taken).toEqual(['giar.sarif', 'giar.html']);
    for (const name of taken) expect(existsSync(join(place.cwd, name)), name).toBe(true);
    expect(sarifErrors(readFileSync(join(place.cwd, 'giar.sarif'), 'utf8'))).toBe(null);
  });
});

describe.skipIf(process.platform === 'win32')('the hook before a commit', () => {
  function repository(reports: Readonly<Record<string, string>>) {
    const place = office(reports);
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], place);
    git('init', '-q');
    const hook = join(place.cwd, '.git', 'hooks', 'pre-commit');
    mkdirSync(join(place.cwd, '.git', 'hooks'), { recursive: true });
    writeFileSync(hook, recipe('pre-commit'), { mode: 0o755 });
    return { ...place, git };
  }

  it.each(outcomes)('lets a commit through, or not: %d', (code, reports) => {
    const { git } = repository(reports);
    git('add', 'reports');
    const ran = git('commit', '-qm', 'reports');
    expect(ran.code === 0).toBe(code === 0);
    expect(ran.err.includes('nothing was committed')).toBe(code !== 0);
  });

  it('looks at what is committed, not at what lies in the folder', () => {
    const { cwd, git } = repository(wrong);
    git('add', 'reports');
    writeFileSync(join(cwd, 'reports', 'b.json'), pretty(passing));
    expect(git('commit', '-qm', 'reports').code).toBe(1);
    git('add', 'reports');
    writeFileSync(join(cwd, 'reports', 'b.json'), pretty(failing));
    expect(git('commit', '-qm', 'reports').code).toBe(0);
  });

  it('has nothing to say of commits without reports, and obeys waivers', () => {
    const { cwd, path, git } = repository({ '年报 1.json': pretty(failing) });
    writeFileSync(join(cwd, 'readme.md'), 'x');
    git('add', 'readme.md');
    expect(git('commit', '-qm', 'readme')).toMatchObject({ code: 0, err: '' });
    git('add', 'reports');
    expect(git('commit', '-qm', 'reports').code).toBe(1);
    for (const column of ['naturalPerson', 'enterprise', 'publicInterestOrganization']) {
      const cell = `requests.newlyReceived.${column}`;
      const args = ['waive', 'reports/年报 1.json', 'column-balance', cell, '--reason', '已核实'];
      expect(run('giar', args, { cwd, path }).code).toBe(0);
    }
    git('add', 'giar.waivers.json');
    expect(git('commit', '-qm', 'reports').code).toBe(0);
  });
});
