import type { Force } from '../model/claim.ts';
import type { Form, FormLine } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import type { Facets } from './facets.ts';
import { actColumns, organizationColumns, lines as places } from './grammar/places.ts';

/** The cells that a figure may restate, each reading a sum; and how much its words alone are worth. */
export interface Reading {
  readonly readings: readonly (readonly number[])[];
  readonly force: Force;
}

const linesByName: (form: Form) => ReadonlyMap<string, readonly FormLine[]> = onceFor((form) => {
  const found = new Map<string, FormLine[]>();
  const required = form.lines.filter((line) => !line.optional);
  for (const name of new Set(Object.values(places).flat())) {
    const exact = required.filter((line) => `${line.table.id}.${line.path}` === name);
    const below = required.filter((line) => `${line.table.id}.${line.path}`.startsWith(`${name}.`));
    found.set(name, exact.length > 0 ? exact : below);
  }
  return found;
});

/** The lines of the form that a value means. */
function linesOf(form: Form, value: string): readonly FormLine[] {
  const named = linesByName(form);
  return (places[value] ?? []).flatMap((name) => named.get(name) ?? []);
}

/** The cells of lines in columns; null where a line lacks one of them. */
function cellsIn(lines: readonly FormLine[], columns: readonly string[]): number[] | null {
  const cells: number[] = [];
  for (const line of lines) {
    for (const id of columns) {
      const at = line.columns.findIndex((column) => column.id === id);
      if (at < 0) return null;
      cells.push(line.firstCell + at);
    }
  }
  // Litigation and its kinds, all named: their lines count once.
  return cells.length === 0 ? null : [...new Set(cells)];
}

/** By the names of lines and columns; the words of the grammar are few. */
const knownSums: (form: Form) => Map<string, readonly (readonly number[])[]> = onceFor(
  () => new Map(),
);

function keyOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : names.join();
}

function sumsOf(
  form: Form,
  choices: readonly (readonly string[])[],
  columns: readonly string[],
): readonly (readonly number[])[] {
  const known = knownSums(form);
  let key = keyOf(columns);
  for (const values of choices) key += `|${keyOf(values)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = makeSums(form, choices, columns);
  if (known.size < mostSums) known.set(key, made);
  return made;
}

/** More than reports ask for; what hostile ones ask for besides is made anew. */
const mostSums = 5000;

function makeSums(
  form: Form,
  choices: readonly (readonly string[])[],
  columns: readonly string[],
): readonly (readonly number[])[] {
  return choices.flatMap((values) => {
    const found = values.map((value) => linesOf(form, value));
    if (found.some((lines) => lines.length === 0)) return [];
    const cells = cellsIn(found.flat(), columns);
    return cells === null ? [] : [cells];
  });
}

const received = [['newlyReceived'], ['newlyReceived', 'carriedOver']];
const anything = [['handled'], ['answered'], ['newlyReceived', 'carriedOver'], ['newlyReceived']];

interface Verb {
  readonly choices: readonly (readonly string[])[];
  readonly force: Force;
}

/** The lines that a verb may mean, the likeliest first. */
const verbs: Readonly<Record<string, Verb>> = {
  receive: { choices: received, force: 'firm' },
  accept: { choices: [...received, ['handled']], force: 'weak' },
  handle: { choices: anything, force: 'weak' },
  conclude: { choices: [['handled'], ['answered']], force: 'firm' },
  answer: { choices: [['answered'], ['handled']], force: 'firm' },
};

function readingOf(readings: readonly (readonly number[])[], force: Force): Reading | null {
  return readings.length === 0 ? null : { readings, force };
}

/** The form has one column of figures, as that of 2014. */
function isOneList({ lines }: Form): boolean {
  return lines[0]?.columns[0]?.id === 'figure';
}

/** The columns of those who applied; the form of 2014 does not tell them apart. */
function applicantColumns(
  form: Form,
  applicants: readonly string[] | undefined,
): readonly string[] {
  const isList = isOneList(form);
  if (applicants === undefined) return [isList ? 'figure' : 'total'];
  return isList
    ? []
    : applicants.flatMap((who) => (who === 'organization' ? organizationColumns : [who]));
}

/** Words of what was done together with a stage: 办结上年结转申请 may be either. */
function stageCells(
  form: Form,
  { stage = [], verb }: Facets,
  columns: readonly string[],
): Reading | null {
  const own = sumsOf(form, [stage], columns);
  const isIncoming = stage.every((each) => each === 'newlyReceived' || each === 'carriedOver');
  const isHandled = verb?.some(
    (each) => each !== 'receive' && each !== 'accept' && each !== 'carry',
  );
  if (isIncoming && isHandled === true) {
    return readingOf([...own, ...sumsOf(form, anything, columns)], 'weak');
  }
  return readingOf(own, 'firm');
}

function requestCells(form: Form, facets: Facets, hasRequest: boolean): Reading | null {
  const { stage, applicant, verb, channel } = facets;
  const columns = applicantColumns(form, applicant);
  if (columns.length === 0) return null;
  if (channel !== undefined && hasRequest) {
    const byChannel = sumsOf(form, [channel], columns);
    if (byChannel.length > 0) return { readings: byChannel, force: 'firm' };
  }
  const loosened = (found: Reading | null): Reading | null =>
    found === null || channel === undefined ? found : { ...found, force: 'scoped' };
  if (stage !== undefined) return loosened(stageCells(form, facets, columns));
  const meant = verb?.map((each) => verbs[each]).filter((each) => each !== undefined) ?? [];
  if (meant.length > 0 && (hasRequest || applicant !== undefined)) {
    const readings = sumsOf(
      form,
      meant.flatMap(({ choices }) => choices),
      columns,
    );
    const isFirm = meant.length === 1 && meant[0]?.force === 'firm';
    return loosened(readingOf(readings, isFirm ? 'firm' : 'weak'));
  }
  if (applicant === undefined && (!hasRequest || channel !== undefined)) return null;
  const readings = sumsOf(form, [...received, ['handled'], ['answered']], columns);
  return loosened(readingOf(readings, 'weak'));
}

function caseCells(
  form: Form,
  kinds: readonly string[],
  results: readonly string[],
): Reading | null {
  if (results.length === 0) return null;
  const direct = sumsOf(form, [kinds], results);
  if (direct.length > 0) return { readings: direct, force: 'firm' };
  // The form of 2014 has a line for each result.
  const lines = kinds.flatMap((kind) => linesOf(form, kind));
  const chosen = lines.filter((line) => results.some((result) => line.path.endsWith(`.${result}`)));
  const cells = cellsIn(chosen, ['figure']);
  return cells === null || chosen.length !== kinds.length * results.length
    ? null
    : { readings: [cells], force: 'firm' };
}

function documentCells(
  form: Form,
  documents: readonly string[],
  act: readonly string[] | undefined,
): Reading | null {
  const lines = documents.flatMap((document) => linesOf(form, document));
  const readings = (act ?? ['issued', 'inForce', 'disclosed'])
    .flatMap((each) => actColumns[each] ?? [])
    .flatMap((column) => {
      const cells = cellsIn(lines, [column]);
      return cells === null ? [] : [cells];
    });
  const isClear = act?.length === 1 && act[0] !== 'disclosed';
  return readingOf(readings, isClear ? 'firm' : 'scoped');
}

const byMeasure: Readonly<Record<string, readonly (readonly string[])[]>> = {
  decisions: [['decisions']],
  items: [['itemsLastYear', 'netChange'], ['projects']],
  amount: [['amount']],
  /** Items on a form that counts none: they may be decisions. */
  listed: [['projects'], ['decisions']],
};

function matterCells(
  form: Form,
  matters: readonly string[],
  measure: string | undefined,
  unit: string,
): Reading | null {
  const lines = matters.flatMap((matter) => linesOf(form, matter));
  const isMoney = unit.endsWith('元');
  const meant = isMoney ? 'amount' : (measure ?? (unit === '项' ? 'items' : 'decisions'));
  const isListed = lines.some((line) => line.columns.some(({ id }) => id === 'itemsLastYear'));
  const choices = byMeasure[meant === 'items' && !isListed ? 'listed' : meant] ?? [];
  const sums = (each: readonly (readonly string[])[]): number[][] =>
    each.flatMap((columns) => {
      const cells = cellsIn(lines, columns);
      return cells === null ? [] : [cells];
    });
  const own = sums(choices);
  const readings = own.length > 0 || isMoney ? own : sums([['projects']]);
  const isClear = isMoney || measure === meant || (meant === 'items') === (unit === '项');
  return readingOf(readings, isClear && (meant !== 'items' || isListed) ? 'weak' : 'scoped');
}

/** The cells of the form that facets mean for a figure in this unit; null where they mean none. */
export function cellsOf(
  form: Form,
  facets: Facets,
  hasRequest: boolean,
  unit = '件',
): Reading | null {
  const isMoney = unit.endsWith('元');
  if (facets.disclosure !== undefined) {
    const found = sumsOf(form, [facets.disclosure], ['figure']);
    if (found.length > 0) return { readings: found, force: 'weak' };
  }
  if (facets.matter !== undefined && facets.case === undefined) {
    return matterCells(form, facets.matter, facets.measure?.at(-1), unit);
  }
  if (isMoney) return null;
  if (facets.case !== undefined) return caseCells(form, facets.case, facets.result ?? ['total']);
  if (facets.document !== undefined) return documentCells(form, facets.document, facets.act);
  if (facets.result !== undefined) return null;
  return requestCells(form, facets, hasRequest);
}
