import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { noticesFor } from './notices.ts';

/**
 * Bundles the library (ES modules that name nothing of Node but in node.js) and the program
 * (CommonJS, which starts faster). What only some commands need is a bundle of its own in dist/lazy.
 */
const shared = {
  bundle: true,
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
} as const satisfies BuildOptions;

const lazy: Readonly<Record<string, string>> = {
  diagnose: './src/binding/diagnose.ts',
  rules: './src/cli/commands/rules.ts',
  schema: './src/cli/commands/schema.ts',
  // Its ES module asks for import.meta.url, which a CommonJS bundle does not have.
  tinyglobby: './node_modules/tinyglobby/dist/index.cjs',
};

/** Imports of the lazy bundles stay imports. */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const name = path.replace(/^.*\//u, '').replace(/\.ts$/u, '');
      const isLazy = kind === 'dynamic-import' && name in lazy;
      return isLazy ? { path: `./lazy/${name}.cjs`, external: true } : undefined;
    });
  },
};

/**
 * Two things that only cost time at the start: commander loads child_process for commands that are
 * programs of their own (giar has none), and chalk looks for colours although it is told.
 */
const lean: Plugin = {
  name: 'lean',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'none', namespace: 'lean' }));
    onLoad({ filter: /.*/, namespace: 'lean' }, () => ({ contents: 'module.exports = {};' }));
    onResolve({ filter: /^#supports-color$/ }, ({ resolveDir }) => ({
      path: `${resolveDir}/vendor/supports-color/browser.js`,
    }));
  },
};

function program(entryPoints: Record<string, string>, plugins: Plugin[]) {
  return build({
    ...shared,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    supported: { 'dynamic-import': false },
    plugins,
  });
}

rmSync('dist', { recursive: true, force: true });
const builds: { metafile: Metafile }[] = await Promise.all([
  program({ cli: './src/cli/main.ts' }, [apart, lean]),
  program(
    Object.fromEntries(Object.entries(lazy).map(([name, path]) => [`lazy/${name}`, path])),
    [],
  ),
  build({
    ...shared,
    entryPoints: { index: './src/index.ts', node: './src/node.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    platform: 'neutral',
    external: ['node:*'],
    chunkNames: 'lib/[name]-[hash]',
  }),
]);
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesFor(builds.map((each) => each.metafile)));

// The code cache is taken after a run that prints findings, so that it holds the functions such a run needs.
const warmUp = `
const { cache, load } = require('./bin/load.cjs');
const { main, script } = load();
main(['check', 'fixtures/reports/jingan-2020/report.json', '--lang', 'zh']).then(() => {
  require('node:fs').writeFileSync(cache, script.createCachedData());
  process.exitCode = 0;
});`;
execFileSync(process.execPath, ['-e', warmUp], { stdio: ['ignore', 'ignore', 'inherit'] });
