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

/** The licence of packages that name it and do not bring its text. */
const texts: Readonly<Record<string, (author: string) => string>> = {
  ISC: (author) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

/** Name, version and licence text of every bundled package. @throws for one without a licence. */
export function noticesFor(metafiles: readonly Metafile[]): string {
  const notices = bundled(metafiles).map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
    const text =
      file === undefined
        ? texts[license]?.(author)
        : readFileSync(`${folder}/${file}`, 'utf8').trim();
    if (text === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return notices.join(`\n${'-'.repeat(72)}\n\n`);
}
