import { CellKind, isUnknown } from '../model/cell.ts';
import type { At, Document, Format, Opaque, Place } from '../model/document.ts';
import { type Edition, isInForce, type Table } from '../model/edition.ts';
import type { Equation } from '../model/equation.ts';
import { type Form, formOf } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { bindAcross } from './bindAcross.ts';
import { bindRows } from './bindRows.ts';
import { bindRunning } from './bindRunning.ts';
import { captionsOf } from './captions.ts';
import { readCellText, ruleOf } from './cellText.ts';
import { doubtCorrected } from './corrections.ts';
import { answerOf, type Draft, emptyDraft } from './draft.ts';
import { type Answers, forgetSilentHeadings, noAnswers } from './fillCells.ts';
import { gridRows, isFilled } from './gridRows.ts';
import { labelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
import { otherPages } from './otherPages.ts';
import { ownReport } from './ownReport.ts';
import { walkSections } from './passages.ts';
import { publishedOf } from './published.ts';
import { likeliest } from './ranking.ts';
import { recognise } from './recognise.ts';
import { type RunningText, runningText } from './runningText.ts';
import { apart } from './sideBySide.ts';
import { subjectOf } from './subject.ts';
import { tellTwins } from './twins.ts';

const opaqueWords: Readonly<Record<Opaque['what'], Words>> = {
  picture: { zh: '图片', en: 'a picture' },
  frame: { zh: '嵌入的页面', en: 'an embedded page' },
  attachment: { zh: '附件', en: 'an attachment' },
};

/** Formats in which nothing but its place says to which cell a figure belongs. */
const laidOut: readonly Format[] = ['pdf', 'text', 'markdown'];

/** Formats for tables: that a title is not there says nothing of the report. */
const untitled: readonly Format[] = ['csv', 'xlsx'];

/** Some required line of the form has not been bound. */
function isIncomplete({ form, cells, choices }: Draft): boolean {
  const chosen = new Set(choices.flatMap((choice) => choice.cells));
  return form.cells.some(
    ({ index, line }) => !line.optional && cells[index] === undefined && !chosen.has(index),
  );
}

/** Settles what can be read in several ways: the likeliest way is shown, as a guess. */
function settle(draft: Draft, equations: readonly Equation[]): void {
  const { choices, cells, form } = draft;
  if (choices.length === 0) return;
  const known = new Map<number, number>();
  for (const [i, cell] of cells.entries()) {
    const answer = answerOf(cell, ruleOf(form, i));
    if (answer.kind === CellKind.number) known.set(i, answer.value);
  }
  const chosen = likeliest(choices, known, equations);
  for (const [n, choice] of choices.entries()) {
    for (const [i, cell] of choice.cells.entries()) {
      const text = chosen[n]?.[i] ?? '';
      cells[cell] = { text: text === '' ? '?' : text, at: choice.at, isCertain: false };
    }
  }
}

function answersOf(draft: Draft): Answers {
  const { form, cells } = draft;
  const answers = noAnswers(form);
  for (const [i, cell] of cells.entries()) {
    if (cell === undefined) continue;
    const { kind, value } = answerOf(cell, ruleOf(form, i));
    answers.kinds[i] = kind;
    answers.values[i] = value;
  }
  forgetSilentHeadings(form, answers);
  return answers;
}

/** Why nothing of a table is there, where the document shows a reason. */
function reasonsFor(
  { tables }: Edition,
  opaque: ReadonlyMap<string | null, readonly Opaque[]>,
  source: string,
): Map<string, Problem> {
  const reasons = new Map<string, Problem>();
  for (const { id, zh, en } of tables) {
    const [found] = opaque.get(id) ?? [];
    if (found === undefined) continue;
    const args = { table: { zh, en }, what: opaqueWords[found.what] };
    reasons.set(id, problem('table-opaque', args, source));
  }
  return reasons;
}

/** One reason for all tables. */
function sameReason({ tables }: Edition, reason: Problem): Map<string, Problem> {
  return new Map(tables.map(({ id }) => [id, reason]));
}

/** The form due for a report that has prose and no tables, so that the prose can be checked by itself. */
function editionOfProse(
  { blocks }: Document,
  editions: readonly Edition[],
  year: number | null,
): Edition | null {
  const isReport = blocks.some(
    (block) => block.kind === 'paragraph' && /政府信息公开/u.test(block.text),
  );
  if (year === null || !isReport) return null;
  return editions.find((edition) => isInForce(edition, year)) ?? null;
}

function notFound({ blocks, source }: Document): Problem {
  const opaque = blocks.find((block) => block.kind === 'opaque');
  if (opaque === undefined) return problem('tables-not-found', {}, source);
  return problem('tables-opaque', { what: opaqueWords[opaque.what] }, source);
}

function bindTables(
  whole: Document,
  form: Form,
  running: () => RunningText,
  equations: readonly Equation[],
): Draft {
  const book = labelBook(form);
  const document = apart(whole, book);
  const draft = emptyDraft(form, laidOut.includes(document.format));
  const rows = gridRows(document, book);
  const { source } = document;
  const looseText = (): string => {
    const prose = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.text : [],
    );
    const pieces = rows.flatMap((row) => (isFilled(row) ? [] : row.cells.map(({ text }) => text)));
    return keyOf([...prose, ...pieces].join(''));
  };
  let known: string | undefined;
  // Looked for only where labels were lost.
  const loose = (): string => {
    known ??= looseText();
    return known;
  };
  let captions: readonly string[] | undefined;
  const captionOf = (grid: number): string => {
    captions ??= captionsOf(document);
    return captions[grid] ?? '';
  };
  const used = bindAcross(rows, { book, draft, loose, source, captionOf });
  bindRows(rows, book, draft, { loose, source, used });
  doubtCorrected(rows, draft);
  tellTwins(rows, book, draft, source);
  if (isIncomplete(draft)) bindRunning(running(), draft, source);
  settle(draft, equations);
  return draft;
}

function firstAt(draft: Draft, document: Document, table: Table): At | null {
  const cell = draft.form.cells.find(
    ({ index, line }) => line.table === table && draft.cells[index] !== undefined,
  );
  return (
    (cell === undefined ? undefined : draft.cells[cell.index]?.at) ?? document.blocks[0]?.at ?? null
  );
}

/**
 * Binds a document to the form whose labels it prints. `equationsOf` gives the identities of a form, which
 * only rank the ways to read figures that run together.
 */
export function bindDocument(
  whole: Document,
  editions: readonly Edition[],
  equationsOf: (form: Form) => readonly Equation[],
): Report | Problem {
  const { own: document, others } = ownReport(whole);
  const { source } = document;
  const unchecked = [...others, ...otherPages(whole, editions)].map((title) =>
    problem('report-other', { title }, source),
  );
  const missing = (): Problem => unchecked[0] ?? notFound(document);
  let text: RunningText | undefined;
  const running = (): RunningText => {
    text ??= runningText(document.blocks);
    return text;
  };
  const { organ, year, otherYear } = subjectOf(document);
  const recognised = recognise(document, running, editions, year);
  const edition = recognised ?? editionOfProse(document, editions, year);
  if (edition === null) return missing();
  const form = formOf(edition);
  const found = recognised === null ? null : bindTables(document, form, running, equationsOf(form));
  const hasTables = found !== null && isThere(document, found);
  if (!hasTables && editionOfProse(document, editions, year) === null) return missing();
  const draft = hasTables ? found : emptyDraft(form, false);
  markDoubtful(document, draft);
  const { kinds, values } = answersOf(draft);
  const subjectNotes: Problem[] = [];
  if (otherYear !== null) {
    const args = { year: String(year), other: String(otherYear) };
    subjectNotes.push(problem('year-differs', args, source));
  }
  const placeAt = (at: At | null): Place => ({
    source,
    at,
    line: at === null ? null : (document.lineOf?.(at) ?? null),
  });
  const bound = new Set(
    draft.cells.map((cell) => (cell === undefined ? null : keyOfPlace(cell.at))),
  );
  const isBound = (at: At): boolean => {
    const key = keyOfPlace(at);
    return key !== null && bound.has(key);
  };
  const { passages, sections, opaque } = walkSections(
    document,
    edition,
    ({ at }) => placeAt(at),
    isBound,
  );
  return {
    source,
    format: document.format,
    organ,
    year,
    published: publishedOf(document),
    form,
    kinds,
    values,
    printed: (cell) => printedOf(draft, cell),
    place(cell) {
      const table = form.cells[cell]?.line.table;
      const at =
        draft.cells[cell]?.at ?? (table === undefined ? null : firstAt(draft, document, table));
      return placeAt(at);
    },
    passages,
    sections: untitled.includes(document.format) ? null : sections,
    prose: null,
    renamed: draft.headers.map(({ cell, text, at }) => ({ cell, text, place: placeAt(at) })),
    problems: [...draft.problems, ...unchecked],
    notes: [...notesOn(document, draft), ...subjectNotes, ...draft.notes],
    reasons: hasTables
      ? reasonsFor(edition, opaque, source)
      : sameReason(edition, notFound(document)),
  };
}

/** Something of the form is there: a table of it, if blank, or figures in running text, which may have its words anywhere. */
function isThere({ blocks }: Document, { cells }: Draft): boolean {
  const isTable = blocks.some((block) => block.kind === 'grid');
  return cells.some((cell) => cell !== undefined && (isTable || /[\d/／]/u.test(cell.text)));
}

function keyOfPlace(at: At): string | null {
  if (at.kind === 'cell') return `${at.table} ${at.row} ${at.column}`;
  return at.kind === 'sheet' ? `${at.sheet}!${at.cell}` : null;
}

/** A cell that shows a picture, a formula without its value or something else than its text says what was not read. */
function markDoubtful({ blocks, notes, doubtful = [] }: Document, { cells }: Draft): void {
  const places = new Set<string | null>(doubtful.map(keyOfPlace));
  for (const block of blocks) if (block.kind === 'opaque') places.add(keyOfPlace(block.at));
  for (const { code, args } of notes) {
    if (code === 'formula-unvalued') places.add(String(args.cell));
  }
  places.delete(null);
  if (places.size === 0) return;
  for (const [i, cell] of cells.entries()) {
    if (cell !== undefined && places.has(keyOfPlace(cell.at))) {
      cells[i] = { ...cell, isCertain: false };
    }
  }
}

/** The notes of the reader; a formula without a value matters only where a cell of the form is. */
function notesOn({ notes }: Document, { cells }: Draft): Problem[] {
  if (notes.length === 0) return [];
  const places = new Set(cells.map((cell) => (cell === undefined ? null : keyOfPlace(cell.at))));
  return notes.filter(
    ({ code, args }) =>
      code !== 'more-problems' && (code !== 'formula-unvalued' || places.has(String(args.cell))),
  );
}

/** A guess is written with a question mark, so that it is never taken for what is printed. */
function printedOf(draft: Draft, cell: number): string | null {
  const bound = draft.cells[cell];
  if (bound === undefined) return null;
  if (bound.isCertain) return bound.text;
  const { kind } = readCellText(bound.text, ruleOf(draft.form, cell));
  return isUnknown(kind) ? '?' : `${bound.text}?`;
}
