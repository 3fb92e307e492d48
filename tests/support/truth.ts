import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Real reports beside the checkout, with their figures as read independently; not part of the project. */
export const corpus = '../shared/corpus';

const lines: Readonly<Record<string, readonly string[]>> = {
  r3: [
    'stateSecret',
    'prohibitedByLaw',
    'endangersSecurity',
    'thirdPartyRights',
    'internalAffairs',
    'deliberative',
    'enforcementFile',
    'administrativeQuery',
  ],
  r4: ['notHeld', 'mustBeCreated', 'stillUnclear'],
  r5: ['petition', 'duplicate', 'publication', 'excessive', 'confirmation'],
  r6: ['notClarified', 'feeUnpaid', 'other'],
};
const groups: Readonly<Record<string, string>> = {
  r3: 'denied',
  r4: 'unavailable',
  r5: 'notProcessed',
  r6: 'otherHandling',
};
const columns = ['np', 'biz', 'res', 'soc', 'law', 'oth', 'total'];
const cases = ['upheld', 'corrected', 'other', 'pending', 'total'];

type Row = Readonly<Record<string, number | null>>;

/** Tables three and four of a report; `stats` the figures of the list of 2014, by printed label. */
export interface Truth {
  readonly edition: string;
  readonly year: number;
  readonly table3: Readonly<Record<string, Row>>;
  readonly table4: Readonly<Record<string, Row>> | null;
  readonly stats?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly broken?: readonly unknown[];
}

const cellsOf = (row: Row | undefined, names: readonly string[]) =>
  names.map((name) => row?.[name] ?? null);

/** A truth as a record of `report.json`. */
export function recordOf({ edition, year, table3, table4 }: Truth): object {
  const group = (key: string) =>
    Object.fromEntries(
      (lines[key] ?? []).map((id, i) => [id, cellsOf(table3[`${key}_${i + 1}`], columns)]),
    );
  const handled = {
    granted: cellsOf(table3.r1, columns),
    grantedInPart: cellsOf(table3.r2, columns),
    ...Object.fromEntries(['r3', 'r4', 'r5'].map((key) => [groups[key] ?? key, group(key)])),
    otherHandling:
      edition === '2021' && table3.r6 === undefined ? group('r6') : cellsOf(table3.r6, columns),
    total: cellsOf(table3.r7, columns),
  };
  const requests = {
    newlyReceived: cellsOf(table3.new, columns),
    carriedOver: cellsOf(table3.carried_in, columns),
    handled,
    carriedForward: cellsOf(table3.carried_out, columns),
  };
  if (table4 === null) return { edition, year, tables: { requests } };
  const litigation = {
    direct: cellsOf(table4.direct, cases),
    afterReconsideration: cellsOf(table4.after, cases),
  };
  const reconsideration = cellsOf(table4.review, cases);
  const reconsiderationAndLitigation = { reconsideration, litigation };
  return { edition, year, tables: { requests, reconsiderationAndLitigation } };
}

function namesIn(folder: string): string[] {
  const path = `${corpus}/${folder}`;
  return existsSync(path) ? readdirSync(path).sort() : [];
}

/** The real documents; none where the folder is absent. */
export const documents: readonly string[] = namesIn('raw');

/** Truths by the name of their document without its ending. */
export const truths: ReadonlyMap<string, Truth> = new Map(
  namesIn('truth').map((name) => [
    name.replace(/\.json$/u, ''),
    JSON.parse(readFileSync(`${corpus}/truth/${name}`, 'utf8')),
  ]),
);
