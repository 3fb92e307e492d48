import type { Flow } from '../model/audit.ts';
import { element, shape } from './dom.ts';
import { stretches, ticksOf } from './scale.ts';
import type { ShownReport } from './shape.ts';
import type { Texts } from './texts.ts';

const lines = ['newlyReceived', 'handled', 'carriedForward'] as const satisfies (keyof Flow)[];
type Line = (typeof lines)[number];

const height = 190;
const frame = { left: 44, right: 14, top: 10, bottom: 24 } as const;

/** Where years and figures lie in the drawing. */
interface Scales {
  readonly width: number;
  readonly years: readonly number[];
  readonly ticks: readonly number[];
  x(index: number): number;
  y(value: number): number;
}

function scalesOf(years: readonly number[], most: number, width: number): Scales {
  const ticks = ticksOf(most);
  const top = ticks.at(-1) ?? 1;
  const step = (width - frame.left - frame.right) / Math.max(1, years.length - 1);
  return {
    width,
    years,
    ticks,
    x: (index) => (years.length === 1 ? width / 2 : frame.left + index * step),
    y: (value) => height - frame.bottom - (value / top) * (height - frame.top - frame.bottom),
  };
}

/** A round, a square or a three-cornered mark, so that the lines differ without colour. */
function mark(line: Line, x: number, y: number): SVGElement {
  const attributes = { class: `mark ${line}` };
  if (line === 'newlyReceived') return shape('circle', { ...attributes, cx: x, cy: y, r: 3.5 });
  if (line === 'handled') {
    return shape('rect', { ...attributes, x: x - 3, y: y - 3, width: 6, height: 6 });
  }
  const points = `${x},${y - 4.5} ${x + 4.5},${y + 3.5} ${x - 4.5},${y + 3.5}`;
  return shape('polygon', { ...attributes, points });
}

function axes({ width, years, ticks, x, y }: Scales): SVGElement[] {
  const levels = ticks.flatMap((tick) => [
    shape('line', {
      class: 'level',
      x1: frame.left,
      x2: width - frame.right,
      y1: y(tick),
      y2: y(tick),
    }),
    shape(
      'text',
      { class: 'tick', x: frame.left - 6, y: y(tick) + 4, 'text-anchor': 'end' },
      String(tick),
    ),
  ]);
  // Every other year is named where there is no room for all.
  const every = Math.ceil((years.length * 40) / width);
  const names = years.flatMap((year, i) =>
    (years.length - 1 - i) % every === 0
      ? [
          shape(
            'text',
            { class: 'tick', x: x(i), y: height - 6, 'text-anchor': 'middle' },
            String(year),
          ),
        ]
      : [],
  );
  return [...levels, ...names];
}

function drawn(line: Line, values: readonly (number | null)[], { x, y }: Scales): SVGElement[] {
  return stretches(values).flatMap((stretch) => {
    const points = stretch.map(([i, value]) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`);
    const path = shape('polyline', { class: `line ${line}`, points: points.join(' ') });
    return [path, ...stretch.map(([i, value]) => mark(line, x(i), y(value)))];
  });
}

function legend(texts: Texts): HTMLElement {
  const each = lines.map((line) =>
    element(
      'span',
      {},
      shape(
        'svg',
        { width: 30, height: 12, 'aria-hidden': 'true' },
        shape('line', { class: `line ${line}`, x1: 0, x2: 30, y1: 6, y2: 6 }),
        mark(line, 15, 6),
      ),
      ` ${texts.flow[line]}`,
    ),
  );
  return element('figcaption', {}, element('b', {}, texts.chart), ...each);
}

/** Requests received, handled and carried forward over the years; null where no year has a figure. */
export function chartOf(
  reports: readonly ShownReport[],
  texts: Texts,
  width: number,
): HTMLElement | null {
  const known = new Map(reports.map(({ year, flow }) => [year, flow]));
  const present = reports.flatMap(({ year }) => year ?? []);
  const [first, last] = [Math.min(...present), Math.max(...present)];
  if (present.length === 0 || last - first > 100) return null;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const values = lines.map((line) => years.map((year) => known.get(year)?.[line] ?? null));
  const figures = values.flat().flatMap((value) => value ?? []);
  if (figures.length === 0) return null;
  const scales = scalesOf(years, Math.max(...figures), width);
  const drawing = shape(
    'svg',
    { class: 'chart', width, height, role: 'img', 'aria-label': texts.chartOf(first, last) },
    ...axes(scales),
    ...lines.flatMap((line, i) => drawn(line, values[i] ?? [], scales)),
  );
  return element('figure', {}, legend(texts), drawing);
}
