import type { Problem } from '../../model/problem.ts';
import { brokenPart } from '../../readers/xml.ts';
import type { Copy } from '../copy.ts';
import { around, edited, withAttribute } from '../edits.ts';
import { declarePart, freeName, link, namespaceOf, partText, relationshipsIn } from '../links.ts';
import { childOf, prefixOf, type Span, type Tree } from '../spans.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Gives the number of the style that is like one of the workbook's but has a colour of its own. */
export interface Palette {
  styled(style: number, colour: string): number;
  /** Writes the new styles, if there are any. */
  write(): void;
}

/** The least that a workbook has for styles. */
function plainStyles(namespace: string): string {
  const border = '<border><left/><right/><top/><bottom/><diagonal/></border>';
  return `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">${border}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;
}

/** The part with the styles; made where the workbook has none. */
function stylesPart(copy: Copy, main: Tree): string | Problem {
  const { pack } = copy;
  const found = pack.relationships.find(({ type, external }) => type === 'styles' && !external);
  if (found !== undefined && pack.archive.has(found.target)) return found.target;
  const folder = pack.main.slice(0, pack.main.lastIndexOf('/') + 1);
  const name = freeName(copy, (number) => `${folder}styles${number}.xml`);
  const namespace = namespaceOf(main.root);
  copy.put(name, partText(plainStyles(namespace)));
  if (found === undefined) {
    const type = `${relationshipsIn(namespace)}/styles`;
    const linked = link(copy, pack.main, [type, name.slice(folder.length)]);
    if (typeof linked !== 'string') return linked;
  }
  return declarePart(copy, name, contentType) ?? name;
}

/** A style's text with another fill. */
function filled(tree: Tree, style: Span | undefined, prefix: string, fill: number): string {
  if (style === undefined) {
    return `<${prefix}xf numFmtId="0" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyFill="1"/>`;
  }
  const edits = [
    withAttribute(tree, style, 'fillId', String(fill)),
    withAttribute(tree, style, 'applyFill', '1'),
  ].map((edit) => ({ ...edit, from: edit.from - style.start, to: edit.to - style.start }));
  return edited(tree.text.slice(style.start, style.end), edits);
}

function fillXml(prefix: string, colour: string): string {
  const p = prefix;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** The styles of a workbook, to be added to. @param read a part as it will be, with its elements */
export function paletteOf(
  copy: Copy,
  main: Tree,
  read: (part: string) => Tree | Problem | null,
): Palette | Problem {
  const part = stylesPart(copy, main);
  if (typeof part !== 'string') return part;
  const tree = read(part);
  if (tree !== null && 'code' in tree) return tree;
  const fills = childOf(tree?.root, 'fills');
  const styles = childOf(tree?.root, 'cellXfs');
  if (tree === null || fills === undefined || styles === undefined) {
    return brokenPart(copy.pack.part(part), '的写法少见', 'is written in an uncommon way');
  }
  const prefix = prefixOf(tree.root);
  const [firstFill, firstStyle] = [fills.children.length, styles.children.length];
  const colours: string[] = [];
  const made = new Map<string, { number: number; xml: string }>();
  const fillOf = (colour: string): number => {
    const at = colours.indexOf(colour);
    return firstFill + (at >= 0 ? at : colours.push(colour) - 1);
  };
  return {
    styled(style, colour) {
      const key = `${style} ${colour}`;
      const known = made.get(key);
      if (known !== undefined) return known.number;
      const number = firstStyle + made.size;
      made.set(key, { number, xml: filled(tree, styles.children[style], prefix, fillOf(colour)) });
      return number;
    },
    write() {
      if (made.size === 0) return;
      const fillsXml = colours.map((colour) => fillXml(prefix, colour)).join('');
      const stylesXml = [...made.values()].map(({ xml }) => xml).join('');
      const edits = [
        withAttribute(tree, fills, 'count', String(firstFill + colours.length)),
        ...around(fills, '', fillsXml),
        withAttribute(tree, styles, 'count', String(firstStyle + made.size)),
        ...around(styles, '', stylesXml),
      ];
      copy.put(part, edited(tree.text, edits));
    },
  };
}
