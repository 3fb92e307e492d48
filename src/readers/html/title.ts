import { childNamed, isText, type Parent } from './tree.ts';
import { plain } from './whitespace.ts';

/** The title in the head of a page; null where there is none or it is blank. */
export function titleOf(root: Parent): string | null {
  const title = childNamed(childNamed(childNamed(root, 'html'), 'head'), 'title');
  const raw = title?.childNodes.map((node) => (isText(node) ? node.value : '')).join('') ?? '';
  const text = plain(raw);
  return text === '' ? null : text;
}
