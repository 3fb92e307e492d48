const unbreakable = '\u00a0';

/** Spaces and line breaks of the source as one space, as a browser shows them. */
export function collapse(raw: string): string {
  return /[\t\n\r\f]| {2}/u.test(raw) ? raw.replace(/[ \t\n\r\f]+/gu, ' ') : raw;
}

/** A text in which line breaks and spaces count, put so that `tidy` keeps them. */
export function preformatted(raw: string): string {
  return raw.replace(/\r\n?/gu, '\n').replace(/[ \t]/gu, unbreakable);
}

function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && line.charCodeAt(start) === 0x20) start++;
  while (end > start && line.charCodeAt(end - 1) === 0x20) end--;
  return line.slice(start, end);
}

/**
 * A collapsed text as it is read: neighbouring spaces are one, those that may not be broken become
 * ordinary ones, and there are neither blank lines nor spaces at the ends of lines.
 */
export function tidy(collapsed: string): string {
  const spaced = collapsed.includes('  ') ? collapsed.replace(/ {2,}/gu, ' ') : collapsed;
  const plain = spaced.includes(unbreakable) ? spaced.replaceAll(unbreakable, ' ') : spaced;
  if (!plain.includes('\n')) return trimmed(plain);
  return plain
    .split('\n')
    .map(trimmed)
    .filter((line) => line !== '')
    .join('\n');
}

/** The text of a single text node, tidy; told by codes, since most are a few letters without any space. */
export function plain(raw: string): string {
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code <= 0x20 || code === 0xa0) return tidy(collapse(raw));
  }
  return raw;
}
