import type { RowsInView } from './inView.ts';

/** A grid of rows in view, with the first cell of each in column 0. */
interface Grid {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  readonly rows: RowsInView;
  readonly columns: number;
  count(): number;
  /** What stays above the rows while they scroll. */
  above(): number;
}

/** A place of the grid. */
interface At {
  readonly row: number;
  readonly column: number;
}

export interface GridKeys {
  /** Back to the first cell. */
  reset(): void;
  /** Makes the first row a stop of the tab key where the row of the last one is no longer drawn. */
  keep(): void;
}

function within(value: number, last: number): number {
  return Math.min(Math.max(0, value), Math.max(0, last));
}

function target({ key, ctrlKey }: KeyboardEvent, { row, column }: At, grid: Grid): At | null {
  const page = Math.max(1, Math.floor(innerHeight / grid.rows.height()) - 2);
  const moves: Readonly<Record<string, At>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? grid.count() - 1 : row, column: grid.columns - 1 },
  };
  const to = moves[key];
  if (to === undefined) return null;
  return { row: within(to.row, grid.count() - 1), column: within(to.column, grid.columns - 1) };
}

function scrollToRow(grid: Grid, row: number): void {
  const height = grid.rows.height();
  const top = grid.body.getBoundingClientRect().top + row * height;
  const above = grid.above();
  if (top < above) scrollBy(0, top - above);
  else if (top + height > innerHeight) scrollBy(0, top + height - innerHeight);
}

/** Arrow keys, Home, End and pages move among the cells, one of which is a stop of the tab key. */
export function gridKeys(grid: Grid): GridKeys {
  let at: At = { row: 0, column: 0 };

  const cellAt = ({ row, column }: At): HTMLElement | null =>
    grid.rows.at(row)?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`) ?? null;

  function stop(): void {
    for (const each of grid.body.querySelectorAll('[tabindex="0"]')) {
      each.setAttribute('tabindex', '-1');
    }
    cellAt(at)?.setAttribute('tabindex', '0');
  }

  grid.root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const row = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? '2';
    at = { row: Number(row) - 2, column: Number(target.getAttribute('aria-colindex') ?? '1') - 1 };
    stop();
  });
  grid.root.addEventListener('keydown', (event) => {
    const to = target(event, at, grid);
    if (to === null) return;
    event.preventDefault();
    scrollToRow(grid, to.row);
    grid.rows.draw();
    at = to;
    stop();
    cellAt(to)?.focus({ preventScroll: true });
  });
  return {
    reset() {
      at = { row: 0, column: 0 };
      stop();
    },
    keep() {
      if (grid.body.querySelector('[tabindex="0"]') !== null) return;
      grid.body.querySelector('[aria-colindex="1"]')?.setAttribute('tabindex', '0');
    },
  };
}
