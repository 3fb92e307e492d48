import { type AllClaim, wordsOf } from '../model/claim.ts';
import type { Form } from '../model/form.ts';
import { judge, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { cellsOf } from './cells.ts';
import { type Facets, isEmpty, rolesOf } from './facets.ts';
import { meaningOf, type Ties } from './figures.ts';
import { isScoped } from './force.ts';
import type { Node, Statement } from './nodes.ts';

/** Words by which no request came in. */
const receiving = /收|接|受理|有/u;

/** Cells that are 0 if nothing of the kind happened. */
function noneCells(
  form: Form,
  { sentence, start, facets, before }: Statement,
): readonly number[] | null {
  const { case: kinds, result, stage, document, act } = facets;
  if (kinds !== undefined || result !== undefined) {
    const both = kinds ?? ['reconsideration', 'litigation'];
    return cellsOf(form, { case: both, result: result ?? ['total'] }, false)?.readings[0] ?? null;
  }
  if (document !== undefined && act !== undefined) {
    return cellsOf(form, { document, act }, false)?.readings[0] ?? null;
  }
  if (stage !== undefined) return cellsOf(form, { stage }, true)?.readings[0] ?? null;
  const isReceived = receiving.test(sentence.text.slice(start, start + 4));
  if (!isReceived || !rolesOf(before).has('request')) return null;
  return cellsOf(form, { stage: ['newlyReceived'] }, true)?.readings[0] ?? null;
}

/** 均已办结 stands no farther behind the figure that it is said of. */
const mostBetween = 12;

/** 均 goes back to no more figures than this. */
const mostCases = 6;

/** The figures that 均 goes back to: those of a case without a result of their own. */
function casesBefore(statement: Statement, ties: Ties): string[] {
  const found: string[] = [];
  let node = statement.previous;
  for (let steps = 0; node !== null && steps < mostCases; steps++) {
    const facets = meaningOf(node);
    // A figure that was left alone may be about something else.
    if (facets.case === undefined || facets.result !== undefined || !ties.has(node)) break;
    found.push(...facets.case);
    if (node.mark === '；') break;
    node = node.previous;
  }
  return [...new Set(found)];
}

interface Sides {
  readonly cells: readonly number[];
  readonly of: readonly number[];
}

function sides(form: Form, some: Facets, all: Facets): Sides | null {
  const [cells, of] = [cellsOf(form, some, true), cellsOf(form, all, true)];
  const [first, whole] = [cells?.readings[0], of?.readings[0]];
  return first === undefined || whole === undefined ? null : { cells: first, of: whole };
}

function isEqual(report: Report, { cells, of }: Sides): boolean {
  const sum = sumOfCells(report, cells);
  return sum !== null && sum === sumOfCells(report, of);
}

/** What must equal what, if all of what was spoken of was so. */
function allSides(statement: Statement, ties: Ties, report: Report): Sides | null {
  const { facets, topic, previous } = statement;
  const { form } = report;
  // 已审结的均获维持: not of all cases, and the form does not count those that were decided.
  if (topic.verb?.includes('conclude') === true) return null;
  if (facets.result !== undefined) {
    const { result } = facets;
    const sidesOf = (kinds: readonly string[]): Sides | null =>
      kinds.length === 0 ? null : sides(form, { case: kinds, result }, { case: kinds });
    const own = facets.case ?? topic.case;
    if (own !== undefined) return sidesOf(own);
    // 其中直接起诉3件，复议后起诉2件，均维持: the last of the parts alone, or all of them.
    const part = previous?.list.whole ? sidesOf(meaningOf(previous).case ?? []) : null;
    const holds = part !== null && isEqual(report, part);
    return holds ? part : sidesOf(casesBefore(statement, ties));
  }
  const before = previous === null ? topic : meaningOf(previous);
  if (before.case !== undefined) return null;
  if (facets.applicant !== undefined) {
    const { stage = ['newlyReceived'] } = before;
    return sides(form, { stage, applicant: facets.applicant }, { stage });
  }
  const [part, whole] = [facets.stage?.[0], before.stage?.[0]];
  if (part === undefined || whole === undefined || !part.startsWith(`${whole}.`)) return null;
  return sides(form, { stage: [part] }, { stage: [whole] });
}

/** 均按期办结 is said of those that fell due. */
const due = /期|时|限/u;

/** 收到申请70件，均已办结: then none was left to be carried forward. */
function leftOpen(statement: Statement, ties: Ties, { form }: Report): readonly number[] | null {
  const { facets, previous, sentence, start, end } = statement;
  const { verb, ...others } = facets;
  if (verb?.includes('conclude') !== true || !isEmpty(others) || previous === null) return null;
  const [received] = cellsOf(form, { stage: ['newlyReceived'] }, true)?.readings[0] ?? [];
  const readings = ties.get(previous)?.readings ?? [];
  if (!readings.some(([first, ...more]) => first === received && more.length === 0)) return null;
  const { figure } = previous;
  if (due.test(sentence.text.slice(figure.end, end)) || start - figure.end > mostBetween)
    return null;
  return cellsOf(form, { stage: ['carriedForward'] }, true)?.readings[0] ?? null;
}

function isFigured(node: Node | null, statement: Statement): boolean {
  return node !== null && node.figure.start > statement.start && node.figure.start < statement.end;
}

/** `均为结果维持`, `未发生被纠错情况`, `未收到申请`: what all or nothing was. */
export function statementOf(statement: Statement, ties: Ties, report: Report): AllClaim | null {
  if (isFigured(statement.previous, statement)) return null;
  const { role, before } = statement;
  if (rolesOf(before).has('otherThing')) return null;
  const figure = wordsOf(statement.sentence, statement.start, statement.end);
  const isElse =
    isScoped(statement, report) || isScoped({ ...statement, before: statement.lead }, report);
  const force = isElse ? 'scoped' : 'firm';
  let claim: AllClaim | null = null;
  if (role === 'none') {
    const cells = noneCells(report.form, statement);
    if (cells !== null) claim = { kind: 'all', figure, cells, of: null, force };
  } else {
    const both = allSides(statement, ties, report);
    const left = both === null ? leftOpen(statement, ties, report) : null;
    if (both !== null) claim = { kind: 'all', figure, ...both, force };
    // What was carried over from last year may be all that is left.
    if (left !== null && force === 'firm')
      claim = { kind: 'all', figure, cells: left, of: null, force: 'weak' };
  }
  if (claim === null) return null;
  return force === 'scoped' && judge(report, claim).outcome !== 'pass' ? null : claim;
}
