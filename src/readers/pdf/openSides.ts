import type { Wall } from './marks.ts';
import type { Frame } from './walls.ts';

/** How far the ends of lines of one table may differ, in points. */
const slack = 4;

/** A row ruled off above or below a table is no higher than this, in points. */
const highest = 45;

interface Extent {
  readonly from: number;
  readonly to: number;
  top: number;
  bottom: number;
}

function extentOf({ across, down }: Frame): Extent {
  const ats = across.map(({ at }) => at);
  return {
    from: Math.min(...across.map(({ from }) => from)),
    to: Math.max(...across.map(({ to }) => to)),
    top: Math.min(...ats, ...down.map(({ from }) => from)),
    bottom: Math.max(...ats, ...down.map(({ to }) => to)),
  };
}

/** Whether no upright line closes the left or the right side. */
function isOpen({ down }: Frame, { from, to }: Extent): boolean {
  return !(
    down.some(({ at }) => Math.abs(at - from) <= slack) &&
    down.some(({ at }) => Math.abs(at - to) <= slack)
  );
}

/** More lines than a table has are a drawing, and no row is looked for there. */
const mostLines = 2000;

/**
 * Where the sides of a table are open, the rule of a row that is one cell meets no upright line:
 * such rules, as wide as the table and next to it, are added to its frame.
 */
export function withOuterRules(frames: readonly Frame[]): Frame[] {
  const rules = frames.filter(({ down, across }) => down.length === 0 && across.length === 1);
  const isLone = new Set(rules);
  const loose = rules.flatMap(({ across }) => across).sort((a, b) => a.at - b.at);
  const taken = new Set<Wall>();
  const tables = frames.filter((frame) => !isLone.has(frame));
  const grown = tables.map((frame) => {
    if (frame.across.length + frame.down.length > mostLines || loose.length > mostLines) {
      return frame;
    }
    if (frame.across.length === 0 || frame.down.length === 0) return frame;
    const extent = extentOf(frame);
    if (!isOpen(frame, extent)) return frame;
    const own = outerRules(extent, loose, taken);
    return { across: [...frame.across, ...own], down: frame.down };
  });
  const rest = loose.filter((wall) => !taken.has(wall));
  return [...grown, ...rest.map((wall) => ({ across: [wall], down: [] }))];
}

function outerRules(extent: Extent, loose: readonly Wall[], taken: Set<Wall>): Wall[] {
  const own: Wall[] = [];
  const take = (wall: Wall) => {
    const isWide =
      Math.abs(wall.from - extent.from) <= slack && Math.abs(wall.to - extent.to) <= slack;
    if (!isWide || taken.has(wall)) return;
    if (wall.at < extent.top - highest || wall.at > extent.bottom + highest) return;
    extent.top = Math.min(extent.top, wall.at);
    extent.bottom = Math.max(extent.bottom, wall.at);
    taken.add(wall);
    own.push(wall);
  };
  for (const wall of loose) if (wall.at >= extent.top) take(wall);
  for (const wall of [...loose].reverse()) if (wall.at < extent.top) take(wall);
  return own;
}
