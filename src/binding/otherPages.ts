import type { Block, Document } from '../model/document.ts';
import type { Edition } from '../model/edition.ts';
import { recognise } from './recognise.ts';
import { runningText } from './runningText.ts';
import { subjectOf } from './subject.ts';

/** The texts of the tables, by which a page that stands in a file twice is told. */
function tablesIn({ blocks }: Document): string {
  const textsOf = (block: Block): readonly (readonly string[])[] =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : [];
  return JSON.stringify(blocks.flatMap(textsOf));
}

/** The titles of the pages that a file holds beside its own and that are reports of other figures. */
export function otherPages(document: Document, editions: readonly Edition[]): string[] {
  const { others = [] } = document;
  if (others.length === 0) return [];
  const own = tablesIn(document);
  return others.flatMap((page) => {
    const running = (): ReturnType<typeof runningText> => runningText(page.blocks);
    if (recognise(page, running, editions, null) === null || tablesIn(page) === own) return [];
    const { organ, year } = subjectOf(page);
    const named = `${organ ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;
    return [page.title ?? named];
  });
}
