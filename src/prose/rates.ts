import {
  type Amount,
  type FigureClaim,
  type GrowthClaim,
  isCells,
  type ShareClaim,
} from '../model/claim.ts';
import { cellsRestated, judge, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { cellsOf } from './cells.ts';
import { type Facets, facetsOf, isEmpty, rolesOf } from './facets.ts';
import { meaningOf, type Ties } from './figures.ts';
import { isScoped, yearless } from './force.ts';
import type { Role } from './grammar/meaning.ts';
import type { Node } from './nodes.ts';
import type { Token } from './token.ts';

function roleOf(token: Token): Role | undefined {
  return token.is === 'word' ? token.sense.meaning.role : undefined;
}

/** The tokens before and behind the last one of a role. */
function parted(tokens: readonly Token[], role: Role): [readonly Token[], readonly Token[]] {
  const at = tokens.findLastIndex((token) => roleOf(token) === role);
  return [tokens.slice(0, at), tokens.slice(at + 1)];
}

function readingsOf(
  tokens: readonly Token[],
  node: Node,
  report: Report,
): readonly (readonly number[])[] {
  const { text } = node.figure.sentence;
  return (
    cellsOf(report.form, facetsOf(tokens, text), rolesOf(tokens).has('request'))?.readings ?? []
  );
}

/** A figure as it is printed, and the cells it restates. */
export function amountsOf(node: Node, tie: FigureClaim | undefined, report: Report): Amount[] {
  if (tie === undefined) return [node.figure];
  const cells = cellsRestated(report, tie);
  return cells === undefined ? [node.figure] : [node.figure, cells];
}

/** The amount that a rate is said of: the last one on its own level, or the one whose brackets it stands in. */
function subjectOf(node: Node): Node | null {
  return node.beside ?? node.list.whole ?? node.previous;
}

/** Cells of the same kind that a share may be of, where the prose does not say. */
const usualWholes = [
  ['handled'],
  ['answered'],
  ['newlyReceived'],
  ['newlyReceived', 'carriedOver'],
];

/** The kind of result that all these are kinds of. */
function groupOf(stages: readonly string[] = []): string | undefined {
  const groups = new Set(stages.map((stage) => stage.split('.')[0]));
  const [only] = groups;
  return groups.size === 1 && stages.every((stage) => stage.includes('.')) ? only : undefined;
}

function usual(node: Node, report: Report, ties: Ties): Amount[] {
  const wholes: Amount[] = [];
  for (let at = node.previous?.list.whole ?? null; at !== null; at = at.list.whole) {
    wholes.push(...amountsOf(at, ties.get(at), report));
  }
  const { form } = report;
  const isOfApplicants = node.previous !== null && meaningOf(node.previous).applicant !== undefined;
  for (const stages of isOfApplicants ? [['newlyReceived'], ...usualWholes] : usualWholes) {
    wholes.push(...(cellsOf(form, { stage: stages }, true)?.readings ?? []));
  }
  const group = node.previous === null ? undefined : groupOf(meaningOf(node.previous).stage);
  if (group !== undefined)
    wholes.push(...(cellsOf(form, { stage: [group] }, true)?.readings ?? []));
  // Figures side by side: the first may be what the others are parts of.
  const first = node.previous?.list.first ?? null;
  if (first !== null && first !== node.previous) wholes.push(first.figure);
  return wholes;
}

/** More figures than this in the sentence before are not looked through for each share. */
const mostBefore = 32;

function isAlike(a: Facets, b: Facets): boolean {
  const said = (facets: Facets): string =>
    JSON.stringify(Object.entries(facets).filter(([, values]) => values !== undefined));
  return said(a) === said(b);
}

/** 主动公开政府信息198条…。主动公开的政府信息占41.5%: the part of a list that the sentence before names so. */
function namedBefore(said: Facets, earlier: readonly Node[]): Node | null {
  if (earlier.length > mostBefore) return null;
  const found = earlier.filter(
    (node) =>
      node.measure === 'count' && node.list.whole !== null && isAlike(meaningOf(node), said),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A share of something that the form has no cell for, by the figures of the sentence before. */
function shareOfBefore(
  node: Node,
  said: Facets,
  report: Report,
  earlier: readonly Node[],
): ShareClaim | null {
  const part = namedBefore(said, earlier);
  const whole = part?.list.whole ?? null;
  if (part === null || whole === null || isScoped({ ...node, before: [] }, report)) return null;
  return {
    kind: 'share',
    figure: node.figure,
    parts: [part.figure],
    wholes: [whole.figure],
    force: 'weak',
  };
}

/** `802件，约占全部答复数的35.6%`: what part of a whole an amount is. */
export function shareOf(
  node: Node,
  report: Report,
  ties: Ties,
  earlier: readonly Node[],
): ShareClaim | null {
  if (!node.roles.has('share') || node.roles.has('respectively') || node.figure.unit === '倍')
    return null;
  if (node.roles.has('grow') || node.roles.has('shrink') || /百分点/u.test(node.figure.unit))
    return null;
  const [ahead, behind] = parted(node.before, 'share');
  const said = facetsOf(ahead, node.figure.sentence.text);
  const isOwn = !isEmpty(said);
  const own = isOwn ? readingsOf(ahead, node, report) : [];
  if (isOwn && own.length === 0) return shareOfBefore(node, said, report, earlier);
  const numerator = isOwn ? null : subjectOf(node);
  if (!isOwn && (numerator === null || numerator.measure !== 'count')) return null;
  if (node.roles.has('together')) return null;
  const tie = numerator === null ? undefined : ties.get(numerator);
  const parts = numerator === null ? own : amountsOf(numerator, tie, report);
  const base = facetsOf(behind, node.figure.sentence.text);
  const isCase = numerator !== null && meaningOf(numerator).case !== undefined;
  // 占审结数的: of those cases that are decided, which the form does not count.
  if (isCase && base.verb !== undefined) return null;
  const named = readingsOf(behind, node, report);
  const wholes = named.length > 0 ? named : usual(node, report, ties);
  const isTied = isOwn || tie !== undefined;
  const isNamed = numerator?.list.isNamed === true && numerator.list.whole !== null;
  if ((!isTied && !isNamed) || wholes.length === 0) return null;
  const { bodies, years, scopes } = node;
  const isLoose = isScoped({ before: [...ahead, ...behind], bodies, years, scopes }, report);
  const isFirm = isTied && tie?.force !== 'weak' && !node.figure.isApproximate && !isLoose;
  const force = isLoose || tie?.force === 'scoped' ? 'scoped' : isFirm ? 'firm' : 'weak';
  const claim: ShareClaim = { kind: 'share', figure: node.figure, parts, wholes, force };
  return force === 'scoped' && judge(report, claim).outcome !== 'pass' ? null : claim;
}

/** 增长-5% is said of what has shrunk; of what 下降-5% is said nobody knows. */
function isNegative({ figure: { sentence, start } }: Node): boolean {
  return /[-－−]/u.test(sentence.text[start - 1] ?? '');
}

/** What the cells of amounts held in last year's report; a printed figure held what its cells did. */
export function lastYearOf(
  now: readonly Amount[],
  { form }: Report,
  previous: Report | null,
): (number | null)[] {
  if (previous === null) return now.map(() => null);
  const sums = now.map((amount) => {
    if (!isCells(amount)) return null;
    const cells = amount.map((cell) =>
      previous.form.cells.findIndex(({ name }) => name === form.cells[cell]?.name),
    );
    return cells.includes(-1) ? null : sumOfCells(previous, cells);
  });
  return now.map((amount, i) => sums[isCells(amount) ? i : i + 1] ?? null);
}

/** 较2021年的290宗, 比上年的10条: the figure that this year's is measured by. */
function isOfBefore({ roles, before }: Node, { year }: Report): boolean {
  if (roles.has('otherTime') || roles.has('compare')) return true;
  return before.some((token) => token.is === 'year' && year !== null && token.year < year);
}

/** 增加20件 is a change only where it is said since when; that something new came about is none. */
function tellsChange({ measure, roles, figure: { unit } }: Node): boolean {
  if (measure === 'rate') return !/百分点/u.test(unit);
  return measure === 'count' && (roles.has('compare') || roles.has('otherTime'));
}

/** `解读信息44条，比上一年增长33.3%`, `比上一年增加11条`: by how much an amount has changed since last year. */
export function growthOf(
  node: Node,
  report: Report,
  ties: Ties,
  previous: Report | null,
): GrowthClaim | null {
  const isUp = node.roles.has('grow');
  if (!tellsChange(node) || isUp === node.roles.has('shrink')) return null;
  if (node.roles.has('respectively')) return null;
  if (isNegative(node) && !isUp) return null;
  const [ahead] = parted(node.before, isUp ? 'grow' : 'shrink');
  const { text } = node.figure.sentence;
  const isOwn = !isEmpty(facetsOf(ahead, text)) || rolesOf(ahead).has('request');
  const own = isOwn ? readingsOf(ahead, node, report) : [];
  const isLoose = isScoped(yearless(node, ahead), report);
  if (isOwn && (own.length === 0 || isLoose)) return null;
  const last = subjectOf(node);
  const isBefore = last !== null && isOfBefore(last, report);
  const numerator = isBefore ? (last.beside ?? last.previous) : last;
  if (!isOwn && (numerator === null || numerator.measure !== 'count' || isLoose)) return null;
  const now = isOwn || numerator === null ? own : amountsOf(numerator, ties.get(numerator), report);
  const isRate = node.measure === 'rate';
  const isVague = node.figure.isApproximate || numerator?.figure.isApproximate === true;
  return {
    kind: 'growth',
    by: isRate ? 'rate' : 'count',
    figure: node.figure,
    now,
    before: isBefore && last !== null ? last.figure : null,
    lastYear: lastYearOf(now, report, previous),
    sign: isUp && !isNegative(node) ? 1 : -1,
    // A number of something that no cell counts may be of something else than the figure before it.
    force: isVague || (!isRate && !now.some(isCells)) ? 'weak' : 'firm',
  };
}
