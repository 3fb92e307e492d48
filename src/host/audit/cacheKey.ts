import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../../model/policy.ts';
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

/**
 * What of a policy records depend on; patterns are no JSON. The day is left out: what is accepted
 * until a day is not kept.
 */
function settledBy({ today, ...policy }: Policy): string {
  if (policy.settings === null && policy.waivers.length === 0) return '';
  return JSON.stringify(policy, (_, value: unknown) =>
    value instanceof RegExp ? value.source : value,
  );
}

/** What the records of a file depend on besides the file: the program, byte for byte, and the settings. */
export async function cacheKey({
  lang,
  maxBytes,
  format,
  limits,
  share,
  policy,
}: Pick<
  Settings,
  'lang' | 'maxBytes' | 'format' | 'limits' | 'share' | 'policy'
>): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const path of await bundles()) hash.update(await readFile(path));
  return hash
    .update(JSON.stringify({ lang, maxBytes, format, limits, share, policy: settledBy(policy) }))
    .digest('hex')
    .slice(0, 32);
}
