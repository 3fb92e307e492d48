/** Where a declaration begins, and where it ends. */
const start = '(?:^|;)\\s*';
const end = '\\s*(?:!\\s*important\\s*)?(?:;|$)';
const zero = '(?:0+(?:\\.0*)?|\\.0+)';

function declares(name: string, value: string): RegExp {
  return new RegExp(`${start}(?:${name})\\s*:\\s*(?:${value})${end}`, 'iu');
}

/** A way to keep a text from being seen that what stands inside may undo. */
export interface Veil {
  readonly hides: RegExp;
  readonly names: RegExp;
  /** The attribute of `font` that undoes it. */
  readonly undoneBy: string;
}

const noSize = `${zero}(?:[a-z]{1,4}|%)?`;
const noColor = [
  'transparent',
  `(?:rgba?|hsla?)\\([^()]*[,/]\\s*${zero}%?\\s*\\)`,
  '#[\\da-f]{3}0',
  '#[\\da-f]{6}00',
].join('|');

export const veils: readonly Veil[] = [
  {
    hides: declares('visibility', 'hidden|collapse'),
    names: /(?:^|;)\s*visibility\s*:/iu,
    undoneBy: '',
  },
  {
    hides: new RegExp(
      `${declares('font-size', noSize).source}|` +
        `${start}font\\s*:\\s*(?:[a-z-]+\\s+)*${noSize}(?:\\s*/\\s*[^\\s;]+)?\\s+[^\\s;]`,
      'iu',
    ),
    names: /(?:^|;)\s*font(?:-size)?\s*:/iu,
    undoneBy: 'size',
  },
  {
    hides: declares('(?:-webkit-text-fill-)?color', noColor),
    names: /(?:^|;)\s*(?:-webkit-text-fill-)?color\s*:/iu,
    undoneBy: 'color',
  },
];

/** Styles that fade out all that stands in an element, which nothing inside can undo. */
export const fades: readonly RegExp[] = [
  declares('opacity', `-[\\d.]+%?|${zero}%?`),
  declares('filter', `[^;]*opacity\\(\\s*${zero}%?\\s*\\)[^;]*`),
];

const distance = '-?\\d{4,}(?:\\.\\d*)?p[xt]|-\\d{3,}(?:\\.\\d*)?(?:r?em|%|v[wh])';
const indent = '-(?:[3-9]\\d\\d|\\d{4,})(?:\\.\\d*)?p[xt]|-?\\d{2,}(?:\\.\\d*)?(?:r?em|%|v[wh])';

/**
 * Styles with which a text is as a rule not seen, though that hangs on what else is there: cut off, pushed out
 * of the page, shrunk, next to nothing in size, or seen otherwise: backwards, as dots. All patterns of a row must match.
 */
export const suspicions: readonly (readonly RegExp[])[] = [
  [declares('clip', 'rect\\((?![^()]*auto)[^()]*\\)')],
  [declares('(?:-webkit-)?clip-path', '(?!none)[^;]*')],
  [declares('text-indent', indent)],
  [declares('left|top|right|bottom|margin(?:-left|-top)?|inset', distance)],
  [
    declares(
      '(?:-webkit-|-ms-)?transform',
      `[^;]*(?:scale(?:3d|x|y)?\\(\\s*${zero}\\s*[,)]|translate(?:3d|x|y)?\\([^()]*(?:${distance})|matrix\\(\\s*${zero}\\s*,|rotate[xy]\\(\\s*90)[^;]*`,
    ),
  ],
  [declares('scale', `${zero}%?(?:\\s[^;]*)?`)],
  [
    declares('overflow(?:-x|-y)?', 'hidden|clip'),
    declares('(?:max-)?(?:height|width)', `${zero}(?:[a-z]{2}|%)?|1px`),
  ],
  [declares('content-visibility', 'hidden')],
  [declares('opacity', '0?\\.0\\d*')],
  [declares('font-size', '(?:0?\\.\\d+|1(?:\\.\\d*)?)p[xt]')],
  [declares('unicode-bidi', '(?:bidi|isolate)-override')],
  [declares('flex(?:-direction|-flow)', '[^;]*-reverse[^;]*')],
  [declares('-webkit-text-security', '(?!none)[^;]*')],
  // A comment may stand anywhere in a declaration: what it declares is not looked for.
  [/\/\*/u],
];

/** What all styles that hide, strike or raise a text have in them: most are asked no further. */
export const telling =
  /hidden|collapse|opacity|transparent|font(?:-size)?\s*:\s*(?:[a-z-]+\s+)*(?:[.0]|1(?:\.\d*)?p)|[,/]\s*[.0]+%?\s*\)|display\s*:\s*none|line-through|vertical-align\s*:\s*su|clip|scale|matrix|override|reverse|security|rotate\w|indent\s*:\s*-?\d\d+(?:%|r?em|v)|-\d{3}|\d{4}p|#[\da-f]{3}0(?![\da-f])|#[\da-f]{6}00|\/\*/iu;
