import { readdirSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';

/** The packages of which something was bundled. */
function bundled(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles
    .flatMap((metafile) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs));
  const names = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Name, version and licence text of every bundled package. @throws for one without a licence. */
export function noticesFor(metafiles: readonly Metafile[]): string {
  const notices = bundled(metafiles).map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  return notices.join(`\n${'-'.repeat(72)}\n\n`);
}
