import { type GrowthClaim, type ProseFigure, wordsOf } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import type { Ties } from './figures.ts';
import { isAmount, type Node, type Parsed } from './nodes.ts';
import { amountsOf, lastYearOf } from './rates.ts';

/** 与上年持平, 比上年翻一番: changes told without a figure. */
const told =
  /(?:(?:与|和|同|比|较)(?:上|去)(?:一年度?|年度?)(?:同期)?(?:相比)?，?|同比)(?:增长)?(?:持平|翻了?一番)/gu;
/** What may stand between an amount and the words that tell its change. */
const between = /^(?:[，、（）]|数量|总量)?$/u;
/** 持平 is said of small changes, too; 翻一番 of what is near to it. */
const [slack, doubled] = [0.05, { low: 85, high: 120 }];

/** A figure is an amount of which a place right behind it tells the change. */
function amountBefore(node: Node | undefined, at: number): Node | null {
  if (node === undefined || node.figure.end > at || !isAmount(node) || node.measure !== 'count')
    return null;
  return between.test(node.figure.sentence.text.slice(node.figure.end, at)) ? node : null;
}

function changeOf(
  words: ProseFigure,
  node: Node,
  report: Report,
  ties: Ties,
  previous: Report | null,
): GrowthClaim | null {
  const tie = ties.get(node);
  if (tie === undefined || tie.force === 'scoped') return null;
  const { whole } = node.list;
  const now = [
    ...amountsOf(node, tie, report),
    // 收到70件，其中自然人60件，与上年持平: one or the other.
    ...(whole === null ? [] : amountsOf(whole, ties.get(whole), report)),
  ];
  const isLevel = words.printed.endsWith('持平');
  const most =
    slack * Math.max(...now.map((_, i) => (i === 0 ? node : (whole ?? node)).figure.value));
  return {
    kind: 'growth',
    by: isLevel ? 'count' : 'rate',
    figure: { ...words, range: isLevel ? { low: -most, high: most } : doubled },
    now,
    before: null,
    lastYear: lastYearOf(now, report, previous),
    sign: 1,
    force: 'weak',
  };
}

/** Changes that the words of a sentence tell of its figures. */
export function changesOf(
  parsed: Parsed,
  report: Report,
  ties: Ties,
  previous: Report | null,
): GrowthClaim[] {
  const sentence = parsed.nodes[0]?.figure.sentence;
  if (sentence === undefined || !/持平|翻了?一番/u.test(sentence.text)) return [];
  const found: GrowthClaim[] = [];
  let next = 0;
  for (const { index, 0: words } of sentence.text.matchAll(told)) {
    while ((parsed.nodes[next]?.figure.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const node = amountBefore(parsed.nodes[next - 1], index);
    if (node === null) continue;
    const figure = wordsOf(sentence, index, index + words.length);
    const claim = changeOf(figure, node, report, ties, previous);
    if (claim !== null) found.push(claim);
  }
  return found;
}
