import { sourceOf } from '../../model/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Answer, Explanation } from '../../model/waiver.ts';
import { answerOf } from './subject.ts';
import { isOver } from './waivers.ts';

/** What is known of a report when its explanations are looked at. */
export interface Looked {
  readonly report: Report;
  /** The report and that of the year before seen as one; null where that was not at hand. */
  readonly joint: Report | null;
  readonly rules: readonly Rule[];
  readonly off: readonly string[];
  readonly today: string | null;
}

/** Whether what is explained would have been found: not where the rule is off, or its other report is not at hand. */
function isTried({ rule: id, cells }: Explanation, { joint, rules, off }: Looked): boolean {
  if (off.includes(id)) return false;
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) return true;
  if (rule.gather !== null) return false;
  // Rates of growth are in the prose of one report and are wrong by another.
  const isOfTwo = rule.compare !== null || id === 'prose-growth';
  const isBeside = Object.keys(cells).some((name) => name.includes('/'));
  return joint !== null || !(isOfTwo || isBeside);
}

function textOf(answer: Answer | undefined): string {
  return answer === undefined ? '?' : answer === null ? 'null' : JSON.stringify(answer);
}

/** What cells say otherwise now: `requests.newlyReceived.total 2109 → 2110`. */
function changesIn(within: Report, { cells }: Explanation): string[] {
  const { cells: own } = within.form;
  return Object.entries(cells).flatMap(([name, then]) => {
    const index = own.findIndex((cell) => cell.name === name);
    const now = index === -1 ? undefined : answerOf(within, index);
    return now === then ? [] : [`${name} ${textOf(then)} → ${textOf(now)}`];
  });
}

const mostTold = 3;

/** Why an explanation does not hold; null where it does, or nobody can tell. */
export function staleNote(
  each: Explanation,
  fitting: ReadonlySet<Explanation>,
  looked: Looked,
): Problem | null {
  const { rule, waiver } = each;
  const source = sourceOf(waiver.place);
  if (fitting.has(each)) {
    if (!isOver(each, looked.today)) return null;
    return problem('waiver-over', { rule, until: waiver.until ?? '' }, source);
  }
  if (!isTried(each, looked)) return null;
  const changes = changesIn(looked.joint ?? looked.report, each);
  if (changes.length === 0) return problem('waiver-unused', { rule }, source);
  const more = changes.length > mostTold ? ' …' : '';
  const told = `${changes.slice(0, mostTold).join(', ')}${more}`;
  return problem('waiver-changed', { rule, changes: told }, source);
}
