import type { FormLine } from '../../../src/model/form.ts';
import type { Draw } from '../../../tests/support/generate.ts';
import type { Figures } from './figures.ts';
import { applicants, cellIn, type Places, placesOf } from './places.ts';

interface Scene {
  readonly figures: Figures;
  readonly before: Figures | null;
  readonly places: Places;
  readonly draw: Draw;
  /** Adds to a cell of the report. */
  readonly add: (cell: number, amount: number) => void;
}

/** A slip of the pen in a report that was right; false where it cannot be made there. */
type Slip = (scene: Scene) => boolean;

function anyOf<T>(choices: readonly T[], draw: Draw): T | undefined {
  return choices[draw(choices.length - 1)];
}

/** Two applicants, never the same. */
function twoColumns(draw: Draw): readonly [number, number] {
  const one = draw(applicants - 1);
  return [one, (one + 1 + draw(applicants - 2)) % applicants];
}

/** More requests of one applicant than there are, in the total too: two columns do not balance. */
const columnBalance: Slip = ({ places, draw, add }) => {
  const more = 1 + draw(8);
  const column = draw(applicants - 1);
  add(places.newlyReceived + column, more);
  add(places.newlyReceived + applicants, more);
  return true;
};

/** Requests told under another applicant: the total balances, two columns do not. */
const otherApplicant: Slip = ({ figures, places, draw, add }) => {
  const [from, to] = twoColumns(draw);
  if ((figures.values[places.newlyReceived + from] ?? 0) === 0) return false;
  add(places.newlyReceived + from, -1);
  add(places.newlyReceived + to, 1);
  return true;
};

/** A result too many, in the total of its line too: two columns do not add up. */
const columnTotal: Slip = ({ places, draw, add }) => {
  const line = anyOf(places.results, draw) ?? 0;
  const more = 1 + draw(8);
  add(line + draw(applicants - 1), more);
  add(line + applicants, more);
  return true;
};

/** The totals of two lines of results wrong by as much: their column adds up all the same. */
const rowTotals: Slip = ({ figures, places, draw, add }) => {
  const from = anyOf(places.results, draw) ?? 0;
  const to = anyOf(places.results, draw) ?? 0;
  if (from === to || (figures.values[from + applicants] ?? 0) === 0) return false;
  add(from + applicants, -1);
  add(to + applicants, 1);
  return true;
};

/** The total of one line wrong, and so the total of its column. */
const rowTotal: Slip = ({ places, draw, add }) => {
  add((anyOf(places.results, draw) ?? 0) + applicants, 1 + draw(8));
  return true;
};

const caseTotal: Slip = ({ places, draw, add }) => {
  const line = anyOf(places.cases, draw);
  if (line === undefined) return false;
  add(line.firstCell + draw(line.columns.length - 1), 1 + draw(8));
  return true;
};

/** Adds requests of an applicant that were handled; the total of their line is left as it was. */
function alsoHandled({ places, add }: Scene, column: number, more: number): void {
  add((places.results[0] ?? 0) + column, more);
  add(places.handled + column, more);
}

/** More carried over than last year carried forward; the year by itself adds up. */
const brokenChain: Slip = (scene) => {
  const { before, places, draw, add } = scene;
  if (before === null) return false;
  const column = draw(applicants - 1);
  const more = 1 + draw(8);
  for (const at of [column, applicants]) {
    add(places.carriedOver + at, more);
    alsoHandled(scene, at, more);
  }
  return true;
};

/** Carried over under another applicant than last year: totals hold, and the year by itself adds up. */
const movedInChain: Slip = (scene) => {
  const { figures, before, places, draw, add } = scene;
  const [from, to] = twoColumns(draw);
  if (before === null || (figures.values[places.carriedOver + from] ?? 0) === 0) return false;
  add(places.carriedOver + from, -1);
  add(places.newlyReceived + from, 1);
  add(places.newlyReceived + applicants, 1);
  add(places.carriedOver + to, 1);
  alsoHandled(scene, to, 1);
  alsoHandled(scene, applicants, 1);
  return true;
};

function lineWith({ figures, before, places, draw }: Scene, column: string): FormLine | undefined {
  if (before?.form !== figures.form) return undefined;
  return anyOf(
    places.proactive.filter((line) => cellIn(line, column) !== null),
    draw,
  );
}

const itemsCarriedOver: Slip = (scene) => {
  const line = lineWith(scene, 'itemsLastYear');
  if (line === undefined) return false;
  scene.add(line.firstCell, 1 + scene.draw(8));
  return true;
};

/** The stock wrong, and so that of the year after; or only what was issued. */
const inForceStock: Slip = (scene) => {
  const line = lineWith(scene, 'inForce');
  const cell = line === undefined ? null : cellIn(line, scene.draw(1) === 0 ? 'inForce' : 'issued');
  if (cell === null) return false;
  scene.add(cell, 1 + scene.draw(8));
  return true;
};

/** All tables of the year before handed in again. */
const staleCopy: Slip = ({ figures, before }) => {
  if (before?.form !== figures.form) return false;
  figures.values.splice(0, figures.values.length, ...before.values);
  return true;
};

/** Slips by name, with the rule that each breaks (and maybe others) and in how many of a thousand reports it is tried. */
const slips = [
  { name: 'column-balance', rule: 'column-balance', often: 20, slip: columnBalance },
  { name: 'other-applicant', rule: 'column-balance', often: 25, slip: otherApplicant },
  { name: 'column-total', rule: 'column-total', often: 30, slip: columnTotal },
  { name: 'row-totals', rule: 'row-total', often: 25, slip: rowTotals },
  { name: 'row-total', rule: 'row-total', often: 20, slip: rowTotal },
  { name: 'case-total', rule: 'case-total', often: 30, slip: caseTotal },
  { name: 'broken-chain', rule: 'carried-over', often: 30, slip: brokenChain },
  { name: 'moved-in-chain', rule: 'carried-over', often: 60, slip: movedInChain },
  // Only the reports of 2020 can have it.
  { name: 'items-carried-over', rule: 'items-carried-over', often: 200, slip: itemsCarriedOver },
  { name: 'in-force-stock', rule: 'in-force-stock', often: 30, slip: inForceStock },
  { name: 'stale-copy', rule: 'stale-copy', often: 25, slip: staleCopy },
] as const;

/** The slip made in a report, and the rule that has to find it. */
export interface Made {
  readonly name: string;
  readonly rule: string;
}

/** Makes one slip in a report, or in most of them none. */
export function makeSlip(figures: Figures, before: Figures | null, draw: Draw): Made | null {
  const add = (cell: number, amount: number): void => {
    figures.values[cell] = (figures.values[cell] ?? 0) + amount;
  };
  let chance = draw(999);
  for (const { name, rule, often, slip } of slips) {
    if (chance >= often) {
      chance -= often;
      continue;
    }
    return slip({ figures, before, places: placesOf(figures.form), draw, add })
      ? { name, rule }
      : null;
  }
  return null;
}
