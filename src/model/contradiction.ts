import type { Claim } from './claim.ts';
import { judge } from './judge.ts';
import type { Report } from './report.ts';
import type { Found } from './rule.ts';

type Kind = Claim['kind'];
type ClaimOf<K extends Kind> = Extract<Claim, { readonly kind: K }>;

function isOf<K extends Kind>(claim: Claim, kind: K): claim is ClaimOf<K> {
  return claim.kind === kind;
}

/** The claims of one kind that the cells, or the prose itself, contradict. */
export function contradicted<K extends Kind>(report: Report, kind: K): ClaimOf<K>[] {
  const found: ClaimOf<K>[] = [];
  for (const claim of report.prose?.claims ?? []) {
    if (isOf(claim, kind) && judge(report, claim).outcome === 'fail') found.push(claim);
  }
  return found;
}

/** How exactly the first of the cells is where a finding stands. */
type Depth = 'table' | 'row' | 'column';

/** Where a finding about a claim stands, and what it is worth. */
export function whereOf(
  { form }: Report,
  claim: Claim,
  cells: readonly number[],
  depth: Depth,
): Omit<Found, 'variant' | 'args'> {
  const first = form.cells[cells[0] ?? -1];
  return {
    at: {
      table: first?.line.table.id ?? null,
      row: depth === 'table' ? null : (first?.line.path ?? null),
      column: depth === 'column' ? (first?.column.id ?? null) : null,
    },
    cells,
    claim,
    severity: claim.force === 'firm' ? 'error' : 'warning',
  };
}
