import { edition2019 } from '../../../src/editions/2019.ts';
import { edition2021 } from '../../../src/editions/2021.ts';
import { isInForce } from '../../../src/model/edition.ts';
import { type Form, formOf } from '../../../src/model/form.ts';
import type { Draw } from '../../../tests/support/generate.ts';
import { applicants, cellIn, placesOf } from './places.ts';

/** What the tables of a year say, by the index of the cell. */
export interface Figures {
  readonly form: Form;
  readonly year: number;
  readonly values: number[];
}

const firstYear = 2019;

/** So many years an organ reports on, from 2019; the form of 2021 is in force for the later ones. */
export const yearsEach = 10;

function formFor(year: number): Form {
  return formOf(isInForce(edition2019, year) ? edition2019 : edition2021);
}

/** Parts a number among lines, at random. */
function spread(
  values: number[],
  lines: readonly number[],
  column: number,
  whole: number,
  draw: Draw,
) {
  for (let rest = whole; rest > 0; ) {
    const part = 1 + draw(rest - 1);
    const cell = (lines[draw(lines.length - 1)] ?? 0) + column;
    values[cell] = (values[cell] ?? 0) + part;
    rest -= part;
  }
}

function drawRequests({ form, values }: Figures, before: Figures | null, draw: Draw): void {
  const { newlyReceived, carriedOver, handled, carriedForward, results, requests } = placesOf(form);
  for (let column = 0; column < applicants; column++) {
    const most = column === 0 ? 120 : 9;
    const over =
      before === null
        ? draw(Math.floor(most / 6))
        : (before.values[placesOf(before.form).carriedForward + column] ?? 0);
    const fresh = draw(2) === 0 ? 0 : draw(most);
    const forward = Math.min(over + fresh, draw(Math.floor(most / 6)));
    values[carriedOver + column] = over;
    values[newlyReceived + column] = fresh;
    values[carriedForward + column] = forward;
    values[handled + column] = over + fresh - forward;
    spread(values, results, column, over + fresh - forward, draw);
  }
  for (const { firstCell } of requests) {
    for (let column = 0; column < applicants; column++) {
      const total = firstCell + applicants;
      values[total] = (values[total] ?? 0) + (values[firstCell + column] ?? 0);
    }
  }
}

function drawCases({ form, values }: Figures, draw: Draw): void {
  for (const { firstCell, columns } of placesOf(form).cases) {
    const total = firstCell + columns.length - 1;
    for (let cell = firstCell; cell < total; cell++) {
      values[cell] = draw(2) === 0 ? draw(12) : 0;
      values[total] = (values[total] ?? 0) + (values[cell] ?? 0);
    }
  }
}

/** What a line of items or documents begins the year with: what the year before ended with, where its form is the same. */
function opening({ form }: Figures, before: Figures | null, cells: readonly number[], draw: Draw) {
  if (before?.form !== form) return draw(300);
  return cells.reduce((sum, cell) => sum + (before.values[cell] ?? 0), 0);
}

function drawProactive(figures: Figures, before: Figures | null, draw: Draw): void {
  const { form, values } = figures;
  for (const line of placesOf(form).proactive) {
    const [first, second, third] = line.columns.map((_, i) => line.firstCell + i);
    const end = line.firstCell + line.columns.length;
    for (let cell = line.firstCell; cell < end; cell++) values[cell] = draw(4000);
    if (first === undefined || second === undefined) continue;
    if (cellIn(line, 'itemsLastYear') !== null) {
      const items = opening(figures, before, [first, second], draw);
      values[first] = items;
      values[second] = draw(30) - draw(Math.min(30, items));
    } else if (cellIn(line, 'inForce') !== null && third !== undefined) {
      const stock = opening(figures, before, [third], draw);
      const issued = draw(12);
      const repealed = draw(Math.min(10, stock + issued));
      values[first] = issued;
      values[second] = repealed;
      values[third] = stock + issued - repealed;
    } else if (cellIn(line, 'newlyDisclosed') !== null && third !== undefined) {
      values[first] = draw(40);
      values[second] = draw(40);
      values[third] = 40 + draw(200);
    }
  }
}

function drawYear(year: number, before: Figures | null, draw: Draw): Figures {
  const form = formFor(year);
  const figures: Figures = { form, year, values: form.cells.map(() => 0) };
  drawProactive(figures, before, draw);
  drawRequests(figures, before, draw);
  drawCases(figures, draw);
  return figures;
}

/** The reports of an organ, one a year, in which every identity holds, within a year and between years. */
export function drawSeries(years: number, draw: Draw): Figures[] {
  const series: Figures[] = [];
  for (let i = 0; i < years; i++) series.push(drawYear(firstYear + i, series.at(-1) ?? null, draw));
  return series;
}
