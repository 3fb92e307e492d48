import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../version.ts';
import type { Settings } from './tasks.ts';

/** The bundles of the program, or nothing in the checkout, where the version has to do. */
async function bundles(): Promise<string[]> {
  if (import.meta.url.endsWith('.ts')) return [];
  const own = dirname(fileURLToPath(import.meta.url));
  const root = basename(own) === 'lazy' ? dirname(own) : own;
  const names = await readdir(root, { recursive: true });
  return names
    .filter((name) => /\.[cm]js$/u.test(name))
    .sort()
    .map((name) => join(root, name));
}

/** What the records of a file depend on besides the file: the program, byte for byte, and the settings. */
export async function cacheKey({
  lang,
  maxBytes,
  format,
  limits,
  share,
}: Pick<Settings, 'lang' | 'maxBytes' | 'format' | 'limits' | 'share'>): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const path of await bundles()) hash.update(await readFile(path));
  return hash
    .update(JSON.stringify({ lang, maxBytes, format, limits, share }))
    .digest('hex')
    .slice(0, 32);
}
