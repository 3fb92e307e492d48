import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tries the package as it was installed in a folder: the program, the library and its types. */
const folder = resolve(process.argv[2] ?? '.');
const report = (name) => resolve('fixtures/reports', name, 'report.json');

function expect(isTrue, what) {
  if (!isTrue) throw new Error(`smoke: ${what}`);
  console.log(`ok: ${what}`);
}

const giar = (...args) =>
  spawnSync('npx', ['--no-install', 'giar', ...args], { cwd: folder, encoding: 'utf8' });
const failing = giar('check', report('jingan-2020'), '--format', 'json', '--lang', 'zh');
expect(
  failing.status === 1 && failing.stdout.includes('2109 + 149 = 2258 ≠ 2164 + 95 = 2259，差 −1'),
  'giar check finds the wrong column, exit 1',
);
expect(
  giar('check', report('testcity-2025'), '-q').status === 0,
  'giar check passes a right report, exit 0',
);
const wrong = giar('check', join(folder, 'package.json'), '--lang', 'en');
expect(
  wrong.status === 2 && wrong.stderr.includes('year'),
  'giar check refuses what is no report, exit 2',
);
expect(giar('explain', 'row-total', '--lang', 'en').stdout.includes('row-total'), 'giar explain');
expect(
  giar('schema', 'report', '--edition', '2021').stdout.includes('carriedForward'),
  'giar schema',
);

writeFileSync(
  join(folder, 'use.mts'),
  `import { check, type Result } from 'giar';
import { checkFile } from 'giar/node';
const result: Result = await checkFile(${JSON.stringify(report('jingan-2020'))});
const verdict: 'pass' | 'fail' | 'not-assessable' | undefined = check('{}').reports[0]?.verdict;
console.log(result.summary.errors, verdict);
`,
);
const tsc = resolve('node_modules/typescript/bin/tsc');
execFileSync(
  process.execPath,
  [
    tsc,
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    'false',
    '--lib',
    'es2022,dom',
    'use.mts',
  ],
  { cwd: folder, stdio: 'inherit' },
);
const used = execFileSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' });
expect(used === '3 not-assessable\n', `the library and its types (${used.trim()})`);
