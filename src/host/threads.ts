import { existsSync } from 'node:fs';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Where the bundles of threads lie, seen from the bundles that may start one. */
const folders = ['./', './lazy/', '../lazy/'];

/**
 * A thread of the build by the name of its bundle; in the checkout, where this file is TypeScript,
 * its source through tsx. @param source the module, seen from this folder
 */
export function startThread(bundle: string, source: string, options: WorkerOptions): Worker {
  if (import.meta.url.endsWith('.ts')) {
    const url = new URL(source, import.meta.url).href;
    // A thread takes no loader from its arguments, so it registers one itself.
    const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url)}); });`;
    return new Worker(code, { ...options, eval: true, execArgv: [] });
  }
  const found = folders
    .map((folder) => new URL(`${folder}${bundle}`, import.meta.url))
    .find((url) => existsSync(url));
  if (found === undefined) throw new Error(`${bundle} is missing`);
  return new Worker(found, { ...options, execArgv: [] });
}
