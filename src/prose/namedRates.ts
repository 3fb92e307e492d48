import type { ProseFigure, ShareClaim } from '../model/claim.ts';
import { judge, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { cellsOf } from './cells.ts';
import { facetsOf, isCarried } from './facets.ts';
import { meaningOf, type Ties } from './figures.ts';
import { isScoped } from './force.ts';
import type { Node } from './nodes.ts';
import type { Token } from './token.ts';

/** The name of a rate, and what may stand between it and its figure. */
const named =
  /(按期|按时|及时|如期|限内)?(办结|答复|办复|维持|胜诉|纠错|纠正|败诉)率(?:均?为|达到|达|约为|约|近)?$/u;
const longestName = 12;
const [upheld, corrected] = [/^(?:维持|胜诉)/u, /^(?:纠错|纠正|败诉)/u];
/** More figures than these a rate of cases does not go back to. */
const mostCases = 4;

type Cells = readonly (readonly number[])[];

interface Sides {
  readonly parts: Cells;
  readonly wholes: Cells;
}

/** The words before the name of the rate. */
function aheadOf({ before }: Node, nameAt: number): readonly Token[] {
  return before.filter((token) => token.is !== 'figure' && token.start < nameAt);
}

function isTied(node: Node | null, ties: Ties): node is Node {
  const tie = node === null ? undefined : ties.get(node);
  return tie !== undefined && tie.force !== 'scoped';
}

/** The cases that a rate may be of: those that the clause names, else the last that were counted, or all of them. */
function casesOf(node: Node, ahead: readonly Token[], ties: Ties): (readonly string[])[] {
  const own = facetsOf(ahead, node.figure.sentence.text).case;
  const found: string[] = [];
  let last: readonly string[] | null = null;
  let at = node.previous;
  for (let steps = 0; at !== null && steps < mostCases && isTied(at, ties); steps++) {
    const kinds = meaningOf(at).case;
    if (kinds === undefined) break;
    last ??= kinds;
    found.push(...kinds);
    at = at.previous;
  }
  // Cases that nothing was said of before may be about anything.
  if (last === null) return [];
  return own === undefined ? [last, [...new Set(found)]] : [own];
}

/** Decided in favour or against, of all cases or of those that are decided. */
function caseSides(
  node: Node,
  name: string,
  ahead: readonly Token[],
  { form }: Report,
  ties: Ties,
): Sides {
  const result = upheld.test(name) ? 'upheld' : 'corrected';
  const decided = ['upheld', 'corrected'];
  const kinds = casesOf(node, ahead, ties);
  const cells = (results: readonly string[]): Cells =>
    kinds.flatMap((kind) => cellsOf(form, { case: kind, result: results }, false)?.readings ?? []);
  const plain = cells([result]);
  const wholes = [['total'], decided, [...decided, 'otherResult']].flatMap(cells);
  return { parts: plain, wholes };
}

/** Concluded of those received, with or without those that were carried over. */
function requestSides(isTimed: boolean, { form }: Report): Sides {
  const cells = (stage: readonly string[]): Cells => cellsOf(form, { stage }, true)?.readings ?? [];
  const kinds = [['onTime'], ['onTime', 'extended']];
  const onTime = kinds.flatMap(
    (disclosure) => cellsOf(form, { disclosure }, false)?.readings ?? [],
  );
  const received = [
    ...cells(['newlyReceived']),
    ...cells(['newlyReceived', 'carriedOver']),
    ...cells(['handled']),
  ];
  if (!isTimed) return { parts: cells(['handled']), wholes: received };
  return { parts: onTime, wholes: received };
}

/** Of the requests of this year, by leaving out those that were carried over, or forward. */
function isOfNew({ range }: ProseFigure, report: Report): boolean {
  const sum = (stage: string): number => {
    const cells = cellsOf(report.form, { stage: [stage] }, true)?.readings[0];
    return (cells === undefined ? null : sumOfCells(report, cells)) ?? 0;
  };
  const received = sum('newlyReceived');
  const parts = [sum('handled') - sum('carriedOver'), received - sum('carriedForward')];
  return parts.some((part) => {
    const rate = (part / received) * 100;
    return rate >= range.low && rate <= range.high;
  });
}

/** A figure of requests before it, of the whole organ and year. */
function isOfRequests({ previous }: Node, ties: Ties): boolean {
  if (!isTied(previous, ties)) return false;
  const facets = meaningOf(previous);
  const { stage, verb, case: kind, document, matter, applicant, channel } = facets;
  const other = kind ?? document ?? matter ?? applicant ?? channel;
  return other === undefined && (stage ?? verb) !== undefined && !isCarried(facets);
}

/** `维持率75%`, `办结率96%`: a rate whose name says of what it is; a contradiction is a warning. */
export function namedRateOf(node: Node, report: Report, ties: Ties): ShareClaim | null {
  const { figure, measure, roles } = node;
  if (measure !== 'rate' || figure.unit !== '%') return null;
  if (roles.has('grow') || roles.has('shrink') || roles.has('share')) return null;
  const from = Math.max(0, figure.start - longestName);
  const lead = figure.sentence.text.slice(from, figure.start);
  const [all, timed, name = ''] = lead.includes('率') ? (named.exec(lead) ?? []) : [];
  if (all === undefined) return null;
  const ahead = aheadOf(node, figure.start - all.length);
  if (isScoped({ ...node, before: ahead }, report)) return null;
  const isCase = upheld.test(name) || corrected.test(name);
  if (!isCase && !isOfRequests(node, ties)) return null;
  const { parts, wholes } = isCase
    ? caseSides(node, name, ahead, report, ties)
    : requestSides(timed !== undefined, report);
  if (parts.length === 0 || wholes.length === 0) return null;
  const claim: ShareClaim = { kind: 'share', figure, parts, wholes, force: 'weak' };
  if (isCase || judge(report, claim).outcome === 'pass') return claim;
  // 办结率100% is said of what fell due, too.
  return figure.value >= 100 || isOfNew(figure, report) ? null : claim;
}
