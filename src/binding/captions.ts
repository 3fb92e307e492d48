import type { Document } from '../model/document.ts';

const unit = /^\s*[（(]?(?:计量)?单位/u;

/** What stands over each grid of a document, in order: the last paragraph before it, unless it names a unit. */
export function captionsOf({ blocks }: Document): readonly string[] {
  const captions: string[] = [];
  let last = '';
  for (const block of blocks) {
    if (block.kind === 'grid') {
      captions.push(last);
      last = '';
    } else if (block.kind === 'paragraph' && block.text.trim() !== '' && !unit.test(block.text)) {
      last = block.text;
    }
  }
  return captions;
}
