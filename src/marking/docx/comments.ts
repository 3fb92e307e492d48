import type { Problem } from '../../model/problem.ts';
import { brokenPart } from '../../readers/xml.ts';
import { escaped } from '../../writers/markup.ts';
import type { Copy } from '../copy.ts';
import { around, edited } from '../edits.ts';
import {
  declarePart,
  freeName,
  link,
  namespaceOf,
  partText,
  relationshipsIn,
  treeNow,
} from '../links.ts';
import { allOf, attributeOf, prefixOf, type Span, type Tree } from '../spans.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** A comment by its id, paragraph by paragraph. */
export interface Comment {
  readonly id: number;
  readonly lines: readonly string[];
}

/** What stands in the text before and behind what a comment is about. */
export function anchorsOf(
  prefix: string,
  { id }: Comment,
): readonly [before: string, behind: string] {
  const p = prefix;
  const at = `${p}id="${id}"`;
  return [
    `<${p}commentRangeStart ${at}/>`,
    `<${p}commentRangeEnd ${at}/><${p}r><${p}commentReference ${at}/></${p}r>`,
  ];
}

function commentXml(p: string, { id, lines }: Comment): string {
  const paragraphs = lines.map(
    (line) => `<${p}p><${p}r><${p}t xml:space="preserve">${escaped(line)}</${p}t></${p}r></${p}p>`,
  );
  return `<${p}comment ${p}id="${id}" ${p}author="giar" ${p}initials="giar">${paragraphs.join('')}</${p}comment>`;
}

function commentsPart({ pack }: Copy): string | null {
  const found = pack.relationships.find(({ type, external }) => type === 'comments' && !external);
  return found !== undefined && pack.archive.has(found.target) ? found.target : null;
}

function idsIn(tree: Tree, names: readonly string[]): number[] {
  const spans: Span[] = names.flatMap((name) => allOf(tree.root, name));
  return spans.map((span) => Number(attributeOf(span, 'id'))).filter(Number.isSafeInteger);
}

/** The first id that no comment of the document has. */
export function firstFreeId(copy: Copy, main: Tree): number | Problem {
  const part = commentsPart(copy);
  const own = part === null ? null : copy.tree(part);
  if (own !== null && 'code' in own) return own;
  const ids = [
    ...idsIn(main, ['commentRangeStart', 'commentReference']),
    ...(own === null ? [] : idsIn(own, ['comment'])),
  ];
  return ids.reduce((most, id) => Math.max(most, id), -1) + 1;
}

/** Adds comments to those of the document. */
export function addComments(copy: Copy, main: Tree, comments: readonly Comment[]): Problem | null {
  if (comments.length === 0) return null;
  const part = commentsPart(copy);
  const xml = (prefix: string): string => comments.map((each) => commentXml(prefix, each)).join('');
  if (part !== null) {
    const tree = treeNow(copy, part);
    if (tree === null) return null;
    if ('code' in tree) return tree;
    const prefix = prefixOf(tree.root);
    if (prefix === '')
      return brokenPart(copy.pack.part(part), '的写法少见', 'is written in an uncommon way');
    copy.put(part, edited(tree.text, around(tree.root, '', xml(prefix))));
    return null;
  }
  const folder = copy.pack.main.slice(0, copy.pack.main.lastIndexOf('/') + 1);
  const name = freeName(copy, (number) => `${folder}comments${number}.xml`);
  const prefix = prefixOf(main.root);
  const namespace = namespaceOf(main.root);
  const declared = `xmlns:${prefix.slice(0, -1)}="${escaped(namespace)}"`;
  copy.put(name, partText(`<${prefix}comments ${declared}>${xml(prefix)}</${prefix}comments>`));
  const type = `${relationshipsIn(namespace)}/comments`;
  const linked = link(copy, copy.pack.main, [type, name.slice(folder.length)]);
  return typeof linked === 'string' ? declarePart(copy, name, contentType) : linked;
}
