import { type Line, textOfLine } from './lines.ts';
import type { Box } from './matrix.ts';

/** Share of a page's height, above and below, where page numbers and running heads stand. */
const margin = 0.12;

const pageNumber =
  /^[\s\-–—―_·•.|/]*(?:第\s*|page\s*)?\d{1,4}\s*页?(?:\s*(?:[/／,，、]|of)?\s*共?\s*\d{1,4}\s*页?)?[\s\-–—―_·•.|]*$/iu;

/** The lines of one page that stand in its upper or lower margin, by themselves. */
export interface Edges {
  readonly lines: readonly Line[];
  /** Text without figures, and where it stands: what a running head has in common on all pages. */
  readonly keys: readonly string[];
}

/** A line that keeps this many times its height from the text is by itself. */
const apart = 0.7;

function standsAlone(lines: readonly Line[], i: number, isUpper: boolean): boolean {
  const line = lines[i];
  const next = lines[isUpper ? i + 1 : i - 1];
  if (line === undefined || next === undefined) return true;
  const gap = isUpper ? next.top - line.bottom : line.top - next.bottom;
  return gap > apart * line.em;
}

/** Lines from the top of the upper margin and from the bottom of the lower one, at most three each. */
export function edgesOf(lines: readonly Line[], [, top, , bottom]: Box): Edges {
  const height = (bottom - top) * margin;
  const found: Line[] = [];
  const keys: string[] = [];
  const take = (i: number, isUpper: boolean) => {
    const line = lines[i];
    if (line === undefined || found.includes(line)) return;
    const isInMargin = isUpper ? line.bottom <= top + height : line.top >= bottom - height;
    if (!isInMargin || !(standsAlone(lines, i, isUpper) || isPageNumber(line))) return;
    found.push(line);
    const place = Math.round((isUpper ? line.top - top : bottom - line.bottom) / 6);
    keys.push(`${isUpper ? 'head' : 'foot'} ${place} ${textOfLine(line).replace(/\d+/gu, '0')}`);
  };
  for (let i = 0; i < 3; i++) {
    take(i, true);
    take(lines.length - 1 - i, false);
  }
  return { lines: found, keys };
}

export function isPageNumber(line: Line): boolean {
  return pageNumber.test(textOfLine(line));
}

/** Keys that at least two pages share: running heads and feet. */
export function runningKeys(pages: readonly Edges[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { keys } of pages) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key] : [])));
}

/** The lines of a page without its number and its running heads. */
export function withoutEdges(lines: readonly Line[], edges: Edges, running: Set<string>): Line[] {
  const dropped = new Set(
    edges.lines.filter((line, i) => isPageNumber(line) || running.has(edges.keys[i] ?? '')),
  );
  return lines.filter((line) => !dropped.has(line));
}
