import type { Mark } from '../marks.ts';
import { fades, suspicions, telling, type Veil, veils } from './declarations.ts';
import { roleOf } from './elements.ts';
import { attribute, type Element, walk } from './tree.ts';

/** No attribute of the element hides or marks its text. */
export function isPlain({ attrs, tagName }: Element): boolean {
  for (const { name, value } of attrs) {
    if (name === 'hidden' || (name === 'style' && telling.test(value))) return false;
    if (name === 'dir' && tagName === 'bdo') return false;
  }
  return true;
}

/** More than this is not looked through for something that is shown after all. */
const mostInside = 20_000;

function isUndone(veil: Veil, element: Element): boolean {
  let [undone, met] = [false, 0];
  walk(element, {
    enter: (inner) => {
      const style = attribute(inner, 'style') ?? '';
      const font = inner.tagName === 'font' ? attribute(inner, veil.undoneBy) : null;
      undone ||= font !== null || (veil.names.test(style) && !veil.hides.test(style));
      undone ||= ++met > mostInside;
      return !undone;
    },
    leave: () => {},
  });
  return undone;
}

/** Scripts show the whole of a page bit by bit. */
const pages = new Set(['html', 'body']);

/** Whether an element takes up its room and shows nothing: transparent, of no size, or invisible. */
export function isVeiled(element: Element): boolean {
  if (isPlain(element) || pages.has(element.tagName)) return false;
  const style = attribute(element, 'style') ?? '';
  if (fades.some((fade) => fade.test(style))) return true;
  return veils.some((veil) => veil.hides.test(style) && !isUndone(veil, element));
}

/** Whether an element has a style with which its text is as a rule not seen, or seen backwards. */
export function isSuspect(element: Element): boolean {
  if (isPlain(element) || pages.has(element.tagName)) return false;
  if (element.tagName === 'bdo' && /rtl/iu.test(attribute(element, 'dir') ?? '')) return true;
  const style = attribute(element, 'style');
  return style !== null && suspicions.some((all) => all.every((each) => each.test(style)));
}

const undisplayed = /(?:^|;)\s*display\s*:\s*none\b/iu;

/** Whether a page says that an element is not there for its readers, in the element itself. */
export function isRemoved({ attrs }: Element): boolean {
  for (const { name, value } of attrs) {
    if (name === 'hidden' || (name === 'style' && undisplayed.test(value))) return true;
  }
  return false;
}

/** Whether nothing of an element is seen. */
export function isHidden(element: Element): boolean {
  return !isPlain(element) && (isRemoved(element) || isVeiled(element));
}

const crossed = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/iu;
const lifted = /(?:^|;)\s*vertical-align\s*:\s*(?:super|sub)\b/iu;

/** How an element marks its text by itself, by its name or its style; null where it does not. */
export function markOf(element: Element): Mark | null {
  const { tagName } = element;
  const style = isPlain(element) ? null : attribute(element, 'style');
  const isStruck =
    tagName === 's' || tagName === 'strike' || (style !== null && crossed.test(style));
  const isRaised =
    tagName === 'sup' ||
    tagName === 'sub' ||
    tagName === 'rt' ||
    (style !== null && lifted.test(style) && roleOf(element) === undefined);
  return isStruck || isRaised ? { isStruck, isRaised } : null;
}
