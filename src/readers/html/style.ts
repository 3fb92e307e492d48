import type { Mark } from '../marks.ts';
import { roleOf } from './elements.ts';
import { attribute, type Element, walk } from './tree.ts';

/** Where a declaration begins, and where it ends. */
const start = '(?:^|;)\\s*';
const end = '\\s*(?:!\\s*important\\s*)?(?:;|$)';
const zero = '(?:0+(?:\\.0*)?|\\.0+)';

function declares(name: string, value: string): RegExp {
  return new RegExp(`${start}${name}\\s*:\\s*(?:${value})${end}`, 'iu');
}

/** Ways to keep a text from being seen that what stands inside may undo. */
const veils: readonly { hides: RegExp; names: RegExp; undoneBy: string }[] = [
  {
    hides: declares('visibility', 'hidden|collapse'),
    names: /(?:^|;)\s*visibility\s*:/iu,
    undoneBy: '',
  },
  {
    hides: declares('font-size', `${zero}(?:[a-z]{1,4}|%)?`),
    names: /(?:^|;)\s*font(?:-size)?\s*:/iu,
    undoneBy: 'size',
  },
  {
    hides: declares('color', `transparent|(?:rgba?|hsla?)\\([^()]*[,/]\\s*${zero}%?\\s*\\)`),
    names: /(?:^|;)\s*color\s*:/iu,
    undoneBy: 'color',
  },
];
const faded = declares('opacity', `${zero}%?`);

/** What all styles that hide, strike or raise a text have in them: most are asked no further. */
const telling =
  /hidden|collapse|opacity|transparent|font-size\s*:\s*[.0]|[,/]\s*[.0]+%?\s*\)|display\s*:\s*none|line-through|vertical-align\s*:\s*su/iu;

/** No attribute of the element hides or marks its text. */
export function isPlain({ attrs }: Element): boolean {
  for (const { name, value } of attrs) {
    if (name === 'hidden' || (name === 'style' && telling.test(value))) return false;
  }
  return true;
}

/** More than this is not looked through for something that is shown after all. */
const mostInside = 20_000;

function isUndone(veil: (typeof veils)[number], element: Element): boolean {
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
  if (faded.test(style)) return true;
  return veils.some((veil) => veil.hides.test(style) && !isUndone(veil, element));
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
    (style !== null && lifted.test(style) && roleOf(element) === undefined);
  return isStruck || isRaised ? { isStruck, isRaised } : null;
}
