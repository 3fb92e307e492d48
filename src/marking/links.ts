import type { Problem } from '../model/problem.ts';
import { relationshipsFile } from '../readers/office/package.ts';
import type { Copy } from './copy.ts';
import { around, edited } from './edits.ts';
import { allOf, attributeOf, prefixOf, readSpans, type Span, type Tree } from './spans.ts';

const packages = 'http://schemas.openxmlformats.org/package/2006';
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part of our own. */
export function partText(xml: string): string {
  return declaration + xml;
}

/** The namespace that an element of the root's prefix is in. */
export function namespaceOf(root: Span): string {
  const prefix = prefixOf(root);
  return root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`] ?? '';
}

/** The dialect of the relationships of a document, told by the namespace of its main part. */
export function relationshipsIn(namespace: string): string {
  return namespace.startsWith('http://purl.oclc.org/') ? strict : transitional;
}

/** A part as it will be, with its elements; null where there is none. */
export function treeNow(copy: Copy, name: string): Tree | Problem | null {
  const text = copy.now(name);
  if (text === null || typeof text === 'object') return text;
  return readSpans(new TextEncoder().encode(text), copy.pack.part(name));
}

/** Lets a part point to another one; gives the id. @param target as it stands in the list: relative to the part's folder */
export function link(
  copy: Copy,
  part: string,
  [type, target]: readonly [type: string, target: string],
): string | Problem {
  const name = relationshipsFile(part);
  const tree = treeNow(copy, name);
  if (tree === null) {
    const each = `<Relationship Id="rIdGiar1" Type="${type}" Target="${target}"/>`;
    const xml = `<Relationships xmlns="${packages}/relationships">${each}</Relationships>`;
    copy.put(name, partText(xml));
    return 'rIdGiar1';
  }
  if ('code' in tree) return tree;
  const ids = new Set(tree.root.children.map((each) => attributeOf(each, 'Id')));
  let number = 1;
  while (ids.has(`rIdGiar${number}`)) number++;
  const id = `rIdGiar${number}`;
  const element = `${prefixOf(tree.root)}Relationship`;
  const xml = `<${element} Id="${id}" Type="${type}" Target="${target}"/>`;
  copy.put(name, edited(tree.text, around(tree.root, '', xml)));
  return id;
}

const contentTypes = '[Content_Types].xml';

function declare(
  copy: Copy,
  isThere: (tree: Tree) => boolean,
  xml: (prefix: string) => string,
): Problem | null {
  const tree = treeNow(copy, contentTypes);
  if (tree === null) {
    const missing = copy.pack.archive.read(contentTypes);
    return 'code' in missing ? missing : null;
  }
  if ('code' in tree) return tree;
  if (isThere(tree)) return null;
  copy.put(contentTypes, edited(tree.text, around(tree.root, '', xml(prefixOf(tree.root)))));
  return null;
}

/** Says what kind of content a part of ours holds. */
export function declarePart(copy: Copy, part: string, type: string): Problem | null {
  const isThere = ({ root }: Tree): boolean =>
    allOf(root, 'Override').some(
      (each) => attributeOf(each, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
    );
  return declare(copy, isThere, (p) => `<${p}Override PartName="/${part}" ContentType="${type}"/>`);
}

/** Says what kind of content the parts hold whose names end so. */
export function declareEnding(copy: Copy, ending: string, type: string): Problem | null {
  const isThere = ({ root }: Tree): boolean =>
    allOf(root, 'Default').some((each) => attributeOf(each, 'Extension')?.toLowerCase() === ending);
  return declare(
    copy,
    isThere,
    (p) => `<${p}Default Extension="${ending}" ContentType="${type}"/>`,
  );
}

/** A name that no part has yet, such as `word/comments2.xml`. */
export function freeName(copy: Copy, nameOf: (number: number | '') => string): string {
  let number: number | '' = '';
  while (copy.now(nameOf(number)) !== null) number = number === '' ? 2 : number + 1;
  return nameOf(number);
}
