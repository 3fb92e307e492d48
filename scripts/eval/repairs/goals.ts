import { type Injected, singleKinds } from '../../../tests/support/injected.ts';
import type { Score } from './score.ts';

/** What became of the errors of each kind in one table. */
export interface Measured {
  readonly title: string;
  readonly table: string;
  readonly scores: ReadonlyMap<Injected, Score>;
}

export interface Reached {
  readonly goal: string;
  readonly figure: string;
  readonly isMet: boolean;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

const share = ({ right, errors }: Score): number => (errors === 0 ? 1 : right / errors);

/** A goal for the share mended at once in table 3, held against its worst figure. */
function inTableThree(
  all: readonly Measured[],
  name: string,
  kinds: readonly Injected[],
  least: number,
): Reached {
  const own = all.filter(({ table }) => table === 'requests');
  const shares = own.flatMap(({ scores }) =>
    kinds.flatMap((kind) => {
      const score = scores.get(kind);
      return score === undefined || score.errors === 0 ? [] : share(score);
    }),
  );
  const worst = Math.min(...shares);
  const figure = shares.length === 0 ? '–' : `${(100 * worst).toFixed(1)} % at the least`;
  const goal = `table 3, ${name}: right first in ${100 * least} % or more`;
  return { goal, figure, isMet: worst >= least };
}

/** One wrong cell in table 4 by what else is at hand: each has to raise what there is without. */
function inTableFour(all: readonly Measured[]): Reached {
  const figures = all.flatMap(({ title, table, scores }) => {
    if (table !== 'reconsiderationAndLitigation') return [];
    const own = singleKinds.flatMap((kind) => scores.get(kind) ?? []);
    const [right, errors] = [own, own].map((list, i) =>
      list.reduce((sum, score) => sum + (i === 0 ? score.right : score.errors), 0),
    );
    return { title: title.replace('Table 4, ', ''), right: right ?? 0, errors: errors ?? 0 };
  });
  const [without, ...others] = figures.map(({ right, errors }) => right / errors);
  return {
    goal: 'table 4, one wrong cell: witnesses raise what is right first',
    figure: figures
      .map(({ title, right, errors }) => `${title} ${percent(right, errors)}`)
      .join('; '),
    isMet: others.every((each) => each > (without ?? 1)),
  };
}

/** The goals of the repairs, and what was reached. */
export function goals(all: readonly Measured[]): Reached[] {
  const scores = all.flatMap((each) => [...each.scores.values()]);
  const made = scores.reduce((sum, { errors }) => sum + errors, 0);
  const wrong = scores.reduce((sum, { wrongCertain }) => sum + wrongCertain, 0);
  const slowest = Math.max(...scores.map(({ time, errors }) => time / Math.max(1, errors)));
  return [
    { goal: '10000 errors or more', figure: String(made), isMet: made >= 10_000 },
    inTableThree(all, 'one wrong cell', [...singleKinds, '-1'], 1),
    inTableThree(all, 'two cells, any slips', ['two cells'], 0.95),
    inTableThree(all, 'two cells, both +1', ['two cells, +1'], 0.95),
    inTableThree(all, 'two cells, both -1', ['two cells, -1'], 0.95),
    inTableThree(all, 'swapped neighbours', ['swapped neighbours'], 0.85),
    { goal: 'no wrong repair certain', figure: String(wrong), isMet: wrong === 0 },
    {
      goal: 'under 2 ms each, on average of every kind',
      figure: `${slowest.toFixed(2)} ms at the most`,
      isMet: slowest < 2,
    },
    inTableFour(all),
  ];
}
