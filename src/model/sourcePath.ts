const root = /^(?:\/|[a-z]:\/)/iu;

/** What a source names besides its file: the line of NDJSON or the place in an array. */
const within = /(?::\d+|#\/\d+)$/u;

/** The whole path of a source, with what it names besides its file, parted by `/`. */
export function wholeSource(folder: string, source: string): string {
  const name = source.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (root.test(name) ? name : `${folder}/${name}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The whole path of the file that a source names, parted by `/`. */
export function pathOf(folder: string, source: string): string {
  return wholeSource(folder, source.replace(within, ''));
}

/** A path seen from a folder above it; null from any other. */
export function seenFrom(folder: string, path: string): string | null {
  const above = pathOf(folder, '.');
  const start = above === '/' ? above : `${above}/`;
  return path.startsWith(start) ? path.slice(start.length) : null;
}
