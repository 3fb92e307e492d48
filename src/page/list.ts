import { visible } from '../messages/visible.ts';
import { headCells, inTracks, yearCells } from './cells.ts';
import { element, quoted } from './dom.ts';
import { type Conditions, nameOf, noConditions } from './filter.ts';
import { gridKeys } from './gridKeys.ts';
import { mostPrinted, rowsInView } from './inView.ts';
import type { ShownOrgan } from './shape.ts';
import type { Texts } from './texts.ts';

export interface List {
  readonly root: HTMLElement;
  /** Shows these organs, in this order. */
  show(indices: readonly number[], conditions: Conditions): void;
  /** Draws what has come into view. */
  draw(): void;
}

type Years = readonly (number | null)[];

function headerRow(years: Years, texts: Texts): HTMLElement {
  return element(
    'div',
    { class: 'row header', role: 'row', 'aria-rowindex': '1' },
    element('div', { class: 'name', role: 'columnheader', 'aria-colindex': '1' }, texts.organ),
    inTracks(headCells(years, texts), years.length),
  );
}

function nameCell(organ: ShownOrgan): HTMLElement {
  const name = visible(nameOf(organ));
  const kind = organ.organ === null ? 'name loose' : 'name';
  const attributes = { class: kind, role: 'rowheader', tabindex: '-1', title: name };
  return element('div', { ...attributes, 'aria-colindex': '1' }, quoted(name));
}

/** Which organ and year a click or key is for. */
function chosen(target: EventTarget | null): { organ: number; year: number | null } | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-organ]');
  if (row === null) return null;
  const year = target.closest<HTMLElement>('[data-year]')?.dataset.year ?? '';
  return { organ: Number(row.dataset.organ), year: year === '' ? null : Number(year) };
}

/** Organs by years, each row with its verdicts and the links between them, however many organs there are. */
export function listOf(
  organs: readonly ShownOrgan[],
  years: Years,
  texts: Texts,
  open: (organ: number, year: number | null) => void,
): List {
  let indices: readonly number[] = [];
  let conditions = noConditions;
  const header = headerRow(years, texts);
  const body = element('div', { class: 'rows', role: 'rowgroup' });
  const attributes = { class: 'list', role: 'grid', 'aria-label': texts.organs };
  const grid = element(
    'div',
    { ...attributes, 'aria-colcount': String(years.length + 1) },
    element('div', { class: 'headers', role: 'rowgroup' }, header),
    body,
  );
  const none = element('p', { class: 'nothing', hidden: '' }, texts.noneShown);
  const rest = element('p', { class: 'rest' });
  const drawRow = (place: number): HTMLElement => {
    const index = indices[place] ?? -1;
    const organ = organs[index];
    const row = element('div', { class: place % 2 === 0 ? 'row' : 'row odd', role: 'row' });
    row.setAttribute('aria-rowindex', String(place + 2));
    row.dataset.organ = String(index);
    if (organ !== undefined) {
      const cells = yearCells(organ, years, texts, conditions);
      row.append(nameCell(organ), inTracks(cells, years.length));
    }
    return row;
  };
  const rows = rowsInView(body, drawRow, () => keys.keep());
  const keys = gridKeys({
    root: grid,
    body,
    rows,
    columns: years.length + 1,
    count: () => indices.length,
    above: () => header.getBoundingClientRect().bottom,
  });
  const activate = (target: EventTarget | null): boolean => {
    const place = chosen(target);
    if (place !== null) open(place.organ, place.year);
    return place !== null;
  };
  grid.addEventListener('click', ({ target }) => activate(target));
  grid.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && activate(event.target)) {
      event.preventDefault();
    }
  });
  const root = element('section', { class: 'organs' }, grid, none, rest);
  root.style.setProperty('--years', String(Math.max(1, years.length)));
  return {
    root,
    draw: rows.draw,
    show(found, wanted) {
      [indices, conditions] = [found, wanted];
      grid.setAttribute('aria-rowcount', String(found.length + 1));
      none.hidden = found.length > 0;
      const unprinted = found.length - mostPrinted;
      rest.textContent = unprinted > 0 ? texts.notPrinted(unprinted) : '';
      rows.show(found.length);
      keys.reset();
    },
  };
}
