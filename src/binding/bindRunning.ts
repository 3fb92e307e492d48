import type { Block, Column, ColumnNode, Label, LineNode } from '../model/edition.ts';
import { type Form, type FormLine, flatColumns, isLineGroup } from '../model/form.ts';
import { acrossBlocks } from './bindAcross.ts';
import { type Readings, readingsOf } from './digits.ts';
import { cellIndices, type Draft, fill, isBound } from './draft.ts';
import { isUnit } from './gridRows.ts';
import { keyOf, keysOf } from './labelKey.ts';
import type { RunningText } from './runningText.ts';

/** A label found in running text: what it may stand for, and where it begins and ends in the key. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly FormLine[];
  readonly columns: readonly Column[];
  readonly block: Block | null;
}

interface Target {
  lines: FormLine[];
  columns: Column[];
  block: Block | null;
}

/** Labels without their ordinals must be this long to be looked for in running text. */
const shortestBare = 4;

function keysIn(label: Label): string[] {
  return [label.zh, ...(label.aliases ?? [])].flatMap((printed) => {
    const [full = '', ...others] = keysOf(printed);
    return [full, ...others.filter((key) => key.length >= shortestBare)];
  });
}

function targetsOf(form: Form): Map<string, Target> {
  const targets = new Map<string, Target>();
  const target = (label: Label): Target[] =>
    keysIn(label).map((key) => {
      const known = targets.get(key) ?? { lines: [], columns: [], block: null };
      targets.set(key, known);
      return known;
    });
  const headings = (nodes: readonly (LineNode | ColumnNode)[]): void => {
    for (const node of nodes) {
      target(node);
      if ('lines' in node && isLineGroup(node)) headings(node.lines);
      else if ('columns' in node) headings(node.columns);
    }
  };
  for (const section of form.edition.sections) target(section);
  for (const table of form.edition.tables) {
    target(table);
    for (const block of table.blocks) {
      for (const each of target(block)) each.block = block;
      headings(block.lines);
      headings(block.columns);
      for (const column of flatColumns(block.columns)) {
        for (const each of target(column))
          if (!each.columns.includes(column)) each.columns.push(column);
      }
    }
  }
  for (const line of form.lines) {
    for (const each of target(line.label)) if (!each.lines.includes(line)) each.lines.push(line);
  }
  targets.delete('');
  return targets;
}

/** So often a label is looked for: a document that holds more of them is no report. */
const mostFound = 2000;

/** The labels in a text, from left to right; where one holds another, the longer one alone. */
function tokensIn(key: string, form: Form): Token[] {
  const found: Token[] = [];
  for (const [word, target] of targetsOf(form)) {
    let at = key.indexOf(word);
    for (let n = 0; at !== -1 && n < mostFound; n++) {
      found.push({ start: at, end: at + word.length, ...target });
      at = key.indexOf(word, at + 1);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}

/** The text from a label to the next one, without brackets and stops that belong to the labels. */
function between(
  running: RunningText,
  token: Token,
  next: Token | undefined,
): { text: string; position: number } {
  const from = (running.positions[token.end - 1] ?? 0) + 1;
  const to =
    next === undefined
      ? running.text.length
      : (running.positions[next.start] ?? running.text.length);
  const text = running.text.slice(from, Math.min(to, from + 400));
  const start = /^[\s）)】”"』》：:、，,。]*/u.exec(text)?.[0].length ?? 0;
  return { text: text.slice(start).replace(/[\s（(【“"『《、]+$/u, ''), position: from + start };
}

const figuresAhead = /^[\d０-９\s.,，．+\-−－–—/／]*(?:[\d０-９/／](?:万|亿)?元?)?/u;

/** The figures at the beginning of a text: up to the first word, units between them left out. */
function figuresIn(text: string): string {
  const words = text.split(/[\s\t]+/u).filter((word) => word !== '' && !isUnit(word));
  return (figuresAhead.exec(words.join(' '))?.[0] ?? '').trim();
}

/** The unit of a line, which run-together text has right before its figure. */
const leadingUnit = /^(?:件次|人次|万元|条|件|个|次|篇|人|项|部|元)(?=[\d０-９/／+-]|$)/u;

/** A note in brackets, broken by the line's unit and figure: `（不包括…建设维护 万元 3.6\n等方面的经费）`. */
const besideNote = /^[（(][^）)]{0,200}[）)]?/u;
const unitAndFigure =
  /\s(?:件次|人次|万元|条|件|个|次|篇|人|项|部|元)\s+([+-]?\d[\d,.]*)(?=\s|$)/gu;

/** The one figure with its unit that stands within a note. */
function withinNote(text: string): string {
  const [only, ...more] = [...text.slice(0, 300).matchAll(unitAndFigure)];
  return besideNote.test(text) && only?.[1] !== undefined && more.length === 0 ? only[1] : text;
}

function readLine(printedText: string, count: number): Readings {
  const bare = printedText.replace(leadingUnit, '');
  const text = count === 1 ? withinNote(bare) : bare;
  if (count > 1) return readingsOf(figuresIn(text).replace(/(?:万|亿)?元?$/u, ''), count);
  const words = text.split(/\s+/u).filter((word) => word !== '' && !isUnit(word));
  const printed = words.join(' ');
  if (printed === '') return { ways: [[null]], isComplete: true };
  const figure =
    /^[+\-−－]?[\d０-９][\d０-９,，.．]*(?:万|亿)?元?(?:[（(][^）)]*[）)])?|^[/／—–-]+|^无/u.exec(
      printed,
    )?.[0];
  return { ways: figure === undefined ? [] : [[figure]], isComplete: true };
}

interface Found {
  readonly line: FormLine;
  readonly readings: Readings;
  readonly text: string;
  readonly position: number;
}

/** The lines that stand in running text under the columns of their block, each followed by its figures. */
function linesIn(running: RunningText, form: Form, isWanted: (line: FormLine) => boolean): Found[] {
  const tokens = tokensIn(running.key, form);
  const found: Found[] = [];
  const taken = new Set<FormLine>();
  let block: Block | null = null;
  let cursor = -1;
  const blocks = form.edition.tables.flatMap((table) => table.blocks);
  for (const [i, token] of tokens.entries()) {
    if (token.block !== null && token.lines.length === 0) block = token.block;
    const columnBlocks = blocks.filter(
      (each) =>
        each.layout === 'down' &&
        flatColumns(each.columns).some((column) => token.columns.includes(column)),
    );
    if (
      columnBlocks.length > 0 &&
      token.lines.length === 0 &&
      (block === null || !columnBlocks.includes(block))
    ) {
      const now: number = block === null ? -1 : blocks.indexOf(block);
      block = columnBlocks.find((each) => blocks.indexOf(each) > now) ?? columnBlocks[0] ?? block;
    }
    const candidates = token.lines.filter((line) => line.block === block && !taken.has(line));
    const line = candidates.find((each) => each.index > cursor) ?? candidates[0];
    if (line === undefined) continue;
    const { text, position } = between(running, token, tokens[i + 1]);
    const readings = readLine(text, line.columns.length);
    const isEmpty = readings.ways[0]?.every((cell) => cell === null) ?? true;
    if (readings.ways.length === 0 || (line.optional && isEmpty)) continue;
    taken.add(line);
    cursor = line.index;
    if (isWanted(line)) found.push({ line, readings, text, position });
  }
  return found;
}

function bindFound(found: readonly Found[], running: RunningText, draft: Draft): void {
  for (const { line, readings, text, position } of found) {
    const indices = cellIndices(line);
    const at = running.at(position);
    const [only] = readings.ways;
    const digits = text.replace(/[^\d０-９]/gu, '').length;
    // Where blank cells leave no trace, as many digits as cells may still be fewer and longer figures.
    const isGapped = found.some(
      (other) =>
        other.line.table === line.table &&
        other.line.columns.length > 1 &&
        other.readings.ways[0]?.includes(null) === true,
    );
    const isApart = /\s/u.test(text.trim()) || indices.length === 1 || digits === 0;
    const isForced = readings.ways.length === 1 && readings.isComplete && (isApart || !isGapped);
    if (only !== undefined && isForced) fill(draft, indices, only, at, true);
    else draft.choices.push({ cells: indices, ways: readings.ways, at });
  }
}

/** The figures of lines that stand side by side, after the last header of the last of them. */
function bindAcrossRunning(running: RunningText, draft: Draft): void {
  for (const [block, lines] of acrossBlocks(draft.form)) {
    if (lines.some((line) => isBound(draft, line))) continue;
    const columns = flatColumns(block.columns);
    const word = columns
      .slice(-2)
      .map((column) => keyOf(column.zh))
      .join('');
    const cells = lines.flatMap(cellIndices);
    for (let at = running.key.indexOf(word); at !== -1; at = running.key.indexOf(word, at + 1)) {
      const token: Token = { start: at, end: at + word.length, lines: [], columns: [], block };
      const { text, position } = between(running, token, undefined);
      const { ways, isComplete } = readingsOf(figuresIn(text), cells.length);
      const [only] = ways;
      if (only === undefined || only.every((cell) => cell === null)) continue;
      if (ways.length === 1 && isComplete) fill(draft, cells, only, running.at(position), true);
      else draft.choices.push({ cells, ways, at: running.at(position) });
      break;
    }
  }
}

/**
 * Binds from running text what grids did not give: a label, then the figures up to the next label, which
 * may run together. A line that is not found in a table of which others are stays open.
 */
export function bindRunning(running: RunningText, draft: Draft): void {
  const { form } = draft;
  const found = linesIn(running, form, (line) => !isBound(draft, line));
  bindFound(found, running, draft);
  bindAcrossRunning(running, draft);
}
