import type { BreakdownClaim, Force } from '../model/claim.ts';
import { cellsRestated, judge, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { isCarried, isEmpty } from './facets.ts';
import { meaningOf, type Ties } from './figures.ts';
import { isAmount, type List, type Node } from './nodes.ts';
import type { Token } from './token.ts';
import { isFormUnit } from './units.ts';

/** Ways of publishing: one text goes several ways, so that their counts are no parts of a whole. */
const channels =
  /网站|微信|微博|公众号|平台|新媒体|公报|客户端|抖音|报刊|电视|广播|公开栏|公示栏|途径|渠道|方式/u;
const totals = /共|总|累计|合计|公开|发布|收到|受理|新增/u;
const isRest = /其他|其它|其余/u;
/** A list whose parts come this near to the whole was meant to be complete. */
const nearly = 0.8;
/** Lists without 其中 that are shorter are too often no lists. */
const shortest = 3;

function isSameKind(part: Node, whole: Node): boolean {
  if (part.measure !== whole.measure) return false;
  return (
    part.figure.unit === whole.figure.unit ||
    (isFormUnit(part.figure.unit) && isFormUnit(whole.figure.unit))
  );
}

/** The words just before a figure, by which it says what it counts. */
function ledBy({ figure, previous }: Node): string {
  const { text } = figure.sentence;
  const from = previous?.figure.sentence === figure.sentence ? previous.figure.end : 0;
  const led = text.slice(Math.max(from, figure.start - 24), figure.start);
  return led.slice(Math.max(...['，', '；', '：', '（'].map((mark) => led.lastIndexOf(mark))) + 1);
}

function isAndSoOn({ figure }: Node): boolean {
  return /^[^，；。]{0,12}等/u.test(figure.sentence.text.slice(figure.end, figure.end + 13));
}

const summing = /(?:共计|合计|总计)(?:为|有)?$/u;
/** What any of these ends with. */
const lastOfSumming = '计为有';

/** 共计, and no word of what: the sum of the figures before it. */
function isSum(node: Node): boolean {
  const { sentence, start } = node.figure;
  if (start === 0 || !lastOfSumming.includes(sentence.text.charAt(start - 1))) return false;
  return summing.test(ledBy(node)) && isEmpty(node.facets) && node.before.every(isPlain);
}

function isPlain(token: Token): boolean {
  return token.is === 'word' && token.sense.meaning.role === 'plain';
}

/** A request comes in by one way only. */
function areWaysIn(whole: Node, parts: readonly Node[], ties: Ties): boolean {
  return ties.has(whole) && parts.every((part) => meaningOf(part).channel !== undefined);
}

/** The parts of a list: figures of the kind of the whole, up to one that is said to come besides. */
function partsOf(nodes: readonly Node[], whole: Node): Node[] {
  const parts: Node[] = [];
  for (const node of nodes) {
    // 结转下年度 after the results stands besides them, and is none of them.
    if (node.roles.has('apart') || isCarried(node.facets)) break;
    // 其中…5条，…7条，共计12条 says the whole again.
    if (isSum(node)) break;
    if (node.measure === 'rate') continue;
    if (node.roles.has('grow') || node.roles.has('shrink')) continue;
    if (!isSameKind(node, whole)) return [];
    parts.push(node);
  }
  return parts;
}

/** The cells of the parts are those of the whole, but for some that are 0. */
function isWholeForm(parts: readonly Node[], whole: Node, ties: Ties, report: Report): boolean {
  const cellsOf = (node: Node): readonly number[] | undefined => {
    const tie = ties.get(node);
    return tie && cellsRestated(report, tie);
  };
  const all = cellsOf(whole);
  const some = parts.map(cellsOf);
  if (all === undefined || some.some((cells) => cells === undefined)) return false;
  const named = some.flatMap((cells) => cells ?? []);
  if (new Set(named).size !== named.length) return false;
  const [left, right] = [sumOfCells(report, all), sumOfCells(report, named)];
  return left !== null && left === right;
}

function value(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { figure }) => sum + figure.value, 0);
}

function claimOf(
  whole: Node,
  parts: readonly Node[],
  isNamed: boolean,
  ties: Ties,
  report: Report,
): BreakdownClaim | null {
  if (parts.length < (isNamed ? 2 : shortest)) return null;
  const last = parts.at(-1);
  if (last === undefined || whole.figure.value === 0) return null;
  const [sum, all] = [value(parts), whole.figure.value];
  const isForm = isWholeForm(parts, whole, ties, report);
  const isOpen = parts.some(isAndSoOn);
  const isNear = sum >= all * nearly && sum <= all / nearly && parts.length >= shortest;
  const hasRest = isRest.test(ledBy(last)) && isNamed;
  if (!isNamed && (!isNear || isOpen)) return null;
  const isComplete = isForm || (!isOpen && (isNear || hasRest));
  const isChannels =
    parts.some((part) => channels.test(ledBy(part))) && !areWaysIn(whole, parts, ties);
  const isApproximate = [whole, ...parts].some(({ figure }) => figure.isApproximate);
  const force: Force = isForm && !isApproximate ? 'firm' : 'weak';
  const claim: BreakdownClaim = {
    kind: 'breakdown',
    figure: whole.figure,
    parts: parts.map(({ figure }) => figure),
    isComplete,
    force,
  };
  const isWrong = judge(report, claim).outcome === 'fail';
  return isWrong && (isChannels || isApproximate) && !isForm ? null : claim;
}

/** `65件（包括：维持60件，其他2件，尚未审结3件）`: a whole and its parts. */
export function breakdownOf(list: List, ties: Ties, report: Report): BreakdownClaim | null {
  if (list.whole !== null) {
    if (list.isOpen) return null;
    return list.isNamed
      ? claimOf(list.whole, partsOf(list.nodes, list.whole), true, ties, report)
      : null;
  }
  // 公开信息357条，概况信息10条，工作动态220条，…: a list that no word introduces.
  const counts = list.nodes.filter((node) => node.measure === 'count');
  const [whole, ...others] = counts;
  if (whole === undefined || others.some((node) => ties.has(node) || node.mark === '；'))
    return null;
  if (!totals.test(ledBy(whole))) return null;
  return claimOf(whole, partsOf(others, whole), false, ties, report);
}

/** `行政复议8件、行政诉讼2件，共计10件`: the figures of a list before the sum that it ends with. */
export function sumBefore({ whole: own, nodes }: List): BreakdownClaim | null {
  const at = own === null ? nodes.findIndex(isSum) : -1;
  const whole = nodes[at];
  if (whole === undefined || whole.mark === '；') return null;
  const parts = nodes.slice(0, at);
  const isPair = parts.length === 2 && parts[1]?.mark !== '；';
  const isAlike = parts.every((part) => isAmount(part) && isSameKind(part, whole));
  if (!isPair || !isAlike || [whole, ...parts].some(({ figure }) => figure.isApproximate))
    return null;
  const [sum, all] = [value(parts), whole.figure.value];
  if (sum < all * nearly || sum > all / nearly) return null;
  const figures = parts.map(({ figure }) => figure);
  return {
    kind: 'breakdown',
    figure: whole.figure,
    parts: figures,
    isComplete: true,
    force: 'weak',
  };
}

/** How much information was disclosed on the organ's own initiative. */
export function isDisclosed(node: Node): boolean {
  return node.measure === 'count' && meaningOf(node).disclosure?.[0] === 'disclosed';
}

/** A list that stands away from its whole has at least so many parts, and comes as near to it. */
const [shortestFar, nearlyFar] = [4, 0.9];

/** 主动公开政府信息90条。…机构设置类信息1条；…其他应公开的信息25条: kinds of information, the rest among them. */
export function farBreakdownOf(
  { whole: own, nodes }: List,
  { disclosed, ties }: { readonly disclosed: Node | null; readonly ties: Ties },
  report: Report,
): BreakdownClaim | null {
  if (own !== null || disclosed === null || nodes.length < shortestFar) return null;
  if (disclosed.figure.sentence.section !== nodes[0]?.figure.sentence.section) return null;
  const parts = partsOf(nodes, disclosed);
  const isAll = parts.length === nodes.length && parts.every((part) => /信息/u.test(ledBy(part)));
  const last = parts.at(-1);
  if (!isAll || last === undefined || !isRest.test(ledBy(last))) return null;
  const ratio = value(parts) / disclosed.figure.value;
  if (ratio < nearlyFar || ratio > 1 / nearlyFar) return null;
  return claimOf(disclosed, parts, false, ties, report);
}
