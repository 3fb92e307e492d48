import type { Block, ColumnNode, Edition, Label, LineNode, Table } from '../../model/edition.ts';
import { isColumnGroup, isLineGroup } from '../../model/form.ts';
import type { Language } from '../../model/words.ts';

/** A label in one language, without what only readers of documents need. */
function spoken(label: Label, lang: Language): Label {
  return { zh: label[lang], en: '' };
}

function columnOf(node: ColumnNode, lang: Language): ColumnNode {
  if (isColumnGroup(node)) {
    return { ...spoken(node, lang), columns: node.columns.map((each) => columnOf(each, lang)) };
  }
  const { id, figure, unit } = node;
  return { ...spoken(node, lang), id, figure, unit };
}

function lineOf(node: LineNode, lang: Language): LineNode {
  const { aliases: _, ...rest } = node;
  if (!isLineGroup(rest)) return { ...rest, ...spoken(node, lang) };
  const lines = rest.lines.map((each) => lineOf(each, lang));
  return { ...rest, ...spoken(node, lang), lines };
}

function blockOf({ layout, columns, lines, ...label }: Block, lang: Language): Block {
  return {
    ...spoken(label, lang),
    layout,
    columns: columns.map((each) => columnOf(each, lang)),
    lines: lines.map((each) => lineOf(each, lang)),
  };
}

function tableOf({ id, blocks, ...label }: Table, lang: Language): Table {
  return { ...spoken(label, lang), id, blocks: blocks.map((each) => blockOf(each, lang)) };
}

/** An edition with no more than its tables need to be laid out, its labels in one language. */
export function formToShow(edition: Edition, lang: Language): Edition {
  return {
    ...edition,
    ...spoken(edition, lang),
    fingerprint: [],
    sections: [],
    topics: [],
    identities: [],
    tables: edition.tables.map((table) => tableOf(table, lang)),
  };
}
