import type { Facets } from './facets.ts';
import { isAmount, type List, type Node } from './nodes.ts';

const verbsOf: Readonly<Record<string, readonly string[]>> = {
  result: ['conclude', 'answer', 'handle', 'accept'],
  applicant: ['receive', 'accept'],
};

/** What kind of whole a part asks for by its own words. */
function kindOf({
  stage,
  applicant,
  channel,
  case: kind,
  result,
}: Facets): 'result' | 'applicant' | 'case' | null {
  if (kind !== undefined || result !== undefined) return 'case';
  if (stage !== undefined) return 'result';
  return applicant !== undefined || channel !== undefined ? 'applicant' : null;
}

function suits({ facets }: Node, kind: 'result' | 'applicant' | 'case'): boolean {
  if (kind === 'case') return facets.case !== undefined;
  if (kind === 'applicant' && facets.stage?.at(-1) === 'newlyReceived') return true;
  return facets.verb?.some((verb) => verbsOf[kind]?.includes(verb)) === true;
}

/**
 * Settles what a list is of, where 其中 goes back over several amounts: the one that its parts add up to,
 * else the last one of the kind that they ask for. The list stays unsettled (`isOpen`) where neither tells.
 */
export function settleWhole(list: List): void {
  const { candidates, nodes } = list;
  if (candidates.length < 2 || nodes.length === 0) return;
  const parts = nodes.filter((node) => isAmount(node) && !node.roles.has('apart'));
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  const equal = candidates.find(({ figure }) => figure.value === sum);
  const kind = parts.map(({ facets }) => kindOf(facets)).find((each) => each !== null) ?? null;
  const suited = kind === null ? undefined : candidates.findLast((each) => suits(each, kind));
  list.isOpen = equal === undefined && suited === undefined;
  list.whole = suited ?? equal ?? list.whole;
}
