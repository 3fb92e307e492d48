import type { FormLine } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Match } from './alignRows.ts';
import type { Draft } from './draft.ts';
import { hasDigits } from './gridRows.ts';

/** One printing of the form's lines: a document may hold several. */
type Copy = Map<FormLine, Match>;

/** Parts the rows into printings of the form: each begins where a line stands a second time. */
export function copiesOf(matches: readonly Match[]): Copy[] {
  const copies: Copy[] = [];
  let copy: Copy = new Map();
  for (const match of matches) {
    const before = copy.get(match.line);
    // A heading with the words of a line has no figures beside it.
    if (before !== undefined && hasDigits(before.row) && !hasDigits(match.row)) continue;
    if (before !== undefined && hasDigits(before.row)) {
      copies.push(copy);
      copy = new Map();
    }
    copy.set(match.line, match);
  }
  return [...copies, copy];
}

function figuresOf({ row }: Match): string {
  return row.figures.map(({ text }) => text.replace(/\s+/gu, '')).join('|');
}

/** Lines of one table in another printing that make it the same table again, and no list that shares a label. */
const fewestShared = 3;

/** The table stands here twice and says different things. */
export function twice({ table, label }: FormLine, source: string): Problem {
  const args = { table: { zh: table.zh, en: table.en }, line: { zh: label.zh, en: label.en } };
  return problem('table-twice', args, source);
}

/**
 * The printing of each table to be read: the one with the most lines, filled up from others. Two that
 * say different things cannot both be right, and which one counts is not for us to say.
 */
export function choose(copies: readonly Copy[], draft: Draft, source: string): Match[] {
  const chosen: Match[] = [];
  for (const table of draft.form.edition.tables) {
    const parts = copies
      .map((copy) => [...copy.values()].filter(({ line }) => line.table === table))
      .sort((a, b) => b.length - a.length);
    const [main = [], ...others] = parts;
    const lines = new Map(main.map((match) => [match.line, match]));
    for (const other of others) {
      const shared = other.filter(({ line }) => lines.has(line));
      const differing = shared.filter((match) => {
        const known = lines.get(match.line);
        return known !== undefined && figuresOf(known) !== figuresOf(match);
      });
      // One row may also have been cut in two.
      for (const { line } of differing) {
        const known = lines.get(line);
        if (known !== undefined) lines.set(line, { ...known, isCertain: false });
      }
      const [first] = differing;
      if (first !== undefined && shared.length >= Math.min(fewestShared, main.length)) {
        draft.problems.push(twice(first.line, source));
      }
      for (const match of other) if (!lines.has(match.line)) lines.set(match.line, match);
    }
    chosen.push(...lines.values());
  }
  return chosen;
}
