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
  /\\([!-/:-@[-`{-~])|<br *\/?>|<\/?(?:b|i|u|em|strong|sub|sup|span|p|div|center)>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));|\*\*|__|~~|\*|`/giu;
const link = /!?\[([^[\]]*)\]\([^()]*\)/gu;

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** What a mark stands for; null for one that is only taken away in pairs. */
function meaning([whole, escaped, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (escaped !== undefined) return escaped;
  if (decimal !== undefined) return character(Number(decimal)) ?? whole;
  if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16)) ?? whole;
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  if (/^<br/iu.test(whole)) return '\n';
  return whole.startsWith('<') ? '' : null;
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
    const opened = known === null ? open.get(match[0]) : undefined;
    if (opened !== undefined) parts[opened] = '';
    if (opened !== undefined) open.delete(match[0]);
    else if (known === null) open.set(match[0], parts.length);
    parts.push(known ?? (opened === undefined ? match[0] : ''));
  }
  parts.push(source.slice(from));
  return parts.join('').trim();
}
