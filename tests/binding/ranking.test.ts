import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../src/binding/digits.ts';
import { type Choice, likeliest } from '../../src/binding/ranking.ts';
import type { Equation } from '../../src/model/equation.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { form2021 } from '../support/page.ts';

const equations: readonly Equation[] = equationsOf(form2021);
const lineAt = (path: string) => {
  const line = form2021.lines.find((each) => each.path === path);
  if (line === undefined) throw new Error(path);
  return line;
};

function choiceOf(path: string, text: string): Choice {
  const line = lineAt(path);
  const cells = line.columns.map((_, i) => line.firstCell + i);
  return { cells, ways: readingsOf(text, cells.length).ways };
}

const shown = (choices: readonly Choice[], known: ReadonlyMap<number, number> = new Map()) =>
  likeliest(choices, known, equations).map((way) => way.map((each) => each ?? '_').join(' '));

describe('the likeliest way to read figures', () => {
  it('is the one that adds up by itself', () => {
    expect(shown([choiceOf('newlyReceived', '100000010')])).toEqual(['10 0 0 0 0 0 10']);
  });

  it('is the only one where there is no choice', () => {
    expect(shown([choiceOf('newlyReceived', '1000001')])).toEqual(['1 0 0 0 0 0 1']);
  });

  it('is chosen together with what is known of other lines', () => {
    const [carriedOver, forward, total] = ['carriedOver', 'carriedForward', 'handled.total'].map(
      (path) => lineAt(path).firstCell,
    );
    const columns = [0, 1, 2, 3, 4, 5, 6];
    const figures = [12, 3, 0, 0, 0, 0, 15];
    const known = new Map<number, number>();
    for (const i of columns) {
      known.set((carriedOver ?? 0) + i, 0);
      known.set((forward ?? 0) + i, 0);
      known.set((total ?? 0) + i, figures[i] ?? 0);
    }
    expect(shown([choiceOf('newlyReceived', '123000015')], known)).toEqual(['12 3 0 0 0 0 15']);
  });

  it('is the first listed where nothing tells the ways apart', () => {
    const ways = [
      ['1', null],
      [null, '1'],
    ];
    expect(likeliest([{ cells: [0, 1], ways }], new Map(), [])).toEqual([['1', null]]);
  });

  it('is nothing where there is no way', () => {
    expect(likeliest([{ cells: [0], ways: [] }], new Map(), equations)).toEqual([[]]);
    expect(likeliest([], new Map(), equations)).toEqual([]);
  });

  it('is found in bounded time for every line of a form at once', () => {
    const choices = form2021.lines
      .filter(({ table, optional }) => table.id === 'requests' && !optional)
      .map(({ path }) => choiceOf(path, '1234567891234'));
    const start = performance.now();
    expect(shown(choices)).toHaveLength(25);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
