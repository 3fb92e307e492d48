import type { Repair, RepairGroup } from '../../model/repair.ts';
import type { Finding } from '../../model/run.ts';
import { confidenceOf } from './confidence.ts';
import { shifts, swaps } from './moves.ts';
import { type Bench, type Proof, prove } from './proof.ts';
import { alongRows, sets, singles } from './search.ts';
import { judgedSlip, lineOf } from './slips.ts';
import type { Row, System } from './system.ts';
import { changesOf, type Deltas, type Trial, trialOf } from './trial.ts';
import { asSaid } from './witnessed.ts';

/** What the prose and last year's report say of cells that hold something else. */
export type Said = ReadonlyMap<number, number>;

/** Ways that were found to mend rows. */
export interface Ways {
  readonly all: readonly Deltas[];
  /** The fewest cells that will do. */
  readonly size: number;
  /** How many sets of so few cells there are. */
  readonly smallest: number;
  readonly isComplete: boolean;
}

/** A repair that was proved, with what it costs to leave something unmended. */
export interface Proved {
  readonly repair: Repair;
  readonly proof: Proof;
}

/** How far to look: where only last year's report is against it one cell has to do. */
export type Most = 'one cell' | 'few cells';

const mostShown = 5;
/** Repairs that are proved, at most: each takes a whole run. */
const mostProved = 24;
/** What somebody else saying so is worth, and what is left of it where something stays unexplained. */
const worth = { witness: 3, unsaid: 3 } as const;

function keyOf(deltas: Deltas): string {
  return [...deltas].sort(([a], [b]) => a - b).join(' ');
}

function distinct(found: readonly Deltas[]): Deltas[] {
  return [...new Map(found.map((deltas) => [keyOf(deltas), deltas])).values()];
}

/** Sets of two cells, or of three where two will not do. */
function larger(trial: Trial, others: readonly Deltas[]): { found: Deltas[]; isComplete: boolean } {
  const pairs = sets(trial, 2);
  const found = [...others, ...pairs.sets];
  if (found.length > 0 || !pairs.isComplete) return { found, isComplete: pairs.isComplete };
  const triples = sets(trial, 3);
  return { found: [...triples.sets], isComplete: triples.isComplete };
}

function waysOf(trial: Trial, said: Said, most: Most): Ways {
  const single = singles(trial);
  if (most === 'one cell') {
    return { all: single, size: 1, smallest: single.length, isComplete: true };
  }
  const moves = [...asSaid(trial, said), ...swaps(trial), ...shifts(trial)];
  const { found, isComplete } =
    single.length > 0 ? { found: single, isComplete: true } : larger(trial, alongRows(trial));
  const all = distinct([...found, ...moves]);
  const size = Math.min(...all.map((deltas) => deltas.size));
  return { all, size, smallest: all.filter((each) => each.size === size).length, isComplete };
}

/** What a set of changes leaves said of cells that it is about, and not heeded. */
function unheeded({ system, targets }: Trial, deltas: Deltas, said: Said): number {
  const cells = new Set(targets.flatMap((row) => row.cells));
  return [...said].filter(
    ([cell, value]) =>
      cells.has(cell) && (system.values[cell] ?? 0) + (deltas.get(cell) ?? 0) !== value,
  ).length;
}

function repairOf(bench: Bench, trial: Trial, deltas: Deltas, said: Said): Repair {
  const changes = changesOf(trial, deltas);
  const { slip, cost } = judgedSlip(bench.report, changes, bench.before);
  const heard = changes.filter(({ cell, to }) => said.get(cell) === to).length;
  const all = cost - heard * worth.witness + unheeded(trial, deltas, said) * worth.unsaid;
  return { changes, slip, witnesses: [], cost: all };
}

function inOrder(a: Repair, b: Repair): number {
  return a.cost - b.cost || (a.changes[0]?.cell ?? 0) - (b.changes[0]?.cell ?? 0);
}

/** The repairs of a group that hold when everything is checked again, the likeliest first. */
function proved(bench: Bench, ranked: readonly Repair[], own: readonly Finding[]): Proved[] {
  return ranked.slice(0, mostProved).flatMap((repair) => {
    const proof = prove(bench, repair.changes);
    if (proof === null || !own.every((finding) => proof.gone.includes(finding))) return [];
    return [{ repair: { ...repair, witnesses: proof.witnesses }, proof }];
  });
}

/** The lines that may have been shared out otherwise, where that is what it looks like. */
function linesOf(bench: Bench, all: readonly Proved[]): number[] {
  const found = all.flatMap(({ repair }) => {
    const isShared = repair.slip === 'redistributed' || repair.slip === 'swapped';
    return isShared ? (lineOf(bench.report, repair.changes) ?? []) : [];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

/** What would mend these rows; null where nothing small would. */
export function solve(
  bench: Bench,
  system: System,
  targets: readonly Row[],
  said: Said,
  most: Most = 'few cells',
): RepairGroup | null {
  const trial = trialOf(system, targets);
  const equations = new Set(targets.map(({ equation }) => equation));
  const own = bench.run.findings.filter((f) => f.equation !== null && equations.has(f.equation));
  const ways = waysOf(trial, said, most);
  const ranked = ways.all.map((deltas) => repairOf(bench, trial, deltas, said)).sort(inOrder);
  const all = proved(bench, ranked, own);
  const [best] = all;
  if (best === undefined) return null;
  return {
    findings: bench.run.findings.filter((f) => own.includes(f) || best.proof.gone.includes(f)),
    confidence: confidenceOf(trial, ways, all, said),
    repairs: all.slice(0, mostShown).map(({ repair }) => repair),
    hasMore: all.length > mostShown || ranked.length > mostProved || !ways.isComplete,
    lines: linesOf(bench, all),
  };
}
