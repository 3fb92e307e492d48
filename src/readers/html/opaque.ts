import type { Opaque } from '../../model/document.ts';
import { attribute, type Element, isElement, isText, type Parent } from './tree.ts';

/** Something that is shown but not read, before its place is known. */
export type Attached = Pick<Opaque, 'what' | 'name'>;

const longestName = 200;
/** A picture with a side shorter than this many pixels can hold no table. */
const smallestSide = 40;

const fileName = /\.(?:docx?|wps|rtf|xlsx?|et|pdf|ofd|csv|zip|rar|7z)(?:$|[?#&])/iu;
const ornament =
  /(?:^|[/_-])(?:icons?|logo|blank|spacer|space|arrow|dot|bullet)(?![a-z])[^/]{0,40}$/iu;
/** Pictures of the kind of a file, which editors put before the link to it. */
const fileIcon = /filetype(?:image|icon)s?\//iu;
const sideInStyle = /(?:^|;)\s*(?:width|height)\s*:\s*(\d{1,9})(?:\.\d*)?px/giu;

function firstNamed(element: Element, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attribute(element, name)?.trim();
    if (value !== undefined && value !== '' && !value.startsWith('data:')) {
      return value.slice(0, longestName);
    }
  }
  return null;
}

function isShort(side: string | null): boolean {
  return (
    side !== null &&
    /^\s*\d{1,9}(?:\.\d*)?(?:px)?\s*$/iu.test(side) &&
    Number.parseFloat(side) < smallestSide
  );
}

function sidesOf(element: Element): (string | null)[] {
  const style = attribute(element, 'style') ?? '';
  const styled = [...style.slice(0, 1000).matchAll(sideInStyle)].map((match) => match[1] ?? null);
  return [attribute(element, 'width'), attribute(element, 'height'), ...styled];
}

function pictureOf(image: Element): Attached | null {
  if (sidesOf(image).some(isShort)) return null;
  const source = firstNamed(image, ['src', 'data-src', 'data-original']);
  const file = source?.replace(/[?#].*$/su, '') ?? '';
  if (ornament.test(file) || fileIcon.test(file)) return null;
  return { what: 'picture', name: firstNamed(image, ['alt', 'title']) ?? source };
}

function frameOf(frame: Element): Attached | null {
  const sides = sidesOf(frame);
  if (sides.length > 1 && sides.every(isShort)) return null;
  const name = firstNamed(frame, ['src', 'data', 'title', 'name']);
  if (name?.startsWith('about:') || name?.startsWith('javascript:')) return null;
  return { what: name !== null && fileName.test(name) ? 'attachment' : 'frame', name };
}

/** A picture, a frame or an embedded file; null for one that is there for the looks of the page. */
export function opaqueOf(element: Element): Attached | null {
  return element.tagName === 'img' ? pictureOf(element) : frameOf(element);
}

/** The beginning of the text in a node, however much stands in it. */
export function briefText(node: Parent, budget = { nodes: 200 }): string {
  let text = '';
  for (const child of node.childNodes) {
    if (budget.nodes-- <= 0 || text.length >= longestName) break;
    if (isText(child)) text += child.value;
    else if (isElement(child)) text += briefText(child, budget);
  }
  return text.replace(/\s+/gu, ' ').slice(0, longestName);
}

/** The attached file that a link leads to, by the name in its address or its text; null for any other link. */
export function attachmentOf(link: Element): Attached | null {
  const address = firstNamed(link, ['href']);
  if (address === null) return null;
  const text = briefText(link).trim();
  const isFile = fileName.test(attribute(link, 'href') ?? '') || fileName.test(text);
  return isFile ? { what: 'attachment', name: text === '' ? address : text } : null;
}

const textual = new Set(['', 'text', 'number', 'tel']);

/** What a field of a form shows. */
export function inputText(input: Element): string {
  const type = (attribute(input, 'type') ?? '').toLowerCase();
  return textual.has(type) ? (attribute(input, 'value') ?? '') : '';
}
