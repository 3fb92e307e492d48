import { nearestKey } from '../binding/nearestKey.ts';
import type { Document, GridCell } from '../model/document.ts';
import { sourceOf } from '../model/document.ts';
import { listed, type Problem, problem } from '../model/problem.ts';
import { type Membership, manifestOf, type ReadManifest } from './manifest.ts';
import { yearIn } from './years.ts';

const columns = {
  region: ['region', '地区', '汇总单位'],
  member: ['member', '成员', '下级单位'],
  since: ['since', '起'],
  until: ['until', '止'],
  excluded: ['excluded', '不汇总原因'],
} as const;
type Column = keyof typeof columns;

const ids: readonly Column[] = ['region', 'member', 'since', 'until', 'excluded'];
const required: readonly Column[] = ['region', 'member'];
const known: readonly string[] = ids.flatMap((id) => columns[id]);

function columnOf(text: string): Column | undefined {
  const name = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  return ids.find((id) => columns[id].some((each) => each === name));
}

interface Header {
  readonly at: ReadonlyMap<Column, number>;
  readonly problems: readonly Problem[];
}

function headerOf(cells: readonly GridCell[], source: string): Header {
  const at = new Map<Column, number>();
  const problems: Problem[] = [];
  for (const cell of cells) {
    const column = columnOf(cell.text);
    const place = sourceOf({ source, at: cell.at, line: null });
    if (cell.text === '') continue;
    if (column === undefined) {
      const args = {
        key: cell.text,
        nearest: nearestKey(cell.text, known),
        known: known.join(', '),
      };
      problems.push(problem('key-unknown', args, place));
    } else if (at.has(column)) {
      problems.push(problem('json-duplicate-key', { key: cell.text }, place));
    } else at.set(column, cell.column);
  }
  for (const column of required) {
    if (at.has(column)) continue;
    const args = { column: columns[column].join(' / ') };
    problems.push(problem('members-column-missing', args, `${source}:1`));
  }
  return { at, problems };
}

/** Nothing, or a mark that says that there is no reason. */
const isNone = /^(?:[-/—–]+|无|否)?$/u;

type Row = { readonly region: string; readonly member: Membership };

function rowOf(cells: readonly GridCell[], { at }: Header, source: string): Row | Problem[] {
  const cell = (column: Column): GridCell | undefined => cells[at.get(column) ?? -1];
  const textOf = (column: Column): string => cell(column)?.text ?? '';
  const placeOf = (column: Column): string => {
    const place = (cell(column) ?? cells[0])?.at ?? null;
    return sourceOf({ source, at: place, line: null });
  };
  const blank = required.filter((column) => textOf(column) === '');
  if (blank.length > 0) {
    return blank.map((column) => {
      const args = { column: columns[column].join(' / ') };
      return problem('members-cell-blank', args, placeOf(column));
    });
  }
  const [since, until] = [
    yearIn(textOf('since'), placeOf('since')),
    yearIn(textOf('until'), placeOf('until')),
  ];
  const wrong = [since, until].filter((each) => typeof each === 'object' && each !== null);
  if (typeof since === 'object' && since !== null) return wrong;
  if (typeof until === 'object' && until !== null) return wrong;
  if (since !== null && until !== null && since > until) {
    const args = { since: String(since), until: String(until) };
    return [problem('members-years', args, placeOf('until'))];
  }
  const member: Membership = {
    organ: textOf('member'),
    since,
    until,
    excluded: isNone.test(textOf('excluded')) ? null : textOf('excluded'),
    source: placeOf('member'),
    path: null,
  };
  return { region: textOf('region'), member };
}

/** The manifest in a file of delimited fields; rows without any text are passed over. */
export function membersInGrid({ source, blocks }: Document): ReadManifest {
  const grid = blocks.find((block) => block.kind === 'grid');
  const [first = [], ...rest] = grid?.rows ?? [];
  const header = headerOf(first, source);
  if (header.problems.length > 0) return { manifest: { regions: [] }, problems: header.problems };
  const filled = rest.filter((cells) => cells.some(({ text }) => text !== ''));
  const rows = filled.map((cells) => rowOf(cells, header, source));
  const wrong = rows.flatMap((row) => ('member' in row ? [] : row));
  return {
    manifest: manifestOf(rows.flatMap((row) => ('member' in row ? [row] : []))),
    problems: listed(wrong, source, (each) => [each]),
  };
}
