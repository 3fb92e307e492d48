import type { Form, FormLine } from '../../../src/model/form.ts';
import type { Figures } from './figures.ts';
import { cellIn, placesOf } from './places.ts';

/** A finding that has to be made, told by its rule, its weight and its place on the form. */
export interface Truth {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
}

type Values = readonly number[];

const sum = (values: Values, cells: readonly number[]): number =>
  cells.reduce((total, cell) => total + (values[cell] ?? 0), 0);

const columnId = (form: Form, cell: number): string | null => form.cells[cell]?.column.id ?? null;

/** What is wrong with the sums of a report, reckoned here by hand and not by the equations of the program. */
function withinReport({ form, values }: Figures): Truth[] {
  const { newlyReceived, carriedOver, handled, carriedForward, results, requests, cases } =
    placesOf(form);
  const found: Truth[] = [];
  const tell = (
    rule: string,
    line: FormLine | undefined,
    row: string | null,
    column: string | null,
  ) => found.push({ rule, severity: 'error', table: line?.table.id ?? null, row, column });
  const [anyLine] = requests;
  for (const [i] of (anyLine?.columns ?? []).entries()) {
    const column = columnId(form, handled + i);
    const arrived = sum(values, [newlyReceived + i, carriedOver + i]);
    if (arrived !== sum(values, [handled + i, carriedForward + i])) {
      tell('column-balance', anyLine, null, column);
    }
    const parts = results.map((first) => first + i);
    if (values[handled + i] !== sum(values, parts)) {
      tell('column-total', anyLine, 'handled.total', column);
    }
  }
  for (const [rule, lines] of [
    ['row-total', requests],
    ['case-total', cases],
  ] as const) {
    for (const line of lines) {
      const cells = line.columns.map((_, i) => line.firstCell + i);
      const total = cells.pop() ?? 0;
      if (values[total] !== sum(values, cells)) tell(rule, line, line.path, null);
    }
  }
  return found;
}

/** What does not follow from the report of the year before. */
function betweenYears({ form, values }: Figures, before: Figures): Truth[] {
  const { carriedOver, requests, proactive } = placesOf(form);
  const last = placesOf(before.form).carriedForward;
  const broken = (requests[0]?.columns ?? []).flatMap(({ id }, i): Truth[] => {
    if (values[carriedOver + i] === before.values[last + i]) return [];
    const severity = id === 'total' ? 'error' : 'warning';
    return [{ rule: 'carried-over', severity, table: 'requests', row: 'carriedOver', column: id }];
  });
  if (before.form !== form) return broken;
  const stocks = proactive.flatMap((line): Truth[] => {
    const [first = 0, second = 0, third = 0] = line.columns.map((_, i) => line.firstCell + i);
    const at = { table: line.table.id, row: line.path, column: null };
    if (cellIn(line, 'itemsLastYear') !== null) {
      const held = values[first] === sum(before.values, [first, second]);
      return held ? [] : [{ rule: 'items-carried-over', severity: 'error', ...at }];
    }
    if (cellIn(line, 'inForce') === null) return [];
    const stock = (before.values[third] ?? 0) + (values[first] ?? 0) - (values[second] ?? 0);
    const held = values[third] === stock;
    return held ? [] : [{ rule: 'in-force-stock', severity: 'warning', ...at }];
  });
  return [...broken, ...stocks, ...copied(values, before.values)];
}

function copied(values: Values, before: Values): Truth[] {
  if (values.some((value, cell) => value !== before[cell])) return [];
  const nowhere = { table: null, row: null, column: null };
  return [{ rule: 'stale-copy', severity: 'warning', ...nowhere }];
}

/** Everything that must be found about a report, by itself and against the report of the year before; nothing else. */
export function truthOf(figures: Figures, before: Figures | null): Truth[] {
  return [...withinReport(figures), ...(before === null ? [] : betweenYears(figures, before))];
}
