import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giar } from './giar.ts';
import { folderWith, passing, pretty } from './records.ts';

type Content = string | Uint8Array;
type Language = 'zh' | 'en';

/** What stderr says of a file, line by line, in each language. */
export type Told = Readonly<Record<Language, readonly string[]>>;

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);
const words = {
  zh: { undone: '无法评定，不能视为通过', pass: '✓ good.json: 通过' },
  en: { undone: 'not assessable, which is not a pass', pass: '✓ good.json: pass' },
};

/** The lines on stderr about each of the files. @throws unless all are refused, and a good one after them passes. */
function told(files: readonly string[], cwd: string, lang: Language): Map<string, string[]> {
  const ran = giar(['check', ...files, 'good.json', '--quiet', '--lang', lang], { cwd });
  const { undone, pass } = words[lang];
  const expected = [...files.map((file) => `? ${file}: ${undone}`), pass].join('\n');
  if (ran.code !== 2 || !ran.out.startsWith(`${expected}\n`)) {
    throw new Error(`exit ${ran.code}, not all were refused:\n${ran.out}${ran.err}`);
  }
  const lines = linesOf(ran.err);
  const about = (file: string): string[] =>
    lines.filter((line) => line.startsWith(`${file}:`)).map((line) => line.slice(2));
  return new Map(files.map((file) => [file, about(file)]));
}

/**
 * Checks bad files, each of this name in a folder of its own, and a good one after them, in both
 * languages; gives what is said of each content. `undefined` stands for a file that is not there.
 */
export function refusals(name: string, contents: readonly (Content | undefined)[]) {
  const cwd = folderWith({ 'good.json': pretty(passing) });
  const letters = contents.map((_, i) => String.fromCharCode(0x61 + i));
  for (const [i, content] of contents.entries()) {
    const folder = join(cwd, letters[i] ?? '');
    mkdirSync(folder);
    if (content !== undefined) writeFileSync(join(folder, name), content);
  }
  const files = letters.map((letter) => `${letter}/${name}`);
  const [zh, en] = [told(files, cwd, 'zh'), told(files, cwd, 'en')];
  return (content: Content | undefined): Told => {
    const file = files[contents.indexOf(content)] ?? '';
    return { zh: zh.get(file) ?? [], en: en.get(file) ?? [] };
  };
}

/** What is said of one bad file. */
export function refused(name: string, content?: Content): Told {
  return refusals(name, [content])(content);
}
