import { around, type Edit, insert } from '../edits.ts';
import { childOf, isEmptyTag, type Span, type Tree } from '../spans.ts';

/** Properties that stand behind the shading, in the order of the standard. */
const behindInCell = new Set(
  'noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange'.split(
    ' ',
  ),
);
const behindInRun = new Set(
  'fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(' '),
);

function shading(prefix: string, colour: string): string {
  return `<${prefix}shd ${prefix}val="clear" ${prefix}color="auto" ${prefix}fill="${colour}"/>`;
}

/** Colours a cell of a table. */
export function shadeCell(cell: Span, prefix: string, colour: string): Edit[] {
  const xml = shading(prefix, colour);
  const properties = childOf(cell, 'tcPr');
  if (properties === undefined) {
    return [insert(cell.inner, `<${prefix}tcPr>${xml}</${prefix}tcPr>`)];
  }
  const own = childOf(properties, 'shd');
  if (own !== undefined) return [{ from: own.start, to: own.end, text: xml }];
  const next = properties.children.find(({ local }) => behindInCell.has(local));
  return next === undefined ? around(properties, '', xml) : [insert(next.start, xml)];
}

/** The properties of a run as they stand in the text; nothing where it has none. */
export function propertiesOf({ text }: Tree, run: Span): string {
  const properties = childOf(run, 'rPr');
  return properties === undefined ? '' : text.slice(properties.start, properties.end);
}

/** The properties of a run with a colour behind its text, in place of any that it has. */
export function shadedProperties(
  { text }: Tree,
  run: Span,
  prefix: string,
  colour: string,
): string {
  const properties = childOf(run, 'rPr');
  const [open, close] = [`<${prefix}rPr>`, `</${prefix}rPr>`];
  const xml = shading(prefix, colour);
  if (properties === undefined || isEmptyTag(properties)) return open + xml + close;
  const kept = properties.children.filter(({ local }) => local !== 'shd' && local !== 'highlight');
  const at = kept.findIndex(({ local }) => behindInRun.has(local));
  const parts = kept.map(({ start, end }) => text.slice(start, end));
  parts.splice(at < 0 ? parts.length : at, 0, xml);
  return open + parts.join('') + close;
}
