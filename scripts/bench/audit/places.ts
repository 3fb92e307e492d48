import { type Form, type FormLine, lineAt } from '../../../src/model/form.ts';
import { onceFor } from '../../../src/model/onceFor.ts';

/** Columns of the table of requests: the applicants, and behind them the total. */
export const applicants = 6;

/** Where the figures stand that the generator makes; each number is the first cell of a line. */
export interface Places {
  readonly newlyReceived: number;
  readonly carriedOver: number;
  readonly handled: number;
  readonly carriedForward: number;
  /** The ways in which a request may end. */
  readonly results: readonly number[];
  /** All lines of the table of requests, those above among them. */
  readonly requests: readonly FormLine[];
  readonly cases: readonly FormLine[];
  readonly proactive: readonly FormLine[];
}

/** The places of a form of 2019 or later. */
export const placesOf: (form: Form) => Places = onceFor((form) => {
  const of = (table: string) =>
    form.lines.filter((line) => line.table.id === table && !line.optional);
  const at = (path: string) => lineAt(form, 'requests', path).firstCell;
  const requests = of('requests');
  const handled = at('handled.total');
  return {
    newlyReceived: at('newlyReceived'),
    carriedOver: at('carriedOver'),
    handled,
    carriedForward: at('carriedForward'),
    results: requests
      .filter((line) => line.path.startsWith('handled.') && line.firstCell !== handled)
      .map((line) => line.firstCell),
    requests,
    cases: of('reconsiderationAndLitigation'),
    proactive: of('proactiveDisclosure'),
  };
});

/** The cell of a line in a column; null where the line has no such column. */
export function cellIn(line: FormLine, column: string): number | null {
  const i = line.columns.findIndex(({ id }) => id === column);
  return i < 0 ? null : line.firstCell + i;
}
