import { isHidden, isPlain, isSuspect, markOf } from './style.ts';
import { type Element, isElement, isText, type Text } from './tree.ts';

/** Word's mark at the end of a paragraph. */
const mark = 'o:p';

/** What wraps the text of a cell and says nothing else. */
const wrappers = new Set(['p', 'div', 'span', 'font', 'b', 'strong', mark]);

/** So many wrappers, one in the other, are looked into. */
const mostWrappers = 8;

/** Nothing that would be left of the text where it stands at an end. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSpace =
      code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
    if (!isSpace) return false;
  }
  return true;
}

/** It neither hides its text, for certain or perhaps, nor marks it. */
function saysNothing(element: Element): boolean {
  if (isPlain(element)) return true;
  return !isHidden(element) && !isSuspect(element) && markOf(element) === null;
}

/**
 * The only text in an element, for speed: most cells are such. null where all of it is blank, `more` where
 * there is more in it than one text in its wrappers, which takes the general way.
 */
export function onlyText(element: Element, isAlone = true, depth = 0): Text | null | 'more' {
  const { childNodes } = element;
  const isOnly = isAlone && childNodes.length === 1;
  let found: Text | null = null;
  for (const child of childNodes) {
    let own: Text | null | 'more' = null;
    if (isText(child)) {
      if (isOnly) return child;
      if (isBlank(child.value)) continue;
      own = /\S/u.test(child.value) ? child : 'more';
    } else if (isElement(child)) {
      const isWrapper = depth < mostWrappers && wrappers.has(child.tagName) && saysNothing(child);
      own = isWrapper ? onlyText(child, isOnly && child.tagName !== mark, depth + 1) : 'more';
    }
    if (own === null) continue;
    if (own === 'more' || found !== null) return 'more';
    found = own;
  }
  return found;
}
