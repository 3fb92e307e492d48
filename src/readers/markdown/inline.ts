import { raised, struckThrough } from '../marks.ts';

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
};

const mark =
  /\\([!-/:-@[-`{-~])|<br *\/?>|<\/?(?:su[bp]|s|strike|del)>|<\/?(?:b|i|u|em|strong|span|p|div|center)>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));|\*\*|__|~~|\*|`/giu;
const link = /!?\[([^[\]]*)\]\([^()]*\)/gu;

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** What the text between the marks of a pair becomes. */
const pairs: Readonly<Record<string, (text: string) => string>> = {
  '~~': struckThrough,
  '<s>': struckThrough,
  '<strike>': struckThrough,
  '<del>': struckThrough,
  '<sup>': raised,
  '<sub>': raised,
};

/** The mark that a closing one belongs to. */
function openerOf(mark: string): string {
  return mark.replace('/', '').toLowerCase();
}

/** What a mark stands for; null for one that is only taken away in pairs. */
function meaning([whole, escaped, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (escaped !== undefined) return escaped;
  if (decimal !== undefined) return character(Number(decimal)) ?? whole;
  if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16)) ?? whole;
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  if (/^<br/iu.test(whole)) return '\n';
  if (openerOf(whole) in pairs) return null;
  return whole.startsWith('<') ? '' : null;
}

/** Changes the text of all parts from an index on, as one; no part is taken out, so that all keep their numbers. */
function changeFrom(parts: string[], from: number, change?: (text: string) => string): void {
  if (change === undefined) return;
  const text = change(parts.slice(from).join(''));
  parts.fill('', from);
  parts[from] = text;
}

/** Text as a reader of the rendered Markdown sees it: no emphasis, code or link marks, entities and escapes resolved. */
export function rendered(text: string): string {
  const source = text.replace(link, '$1');
  const parts: string[] = [];
  const open = new Map<string, number>();
  let from = 0;
  for (const match of source.matchAll(mark)) {
    parts.push(source.slice(from, match.index));
    from = match.index + match[0].length;
    const known = meaning(match);
    const opener = openerOf(match[0]);
    const opened = known === null ? open.get(opener) : undefined;
    if (opened !== undefined) {
      parts[opened] = '';
      changeFrom(parts, opened, pairs[opener]);
      open.delete(opener);
    } else if (known === null) open.set(opener, parts.length);
    parts.push(known ?? (opened === undefined ? match[0] : ''));
  }
  parts.push(source.slice(from));
  return parts.join('').trim();
}
