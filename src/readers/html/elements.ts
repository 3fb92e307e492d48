import type { Element } from './tree.ts';

/** How an element takes part in the text of a page; any that is not named here is inline. */
export type Role = 'block' | 'preformatted' | 'break' | 'unread' | 'opaque' | 'input' | 'table';

const names: Readonly<Record<Role, string>> = {
  block:
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li ' +
    'main marquee menu nav ol p search section summary tbody td tfoot th thead tr ul',
  preformatted: 'listing plaintext pre textarea xmp',
  break: 'br',
  // What a browser does not show, and parts of the site rather than of the text.
  unread:
    'audio canvas colgroup datalist meter noembed noframes noscript progress rp script select ' +
    'style svg template title video',
  opaque: 'embed frame iframe img object',
  input: 'input',
  table: 'table',
};

const roles = new Map<string, Role>();
for (const role of [
  'block',
  'preformatted',
  'break',
  'unread',
  'opaque',
  'input',
  'table',
] as const) {
  for (const name of names[role].split(' ')) roles.set(name, role);
}

export function roleOf({ tagName }: Element): Role | undefined {
  return roles.get(tagName);
}
