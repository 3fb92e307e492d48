import type { XmlNode } from '../xml/tree.ts';
import { attribute } from '../xml.ts';
import { shownBranch } from './alternate.ts';
import type { Aside } from './inline.ts';
import type { Story } from './story.ts';

/** File name or link of what a relationship points to. */
function targetName(story: Story, id: string | undefined): string | null {
  const found = id === undefined ? undefined : story.relationships.get(id);
  if (found === undefined) return null;
  return found.external ? found.target : found.target.replace(/^.*\//u, '');
}

function alternativeText(node: XmlNode): string | null {
  const { attributes } = node;
  const text =
    node.name === 'docPr'
      ? (attribute(attributes, 'descr') ?? attribute(attributes, 'title'))
      : node.name === 'shape'
        ? attribute(attributes, 'alt')
        : undefined;
  return text === undefined || text.trim() === '' ? null : text.trim();
}

/** What is shown as a picture, with the attributes that may say which. */
const pictures: ReadonlyMap<string, readonly string[]> = new Map([
  ['blip', ['embed', 'link']],
  ['imagedata', ['id', 'href']],
  ['chart', []],
  ['relIds', []],
]);

/** Collects what a drawing shows: text boxes and pictures, or the one file that an object embeds. */
export function drawn(story: Story, drawing: XmlNode, asides: Aside[]): void {
  let text: string | null = null;
  const found: Aside[] = [];
  const look = (node: XmlNode): void => {
    if (node.name === 'txbxContent') {
      found.push({ box: node });
      return;
    }
    text = alternativeText(node) ?? text;
    const links = pictures.get(node.name);
    if (links !== undefined) {
      const id = links.map((name) => attribute(node.attributes, name)).find((each) => each);
      found.push({ what: 'picture', name: text ?? targetName(story, id) });
    } else if (node.name === 'OLEObject') {
      const name = attribute(node.attributes, 'ProgID') ?? null;
      found.push({ what: 'attachment', name });
    }
    const children = node.name === 'AlternateContent' ? shownBranch(node) : node.children;
    for (const each of children) look(each);
  };
  look(drawing);
  const files = found.filter((each) => 'what' in each && each.what === 'attachment');
  for (const each of files.length > 0 ? files : found) asides.push(each);
}
