import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
  recordSchema: './src/audit/recordSchema.ts',
  rules: './src/cli/commands/rules.ts',
  schema: './src/cli/commands/schema.ts',
  settings: './src/settings/index.ts',
  waive: './src/cli/commands/waive.ts',
  watch: './src/cli/watch.ts',
  annotate: './src/cli/commands/annotate.ts',
  audit: './src/cli/commands/audit.ts',
  auditWorker: './src/host/audit/worker.ts',
  claims: './src/cli/commands/claims.ts',
  completion: './src/cli/commands/completion.ts',
  diff: './src/cli/commands/diff.ts',
  extract: './src/cli/commands/extract.ts',
  fix: './src/cli/commands/fix.ts',
  rollup: './src/cli/commands/rollup.ts',
  selftest: './src/cli/commands/selftest.ts',
  template: './src/cli/commands/template.ts',
  reportHtml: './src/reporters/html/index.ts',
  reportXlsx: './src/reporters/xlsx/index.ts',
  documents: './src/documents.ts',
  host: './src/host/host.ts',
  isolate: './src/host/isolate.ts',
  office: './src/host/office.ts',
  wholeFile: './src/host/wholeFile.ts',
  reportNdjson: './src/reporters/ndjson.ts',
  reportSarif: './src/reporters/sarif/index.ts',
  reportJunit: './src/reporters/junit/index.ts',
  reportGithub: './src/reporters/github.ts',
  reportMarkdown: './src/reporters/markdown/index.ts',
  reportCsv: './src/reporters/csv.ts',
  readHtml: './src/readers/html.ts',
  readDocx: './src/readers/docx.ts',
  readXlsx: './src/readers/xlsx.ts',
  readDoc: './src/readers/doc.ts',
  readCsv: './src/readers/csv.ts',
  readMarkdown: './src/readers/markdown.ts',
  readPlain: './src/readers/plain.ts',
  // Its ES module asks for import.meta.url, which a CommonJS bundle does not have.
  tinyglobby: './node_modules/tinyglobby/dist/index.cjs',
};

const lazyFiles = new Map(Object.entries(lazy).map(([name, path]) => [resolve(path), name]));

/** Imports of the lazy bundles stay imports; `folder` is where these lie as seen from the bundle that is made. */
function apart(folder: string): Plugin {
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = path === 'tinyglobby' ? path : lazyFiles.get(resolve(resolveDir, path));
        return name === undefined ? undefined : { path: `${folder}/${name}.cjs`, external: true };
      });
    },
  };
}

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

/** papaparse can write to streams of Node, which nobody here asks it to. */
const streamless: Plugin = {
  name: 'streamless',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^stream$/ }, () => ({ path: 'none', namespace: 'streamless' }));
    onLoad({ filter: /.*/, namespace: 'streamless' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** A CommonJS bundle that looks for files beside itself. */
const ownUrl = {
  define: { 'import.meta.url': 'ownUrl' },
  banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
} as const satisfies BuildOptions;

function program(
  entryPoints: Record<string, string>,
  plugins: Plugin[],
  options: Pick<BuildOptions, 'define' | 'banner'> = {},
) {
  return build({
    ...shared,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    supported: { 'dynamic-import': false },
    plugins,
    ...options,
  });
}

/**
 * The thread that reads PDF. Without `process` pdfjs takes it for a browser page, and does not look
 * for a canvas to draw on.
 */
function pdfWorker() {
  return build({
    ...shared,
    entryPoints: { 'lazy/pdfWorker': './src/host/pdfWorker.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    define: { process: 'undefined' },
  });
}

rmSync('dist', { recursive: true, force: true });
const builds: { metafile: Metafile }[] = await Promise.all([
  program({ cli: './src/cli/main.ts' }, [apart('./lazy'), lean]),
  program(
    Object.fromEntries(Object.entries(lazy).map(([name, path]) => [`lazy/${name}`, path])),
    [apart('.')],
    ownUrl,
  ),
  pdfWorker(),
  build({
    ...shared,
    entryPoints: { index: './src/index.ts', node: './src/node.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    platform: 'neutral',
    external: ['node:*'],
    plugins: [streamless],
    chunkNames: 'lib/[name]-[hash]',
  }),
]);
// Character maps, with their licence, for fonts that a PDF names and does not hold.
cpSync('node_modules/pdfjs-dist/cmaps', 'dist/pdf-data', { recursive: true });
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
