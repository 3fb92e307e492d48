import type { TreeShape } from '../xml/tree.ts';

const properties: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['pPr', new Set(['pStyle', 'numPr', 'rPr'])],
  [
    'rPr',
    new Set(['vanish', 'strike', 'dstrike', 'vertAlign', 'ins', 'del', 'moveFrom', 'moveTo']),
  ],
  ['trPr', new Set(['gridBefore', 'ins', 'del'])],
  ['tcPr', new Set(['gridSpan', 'vMerge', 'hMerge', 'cellDel', 'cellIns'])],
]);

/** What is not shown, and what is no text; `rt` is the small print above a character. */
const leftOut = new Set([
  'tblPr',
  'tblGrid',
  'tblPrEx',
  'sectPr',
  'sdtPr',
  'sdtEndPr',
  'instrText',
  'delText',
  'delInstrText',
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'lastRenderedPageBreak',
  'rubyPr',
  'rt',
]);

/** The children of an element, with what a reader of text needs of them. */
export function shapeWithin(within: string): TreeShape {
  return {
    within,
    keep: (name, parent) => properties.get(parent)?.has(name) ?? !leftOut.has(name),
    hasText: (name) => name === 't',
  };
}
