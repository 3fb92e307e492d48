import type { Block } from '../model/document.ts';
import { type Problem, problem } from '../model/problem.ts';
import { openCompound } from './doc/compound.ts';
import { wordText } from './doc/pieces.ts';
import { type Part, storyOf } from './doc/story.ts';
import { type Row, wordGrid } from './doc/table.ts';
import { type Purse, tooDeep, tooManyLines } from './plain/textGrid.ts';
import type { Reader } from './reader.ts';

const reasons = {
  container: { zh: '不是 Word 97–2003 文件', en: 'no Word 97–2003 file' },
  old: { zh: '不是 Word 97–2003 的格式', en: 'not of the format of Word 97–2003' },
  damaged: { zh: '正文缺失或损坏', en: 'its text is missing or damaged' },
};

/** No document has so many tables in tables; each level costs time for every paragraph. */
const deepest = 64;

/** A table that is being read. */
interface Level {
  readonly rows: Row[];
  cells: string[];
  texts: string[];
}

interface Reading {
  readonly blocks: Block[];
  readonly purse: Purse;
  readonly levels: Level[];
  paragraphs: number;
  tables: number;
}

/** Ends the tables deeper than `depth`, the innermost first. */
function closeTables(reading: Reading, depth: number): Problem | null {
  while (reading.levels.length > depth) {
    const level = reading.levels.pop();
    if (level === undefined) break;
    if (level.texts.length > 0) level.cells.push(level.texts.join('\n').trim());
    if (level.cells.length > 0) level.rows.push({ cells: level.cells, shape: null });
    if (level.rows.length === 0) continue;
    const grid = wordGrid(level.rows, ++reading.tables, reading.purse);
    if ('code' in grid) return grid;
    reading.blocks.push(grid);
  }
  return null;
}

function readInTable(level: Level, part: Part): void {
  if (part.end !== 'row') level.texts.push(part.text.trim());
  if (part.end === 'cell') {
    level.cells.push(level.texts.join('\n').trim());
    level.texts = [];
  } else if (part.end === 'row') {
    level.rows.push({ cells: level.cells, shape: part.shape });
    [level.cells, level.texts] = [[], []];
  }
}

function readPart(reading: Reading, part: Part): Problem | null {
  const { limits } = reading.purse.options;
  if (part.depth > Math.min(limits.depth, deepest)) return tooDeep(reading.purse, deepest);
  const closed = closeTables(reading, part.depth);
  if (closed !== null) return closed;
  const at = { kind: 'paragraph', paragraph: ++reading.paragraphs } as const;
  for (const what of part.opaque) reading.blocks.push({ kind: 'opaque', what, name: null, at });
  if (reading.paragraphs > limits.slots) return tooManyLines(reading.purse);
  while (reading.levels.length < part.depth)
    reading.levels.push({ rows: [], cells: [], texts: [] });
  const level = reading.levels.at(-1);
  if (level !== undefined) readInTable(level, part);
  else if (part.text.trim() !== '') {
    reading.blocks.push({ kind: 'paragraph', text: part.text.trim(), at });
  }
  return null;
}

/** Reads a Word 97 to 2003 document, which WPS writes too; a table in a cell comes before the table around it. */
export const readDoc: Reader = (bytes, options) => {
  const { source } = options;
  const broken = (reason: { zh: string; en: string }) =>
    problem('document-broken', { format: 'DOC', reason }, source);
  const file = openCompound(bytes);
  if (file === null) return broken(reasons.container);
  const word = wordText(file);
  if (word === 'encrypted') return problem('document-encrypted', {}, source);
  if (word === 'old' || word === 'damaged') return broken(reasons[word]);
  const story = storyOf(word);
  const purse: Purse = { options, slots: 0 };
  const reading: Reading = { blocks: [], purse, levels: [], paragraphs: 0, tables: 0 };
  for (const part of story.parts) {
    const refused = readPart(reading, part);
    if (refused !== null) return refused;
  }
  const refused = closeTables(reading, 0);
  if (refused !== null) return refused;
  const notes = story.tracked ? [problem('changes-tracked', {}, source)] : [];
  return { source, format: 'doc', title: null, blocks: reading.blocks, notes };
};
