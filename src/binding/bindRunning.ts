import type { Block, Column, ColumnNode, Label, LineNode } from '../model/edition.ts';
import { type Form, type FormLine, flatColumns, isLineGroup } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { acrossBlocks } from './bindAcross.ts';
import { type Readings, readingsOf } from './digits.ts';
import { cellIndices, type Draft, fill, fillUnknown, isBound, leaveUnread } from './draft.ts';
import { isUnit } from './gridRows.ts';
import { keyOf, keysOfLabel } from './labelKey.ts';
import { moneyUnitIn } from './moneyUnit.ts';
import type { RunningText } from './runningText.ts';
import { counters } from './units.ts';

/** A label found in running text: what it may stand for, and where it begins and ends in the key. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly FormLine[];
  readonly columns: readonly Column[];
  readonly block: Block | null;
  /** A section or table begins. */
  readonly isTitle: boolean;
}

interface Target {
  lines: FormLine[];
  columns: Column[];
  block: Block | null;
  isTitle: boolean;
}

/** Labels without their ordinals must be this long to be looked for in running text. */
const shortestBare = 4;

function keysIn(label: Label): string[] {
  return keysOfLabel(label).flatMap(([full = '', ...others]) => [
    full,
    ...others.filter((key) => key.length >= shortestBare),
  ]);
}

/** What the labels of a form stand for, by their keys. */
const targetsOf: (form: Form) => ReadonlyMap<string, Target> = onceFor((form) => {
  const targets = new Map<string, Target>();
  const target = (label: Label): Target[] =>
    keysIn(label).map((key) => {
      const known = targets.get(key) ?? { lines: [], columns: [], block: null, isTitle: false };
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
  for (const title of [...form.edition.sections, ...form.edition.tables]) {
    for (const each of target(title)) each.isTitle = true;
  }
  for (const table of form.edition.tables) {
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
});

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

const unit = `(?:${counters}|万元|元)`;

/** The unit of a line, which run-together text has right before its figure. */
const leadingUnit = new RegExp(`^${unit}(?=[\\d０-９/／+-]|$)`, 'u');

/** A note in brackets, broken by the line's unit and figure: `（不包括…建设维护 万元 3.6\n等方面的经费）`. */
const besideNote = /^[（(][^）)]{0,200}[）)]?/u;
const unitAndFigure = new RegExp(`\\s${unit}\\s+([+-]?\\d[\\d,.]*)(?=\\s|$)`, 'gu');

/** The one figure with its unit that stands within a note. */
function withinNote(text: string): string {
  const [only, ...more] = [...text.slice(0, 300).matchAll(unitAndFigure)];
  return besideNote.test(text) && only?.[1] !== undefined && more.length === 0 ? only[1] : text;
}

const oneFigure =
  /^[+\-−－]?[\d０-９][\d０-９,，.．]*(?:万|亿)?元?(?:[（(][^）)]*[）)])?|^[/／—–-]+|^无/u;

/** The figure of a line that has one; what looks like a second one makes the first uncertain. */
function readOne(text: string): Readings {
  const words = text.split(/\s+/u).filter((word) => word !== '' && !isUnit(word));
  const printed = words.join(' ');
  if (printed === '') return { ways: [[null]], isComplete: true };
  const figure = oneFigure.exec(printed)?.[0];
  if (figure === undefined) return { ways: [], isComplete: true };
  return { ways: [[figure]], isComplete: !/^\s*\d/u.test(printed.slice(figure.length)) };
}

function readLine(printedText: string, count: number): Readings {
  const bare = printedText.replace(leadingUnit, '');
  if (count === 1) return readOne(withinNote(bare));
  return readingsOf(figuresIn(bare).replace(/(?:万|亿)?元?$/u, ''), count);
}

/** Figures stand all on one line, or each on a line of its own: otherwise some may have been broken. */
function isEven(text: string): boolean {
  const counts = text
    .split('\n')
    .map((line) => line.match(/[\d０-９][\d０-９.,，．]*|[/／]/gu)?.length ?? 0)
    .filter((count) => count > 0);
  return counts.length < 2 || counts.every((count) => count === 1);
}

/** How many figures stand apart at the beginning of a text. */
function figuresApart(text: string): number {
  return figuresIn(text).match(/[\d/／]\S*/gu)?.length ?? 0;
}

interface Found {
  readonly line: FormLine;
  readonly readings: Readings;
  /** The figures before its label are too many for the line before: some may be its own. */
  readonly isAfterMore: boolean;
  readonly text: string;
  readonly position: number;
}

interface Scan {
  readonly found: readonly Found[];
  /** Lines whose label stands there with figures that could not be read, and where. */
  readonly unread: ReadonlyMap<FormLine, number>;
}

/** The block whose columns a header names: the one at hand, or the next of those that have such a column. */
function blockOf(token: Token, block: Block | null, blocks: readonly Block[]): Block | null {
  if (token.lines.length > 0) return block;
  if (token.block !== null) return token.block;
  const named = blocks.filter(
    (each) =>
      each.layout === 'down' &&
      flatColumns(each.columns).some((column) => token.columns.includes(column)),
  );
  if (named.length === 0) return token.isTitle ? null : block;
  if (block !== null && named.includes(block)) return block;
  const now = block === null ? -1 : blocks.indexOf(block);
  return named.find((each) => blocks.indexOf(each) > now) ?? named[0] ?? block;
}

/** The lines that stand in running text under the columns of their block, each followed by its figures. */
function linesIn(running: RunningText, form: Form): Scan {
  const tokens = tokensIn(running.key, form);
  const blocks = form.edition.tables.flatMap((table) => table.blocks);
  const found = new Map<FormLine, Found>();
  const unread = new Map<FormLine, number>();
  let block: Block | null = null;
  let cursor = -1;
  let isAfterMore = false;
  for (const [i, token] of tokens.entries()) {
    block = blockOf(token, block, blocks);
    const candidates = token.lines.filter((line) => line.block === block && !found.has(line));
    const line = candidates.find((each) => each.index > cursor) ?? candidates[0];
    if (line === undefined) continue;
    const { text, position } = between(running, token, tokens[i + 1]);
    const readings = readLine(text, line.columns.length);
    const wasAfterMore = isAfterMore;
    isAfterMore = figuresApart(text) > line.columns.length;
    const isEmpty = readings.ways[0]?.every((cell) => cell === null) ?? true;
    if (line.optional && isEmpty) continue;
    if (readings.ways.length === 0) {
      if (/^.{0,10}\d/su.test(text)) unread.set(line, position);
      continue;
    }
    found.set(line, { line, readings, isAfterMore: wasAfterMore, text, position });
    cursor = line.index;
  }
  for (const line of found.keys()) unread.delete(line);
  return { found: [...found.values()], unread };
}

/** So far before a figure its header may name a unit. */
const farthestUnit = 200;

function bindFound(found: readonly Found[], running: RunningText, draft: Draft): void {
  // In another unit than the form's a sum of money is not what it seems.
  const isInUnit = (line: FormLine, position: number): boolean => {
    if (!cellIndices(line).some((cell) => draft.form.inTenThousands[cell] === 1)) return true;
    const before = running.text.slice(Math.max(0, position - farthestUnit), position);
    return (moneyUnitIn(before) ?? '万元') === '万元';
  };
  for (const { line, readings, isAfterMore, text, position } of found) {
    const indices = cellIndices(line);
    const at = running.at(position);
    const [only] = readings.ways;
    // Where blank cells leave no trace, as many digits as cells may still be fewer and longer figures.
    const isGapped = found.some(
      (other) =>
        other.line.table === line.table &&
        other.line.columns.length > 1 &&
        other.readings.ways[0]?.includes(null) === true,
    );
    const isApart = /\s/u.test(text.trim()) || indices.length === 1;
    const isForced =
      readings.ways.length === 1 &&
      readings.isComplete &&
      (isApart || !isGapped) &&
      !isAfterMore &&
      !running.isDoubtful(position);
    // A label with nothing after it may have lost its figures.
    const isSaid = only?.some((cell) => cell !== null) ?? false;
    if (only !== undefined && isForced && isSaid && isEven(text) && isInUnit(line, position)) {
      fill(draft, indices, only, at, true);
    } else draft.choices.push({ cells: indices, ways: readings.ways, at });
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
      const token: Token = {
        start: at,
        end: at + word.length,
        lines: [],
        columns: [],
        block,
        isTitle: false,
      };
      const { text, position } = between(running, token, undefined);
      const figures = figuresIn(text);
      const { ways, isComplete } = readingsOf(figures, cells.length);
      const place = running.at(position);
      const [only] = ways;
      if (only === undefined && figures.length >= cells.length) {
        for (const line of lines) fillUnknown(draft, line, place);
        break;
      }
      if (only === undefined || only.every((cell) => cell === null)) continue;
      const isEach = ways.length === 1 && isComplete && isEven(figuresWithLines(text));
      const isForced = isEach && !running.isDoubtful(position);
      if (isForced) fill(draft, cells, only, place, true);
      else draft.choices.push({ cells, ways, at: place });
      break;
    }
  }
}

/** The figures at the beginning of a text, on their lines. */
function figuresWithLines(text: string): string {
  return /^[\d０-９\s.,，．+\-－−–—/／]*/u.exec(text)?.[0] ?? '';
}

/** Lines that a heading with figures of its own stands for. */
function isReplaced(line: FormLine, draft: Draft): boolean {
  return draft.form.headings.some(
    (heading) => heading.parts.includes(line.index) && isBound(draft, heading),
  );
}

/** In a table that had to be read from running text a line that was not found may be there all the same. */
function leaveOpen(
  { found, unread }: Scan,
  running: RunningText,
  draft: Draft,
  source: string,
): void {
  const touched = new Set([...found.map(({ line }) => line), ...unread.keys()].map((l) => l.table));
  const [first] = found;
  for (const line of draft.form.lines) {
    if (!touched.has(line.table) || line.optional || isBound(draft, line)) continue;
    if (isReplaced(line, draft)) continue;
    const position = unread.get(line);
    const at = running.at(position ?? first?.position ?? 0);
    if (position === undefined) fillUnknown(draft, line, at);
    else {
      const printed = running.text.slice(position, position + 40).trim();
      leaveUnread(draft, line, at, printed, source);
    }
  }
}

/**
 * Binds from running text what grids did not give: a label, then the figures up to the next label, which
 * may run together. A line that is not found in a table of which others are stays open.
 */
export function bindRunning(running: RunningText, draft: Draft, source: string): void {
  const scan = linesIn(running, draft.form);
  const found = scan.found.filter(({ line }) => !isBound(draft, line));
  const unread = new Map([...scan.unread].filter(([line]) => !isBound(draft, line)));
  bindFound(found, running, draft);
  bindAcrossRunning(running, draft);
  leaveOpen({ found, unread }, running, draft, source);
}
