import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';

/**
 * Bundles the program and the library into dist/: few files, so that a start reads little, and
 * split where code is imported only when needed. The licences of what is bundled go along.
 */
const shared: BuildOptions & { metafile: true } = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
};
// Commander is CommonJS and asks for Node's own modules by `require`.
const require =
  "import{createRequire as giarRequire}from'node:module';const require=giarRequire(import.meta.url);";

rmSync('dist', { recursive: true, force: true });
const builds = await Promise.all([
  build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    chunkNames: 'cli/[name]-[hash]',
    banner: { js: require },
  }),
  build({
    ...shared,
    entryPoints: { index: 'src/index.ts', node: 'src/node.ts' },
    platform: 'neutral',
    external: ['node:*'],
    chunkNames: 'lib/[name]-[hash]',
  }),
]);

const names = new Set(
  builds
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? []),
);
const notices = [...names].sort().map((name) => {
  const { version, license } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, 'utf8'),
  );
  const file = ['LICENSE', 'LICENSE.md', 'license', 'LICENSE.txt', 'License', 'license.md'].find(
    (f) => {
      try {
        readFileSync(`node_modules/${name}/${f}`);
        return true;
      } catch {
        return false;
      }
    },
  );
  const text = file === undefined ? '' : readFileSync(`node_modules/${name}/${file}`, 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices.join(`\n${'-'.repeat(72)}\n\n`));
