import type { FigureClaim, Force } from '../model/claim.ts';
import { judge } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { cellsOf } from './cells.ts';
import { type Facets, facetsOf, filled, groupBeside, isEmpty, rolesOf } from './facets.ts';
import { forceOf, isOfOther, isScoped, yearless } from './force.ts';
import type { Role } from './grammar/meaning.ts';
import { isAmount, type Node, type Parsed } from './nodes.ts';
import { Bit } from './sense.ts';
import { isFormUnit } from './units.ts';

/** A node with the claim that ties it to cells, where it has one. */
export type Ties = Map<Node, FigureClaim>;

/** What such a figure counts is none of what the form counts. */
const strange: readonly Role[] = ['grow', 'shrink', 'none', 'otherTime', 'compare'];

const changedTo = /^(?:调整|变更|增加?|减少?|上升|下?降|提高|压减|精简)(?:至|到|为)/u;
const longestChange = 4;

/** 由57项调整为55项: what it was before, not what the form has. */
function isChangedFrom({ figure: { sentence, start, end } }: Node): boolean {
  const { text } = sentence;
  const isFrom = start > 0 && '由从'.includes(text.charAt(start - 1));
  return isFrom && changedTo.test(text.slice(end, end + longestChange));
}

/** The form has a place for it: what it counts is named, and its unit fits. */
function mayTie(node: Node, { disclosure }: Facets): boolean {
  const { measure, figure, roles } = node;
  if (measure === 'rate' || strange.some((role) => roles.has(role))) return false;
  if (isChangedFrom(node)) return false;
  return measure === 'money' || disclosure !== undefined || isFormUnit(figure.unit);
}

/** Its words, before or behind it, speak of requests. */
function isOnRequests({ roles, after }: Node): boolean {
  return roles.has('request') || rolesOf(after).has('request');
}

/** 结转至2024年办理: what is to be done in the year to which they are carried. */
function isCarriedTo({ before }: Node): boolean {
  const carry = before.findLastIndex(
    (token) => token.is === 'word' && token.sense.values.get(Bit.verb)?.includes('carry') === true,
  );
  return carry >= 0 && before[carry + 1]?.is === 'year';
}

/** 结转 goes back or forward by the year that is named with it. */
function carried(facets: Facets, node: Node, report: Report): Facets {
  const isCarry = facets.verb?.at(-1) === 'carry' || isCarriedTo(node);
  if (!isCarry || facets.stage !== undefined) return facets;
  const { year } = report;
  const named = node.years.at(-1);
  const isBack = year !== null && named !== undefined && named < year;
  return { ...facets, verb: undefined, stage: [isBack ? 'carriedOver' : 'carriedForward'] };
}

/** What a figure was found to be about. */
export function meaningOf(node: Node): Facets {
  return node.meaning ?? node.facets;
}

/** Own words first, then those of the whole it is a part of, of the clauses and the figures before it. */
function meant(node: Node, report: Report): Facets {
  const own = carried(node.facets, node, report);
  const whole = node.list.whole === null ? {} : meaningOf(node.list.whole);
  let facets = isNarrower(own, whole) ? filled(own, whole) : own;
  if (facets.stage === undefined && (facets.applicant ?? facets.channel) !== undefined) {
    facets = filled(facets, pick(node.topic, ['stage']));
  }
  if (isEmpty(facets) && node.list.whole === null && isBare(node)) facets = topicOf(node);
  const before = node.previous === null ? {} : meaningOf(node.previous);
  if (facets.remainder !== undefined) facets = remainderOf(before);
  const isOther = before.matter ?? before.document ?? before.disclosure;
  if (
    facets.stage === undefined &&
    isOther !== undefined &&
    node.mark !== '；' &&
    isVerbAlone(facets)
  ) {
    // 许可申请1520件，办结1518件: what was concluded are no requests for information.
    return {};
  }
  if (facets.verb !== undefined && facets.stage === undefined && before.case !== undefined) {
    facets = filled(facets, pick(before, ['case', 'result']));
    if (facets.result === undefined) facets = { ...facets, result: [] };
  }
  if (facets.result !== undefined && facets.case === undefined) {
    facets = filled(
      facets,
      before.case === undefined ? pick(node.topic, ['case']) : pick(before, ['case']),
    );
  }
  if (facets.act !== undefined && facets.document === undefined && facets.stage === undefined) {
    facets = filled(facets, pick(before, ['document']));
  }
  if (facets.measure !== undefined && facets.matter === undefined) {
    facets = filled(facets, pick(before, ['matter']));
  }
  return facets;
}

/** What the sentence spoke of; of figures in brackets, the words just before the brackets. */
function topicOf({ topic, list, figure }: Node): Facets {
  if (list.label.length === 0) return topic;
  const isStrange = list.label.some((token) => token.is === 'rest' && token.text.length > 1);
  return isStrange ? {} : facetsOf(list.label, figure.sentence.text);
}

function isVerbAlone(facets: Facets): boolean {
  return isEmpty({ ...facets, verb: undefined });
}

/** Nothing stands before it but words such as 共 and 为. */
function isBare({ before, after }: Node): boolean {
  if (after.some((token) => token.is === 'rest')) return false;
  return before.every((token) => token.is === 'word' && token.sense.meaning.role === 'plain');
}

/** 其他 at the end of a list: the last of the kinds that the list goes through. */
function remainderOf({ stage, applicant, case: kind, result }: Facets): Facets {
  if (result !== undefined && kind !== undefined) return { case: kind, result: ['otherResult'] };
  if (applicant !== undefined) return { ...(stage && { stage }), applicant: ['otherOrganization'] };
  const [first = ''] = stage ?? [];
  if (first.startsWith('otherHandling.')) return { stage: ['otherHandling.other'] };
  return ['granted', 'grantedInPart', 'denied', 'unavailable', 'notProcessed'].includes(first)
    ? { stage: ['otherHandling'] }
    : {};
}

function pick(facets: Facets, dimensions: readonly (keyof Facets)[]): Facets {
  const picked: Partial<Record<keyof Facets, readonly string[]>> = {};
  for (const dimension of dimensions) {
    const values = facets[dimension];
    if (values !== undefined) picked[dimension] = values;
  }
  return picked;
}

/** A part that says of itself only what the whole leaves open. */
function isNarrower(own: Facets, whole: Facets): boolean {
  if (isEmpty(own)) return false;
  if (whole.case !== undefined) return own.stage === undefined && own.document === undefined;
  return own.case === undefined && own.document === undefined && own.matter === undefined;
}

/** Figures in a row after 分别: each with the value of its own place; null for those that cannot be told apart. */
function rowOf(
  nodes: readonly Node[],
  at: number,
): { nodes: readonly Node[]; facets: Facets[] } | null {
  const first = nodes[at];
  if (first === undefined || !first.roles.has('respectively')) return null;
  let end = at + 1;
  while (end < nodes.length && nodes[end]?.mark !== '，' && nodes[end]?.mark !== '；') {
    const next = nodes[end];
    if (next === undefined || !isEmpty(next.facets)) break;
    end++;
  }
  const row = nodes.slice(at, end);
  const several = Object.entries(first.facets).filter(
    ([, values]) => values?.length === row.length,
  );
  const [only] = several;
  if (several.length !== 1 || only === undefined || row.length < 2) {
    return { nodes: row, facets: [] };
  }
  const [dimension, values = []] = only;
  return { nodes: row, facets: values.map((value) => ({ ...first.facets, [dimension]: [value] })) };
}

/** What was spoken of before a sentence, in its paragraph. */
export interface Context {
  /** Requests, or information that is disclosed. */
  readonly isAbout: boolean;
  /** The heading speaks of the disclosure of information. */
  readonly isDisclosure: boolean;
  /** Something that only shares the words. */
  readonly isElsewhere: boolean;
  /** That it is about requests is only a guess. */
  readonly isGuess?: boolean;
}

/** Units in which requests are counted, and no word of anything else. */
function mayBeRequest(node: Node): boolean {
  return isAmount(node) && isFormUnit(node.figure.unit) && !node.roles.has('otherThing');
}

/**
 * 收到70件，办结69件, 共收到75件，自然人72件: figures that go together as those of requests do, though
 * nothing says so.
 */
function isElided({ nodes }: Parsed): boolean {
  const isSaid = (is: (facets: Facets) => boolean): boolean =>
    nodes.some((node) => mayBeRequest(node) && is(node.facets));
  const isReceived = isSaid(({ verb }) => verb?.includes('receive') === true);
  const isFollowed = isSaid(
    ({ verb, applicant }) =>
      applicant?.includes('naturalPerson') === true ||
      verb?.some((each) => each === 'conclude' || each === 'answer') === true,
  );
  return isReceived && isFollowed;
}

/** Figures that are only taken for those of requests stand if several of them agree with the cells. */
const fewestElided = 2;

/** Ties the figures of a sentence to cells; returns whether what follows may be about another body. */
export function tie(parsed: Parsed, report: Report, context: Context, ties: Ties): boolean {
  let { isAbout, isElsewhere } = context;
  const { isDisclosure } = context;
  const isOnly = !isAbout && !isElsewhere && isElided(parsed);
  const guessed: Node[] = [];
  let isOther = isElsewhere;
  const done = new Set<Node>();
  const tieNext = (node: Node): void => {
    if (isOnRequests(node)) isAbout = true;
    const { stage } = meaningOf(node);
    if (stage?.some((each) => each === 'newlyReceived' || each === 'carriedOver')) isAbout = true;
    const isGuess = isOnly && !isAbout && stage === undefined && mayBeRequest(node);
    const here = { isAbout: isAbout || isGuess, isDisclosure, isElsewhere, isGuess };
    const tied = tieOne(node, report, here, ties);
    if (isGuess && ties.has(node)) guessed.push(node);
    if (isGuess) return;
    if (tied === 'elsewhere') {
      isElsewhere = true;
      if (isOfOther(node, report)) isOther = true;
    }
    if (tied === 'here') {
      isElsewhere = false;
      isOther = false;
    }
  };
  for (const [i, node] of parsed.nodes.entries()) {
    if (done.has(node)) continue;
    node.meaning = meant(node, report);
    const row = rowOf(parsed.nodes, i);
    if (row === null) {
      tieNext(node);
      continue;
    }
    const first = meaningOf(node);
    for (const [k, each] of row.nodes.entries()) {
      done.add(each);
      const facets = row.facets[k];
      if (facets === undefined) continue;
      each.meaning = filled(facets, first);
      tieNext(each);
    }
  }
  if (guessed.length < fewestElided) for (const node of guessed) ties.delete(node);
  return isOther;
}

/** A verb or nothing but the word 申请 ties a figure only where it stands beside it. */
function isSpoken(
  node: Node,
  { verb, stage, applicant, channel }: Facets,
  isAbout: boolean,
): boolean {
  if (node.isSaidBehind && stage === undefined) return isOnRequests(node);
  if ((stage ?? applicant ?? verb ?? channel) !== undefined) return isAbout;
  return node.list.whole === null && isOnRequests(node);
}

/** It says itself what it counts, and does not lean on the figure before it. */
function standsAlone(node: Node, ties: Ties): boolean {
  const { case: kind, document, matter, disclosure } = node.facets;
  if ((kind ?? document ?? matter ?? disclosure) !== undefined) return true;
  if (isOnRequests(node)) return true;
  const leaning = node.list.whole ?? node.previous;
  return leaning === null || ties.has(leaning);
}

function isSame(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.join() === b.join();
}

/** A mention farther from the figure than this is of something else. */
const nearby = 200;
const onDisclosure = /信息公开|依申请|申请公开|公开申请/u;

/** Cases are about the disclosure of information: the heading or the sentence says so before the figure. */
function isOnDisclosure({ figure }: Node, { isDisclosure }: Context): boolean {
  return (
    isDisclosure ||
    onDisclosure.test(figure.sentence.text.slice(Math.max(0, figure.start - nearby), figure.start))
  );
}

function wholeTieOf({ list: { whole } }: Node, ties: Ties): FigureClaim | undefined {
  return whole === null ? undefined : ties.get(whole);
}

/** What the words of a figure, and those around it, allow a contradiction to be worth. */
function worth(node: Node, force: Force, report: Report, context: Context, ties: Ties): Force {
  const { case: kind, matter } = meaningOf(node);
  const wholeTie = wholeTieOf(node, ties);
  const isElse =
    context.isElsewhere ||
    context.isGuess === true ||
    wholeTie?.force === 'scoped' ||
    node.roles.has('apart') ||
    !standsAlone(node, ties) ||
    (kind !== undefined && matter !== undefined);
  if (isElse) return 'scoped';
  const isLoose =
    (node.list.whole !== null && wholeTie === undefined && node.list.isNamed) ||
    (kind !== undefined && !isOnDisclosure(node, context)) ||
    (node.facets !== meaningOf(node) && isEmpty(node.facets));
  return forceOf(node, meaningOf(node), isLoose && force === 'firm' ? 'weak' : force, report);
}

type Tied = 'here' | 'elsewhere' | 'nowhere';

function tieOne(node: Node, report: Report, context: Context, ties: Ties): Tied {
  const facets = meaningOf(node);
  if (!mayTie(node, facets)) return 'nowhere';
  const isOtherThing = node.roles.has('otherThing') && !node.roles.has('request');
  const isElse = facets.case ?? facets.matter ?? facets.disclosure;
  if (isOtherThing && isElse === undefined)
    return facets.verb === undefined ? 'nowhere' : 'elsewhere';
  const { form } = report;
  const own = cellsOf(form, facets, isSpoken(node, facets, context.isAbout), node.figure.unit);
  if (own === null) return 'nowhere';
  // 因不掌握而无法提供: the kind, or loosely all of its group.
  const group = groupBeside(node.before, facets);
  const wider = group === null ? null : cellsOf(form, { ...facets, stage: [group] }, true);
  const found = wider === null ? own : { ...own, readings: [...own.readings, ...wider.readings] };
  if (isSame(found.readings[0], wholeTieOf(node, ties)?.readings[0])) return 'nowhere';
  const force = worth(node, found.force, report, context, ties);
  const claim: FigureClaim = {
    kind: 'figure',
    figure: node.figure,
    readings: found.readings,
    force,
  };
  const { outcome } = judge(report, claim);
  const isStage = facets.stage !== undefined || facets.verb !== undefined;
  // What is only guessed, of nothing but known words, may stand beside cells that cannot be read.
  const isOpen = outcome === 'inconclusive' && context.isGuess && !isScoped(node, report, facets);
  if (force === 'scoped' && outcome !== 'pass' && !isOpen) {
    const isOwn = isStage && isScoped(yearless(node, node.before), report);
    return isOwn ? 'elsewhere' : 'nowhere';
  }
  ties.set(node, claim);
  return outcome === 'pass' && isStage && force !== 'scoped' ? 'here' : 'nowhere';
}
