import type { FormLine } from '../../../src/model/form.ts';
import { drawFrom, recordOf } from '../../../tests/support/generate.ts';
import { drawSeries, type Figures, yearsEach } from './figures.ts';
import { type Organ, organOf } from './organs.ts';
import { proseOf } from './prose.ts';
import { type Made, makeSlip } from './slips.ts';
import { type Truth, truthOf } from './truth.ts';

/**
 * What a report looks like. `prose`: lines as arrays, about 5.5 KB of prose that restates figures;
 * `keyed`: lines as objects by column, no prose.
 */
export type Body = 'prose' | 'keyed';

export interface Wanted {
  readonly reports: number;
  readonly seed: number;
  readonly body: Body;
  /** Without, every report is right. */
  readonly slips: boolean;
}

/** A report as it is written, with all that must be found about it. */
export interface Generated {
  readonly organ: Organ;
  readonly year: number;
  readonly text: string;
  readonly made: Made | null;
  readonly truths: readonly Truth[];
}

function byColumn({ columns }: FormLine, cells: readonly number[]): Record<string, number> {
  return Object.fromEntries(columns.map(({ id }, i) => [id, cells[i] ?? 0]));
}

function textOf(figures: Figures, organ: Organ, wanted: Wanted, number: number): string {
  const { form, values, year } = figures;
  const isKeyed = wanted.body === 'keyed';
  const record = recordOf(form, values, year, isKeyed ? byColumn : undefined);
  // Words of their own numbers: a slip does not change the prose of the years after it.
  const prose = isKeyed
    ? {}
    : { text: proseOf(figures, drawFrom(seedFor(wanted.seed, number, year))) };
  return JSON.stringify({ ...record, organ: organ.name, ...prose });
}

function seedFor(seed: number, organ: number, year: number): number {
  return Math.imul(Math.imul(seed, 1_000_003) + organ, 4093) + year;
}

function* reportsOf(number: number, years: number, wanted: Wanted): Generator<Generated> {
  const organ = organOf(number);
  const series = drawSeries(years, drawFrom(seedFor(wanted.seed, number, 0)));
  const draw = drawFrom(seedFor(wanted.seed, number, 1));
  let before: Figures | null = null;
  for (const figures of series) {
    const made = wanted.slips ? makeSlip(figures, before, draw) : null;
    const text = textOf(figures, organ, wanted, number);
    yield { organ, year: figures.year, text, made, truths: truthOf(figures, before) };
    before = figures;
  }
}

/** Reports of made-up organs, ten years each, one after the other: never more than an organ's in memory. */
export function* generate(wanted: Wanted): Generator<Generated> {
  for (let number = 0; number * yearsEach < wanted.reports; number++) {
    const years = Math.min(yearsEach, wanted.reports - number * yearsEach);
    yield* reportsOf(number, years, wanted);
  }
}
