import type { Block, Document } from '../model/document.ts';
import { type Problem, problem } from '../model/problem.ts';
import { readPage } from './html/blocks.ts';
import { decodeHtml } from './html/charset.ts';
import { lineFinder } from './html/lines.ts';
import { isMime, pagesInMime } from './html/mime.ts';
import { publishedIn } from './html/published.ts';
import { titleOf } from './html/title.ts';
import { parseTree } from './html/tree.ts';
import type { Reader, ReadOptions } from './reader.ts';

const excesses = {
  slots: { zh: '表格的单元格总数', en: 'the number of cells in the tables' },
  columns: { zh: '表格的列数', en: 'the number of columns of a table' },
};

function isReplaced(text: string | null): boolean {
  return text?.includes('\ufffd') ?? false;
}

function hasReplacements(block: Block): boolean {
  if (block.kind === 'opaque') return false;
  if (block.kind === 'paragraph') return isReplaced(block.text);
  return block.rows.some((row) => row.some((cell) => isReplaced(cell.text)));
}

function read(text: string, isDamaged: boolean, options: ReadOptions): Document | Problem {
  const { source, limits } = options;
  const tree = parseTree(text, options);
  if ('code' in tree) return tree;
  const { blocks, heading, hasDeletions, excess } = readPage(tree, limits, () => {});
  if (excess !== null) {
    const limit = String(limits[excess]);
    return problem('document-too-large', { what: excesses[excess], limit }, source);
  }
  // Bytes that are wrong in a script or an attribute lose nothing; in the text nobody can tell what they were.
  const lost = isDamaged ? blocks.filter(hasReplacements).length : 0;
  const notes = [
    ...(hasDeletions ? [problem('changes-tracked', {}, source)] : []),
    ...(lost > 0 ? [problem('characters-lost', { count: String(lost) }, source)] : []),
  ];
  const title = titleOf(tree.root) ?? heading?.replaceAll('\n', ' ') ?? null;
  const published = publishedIn(tree.root);
  const lineOf = lineFinder(text, options);
  return { source, format: 'html', title, published, blocks, notes, lineOf };
}

/** A page in a message has lines of its own, which are not those of the file. */
function readPart(bytes: Uint8Array, options: ReadOptions): Document | Problem {
  const decoded = decodeHtml(bytes);
  if (decoded === null) return problem('message-unread', {}, options.source);
  const found = read(decoded.text, decoded.isDamaged, options);
  if ('code' in found) return found;
  const { lineOf: _, ...document } = found;
  return document;
}

/** More pages in a message than this are not read. */
const mostPages = 100;
const whatPages = { zh: '文件里的网页数', en: 'pages in the message' };

/** Of the pages in a message those beside the one that it shows are kept apart. */
function readMime(bytes: Uint8Array, options: ReadOptions): Document | Problem {
  const pages = pagesInMime(bytes);
  if (pages === null) return problem('message-unread', {}, options.source);
  const document = readPart(pages.root, options);
  if ('code' in document || pages.others.length === 0) return document;
  if (pages.others.length >= mostPages) {
    const args = { what: whatPages, limit: String(mostPages) };
    return problem('document-too-large', args, options.source);
  }
  const others: Document[] = [];
  for (const each of pages.others) {
    const other = readPart(each, options);
    if ('code' in other) return other;
    others.push(other);
  }
  return { ...document, others };
}

/** Reads an HTML page, whatever wrote it: a site, Word or WPS; also one that is saved as a message (MHTML). */
export const readHtml: Reader = (bytes, options) => {
  if (isMime(bytes)) return readMime(bytes, options);
  const decoded = decodeHtml(bytes);
  if (decoded === null) return problem('encoding-unknown', {}, options.source);
  return read(decoded.text, decoded.isDamaged, options);
};
