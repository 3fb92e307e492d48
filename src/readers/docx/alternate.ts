import type { XmlNode } from '../xml/tree.ts';

const content = new Set(['t', 'p', 'tbl', 'blip', 'imagedata', 'OLEObject', 'chart', 'relIds']);

function shows(node: XmlNode): boolean {
  return content.has(node.name) || node.children.some(shows);
}

/** The children of the one branch of `mc:AlternateContent` that is taken: the first that shows something. */
export function shownBranch(node: XmlNode): readonly XmlNode[] {
  const branches = node.children.filter(({ name }) => name === 'Choice' || name === 'Fallback');
  return (branches.find((branch) => branch.children.some(shows)) ?? branches[0])?.children ?? [];
}
