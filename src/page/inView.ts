/** Rows drawn above and below the ones in view. */
const margin = 12;
/** Rows that are laid out for paper, at most. */
export const mostPrinted = 2000;

/** Rows of the same height, of which only those in view are in the page. */
export interface RowsInView {
  /** Shows this many rows, all drawn anew. */
  show(count: number): void;
  /** Draws what has come into view. */
  draw(): void;
  /** The row at a place, if it is drawn. */
  at(place: number): HTMLElement | undefined;
  height(): number;
}

/**
 * @param container its height is `--count` rows of the height `--row`; each row stands at `--place`
 * @param drew is told whenever rows have come and gone
 */
export function rowsInView(
  container: HTMLElement,
  drawRow: (place: number) => HTMLElement,
  drew: () => void,
): RowsInView {
  const drawn = new Map<number, HTMLElement>();
  let count = 0;
  let isPrinting = false;
  let isAsked = false;

  const height = (): number =>
    Number.parseFloat(getComputedStyle(container).getPropertyValue('--row')) || 30;

  function range(): [number, number] {
    if (isPrinting) return [0, Math.min(count, mostPrinted)];
    const top = -container.getBoundingClientRect().top / height();
    const first = Math.max(0, Math.floor(top) - margin);
    return [first, Math.min(count, Math.ceil(top + innerHeight / height()) + margin)];
  }

  function draw(): void {
    const [first, end] = range();
    for (const [place, row] of drawn) {
      const isKept = (place >= first && place < end) || row.contains(document.activeElement);
      if (isKept) continue;
      row.remove();
      drawn.delete(place);
    }
    for (let place = end - 1; place >= first; place--) {
      if (drawn.has(place)) continue;
      const row = drawRow(place);
      row.style.setProperty('--place', String(place));
      container.insertBefore(row, drawn.get(place + 1) ?? null);
      drawn.set(place, row);
    }
    drew();
  }

  function redraw(): void {
    for (const row of drawn.values()) row.remove();
    drawn.clear();
    draw();
  }

  function drawSoon(): void {
    if (isAsked || container.offsetParent === null) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  }

  function print(value: boolean): void {
    isPrinting = value;
    redraw();
  }

  addEventListener('scroll', drawSoon, { passive: true });
  addEventListener('resize', drawSoon);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  return {
    show(rows) {
      count = rows;
      container.style.setProperty('--count', String(rows));
      redraw();
    },
    draw,
    at: (place) => drawn.get(place),
    height,
  };
}
