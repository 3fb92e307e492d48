import type { Confidence, Witness } from '../../model/repair.ts';
import type { Proved, Said, Ways } from './solve.ts';
import type { Trial } from './trial.ts';

/** How much likelier the first has to be than the second to be called likely. */
const clearly = 1;

/** Somebody says in so many words what this one cell is. */
function isPlain(witness: Witness): boolean {
  if (witness.kind === 'previous') return true;
  const { force, readings } = witness.claim;
  return force === 'firm' && readings.length === 1 && readings[0]?.length === 1;
}

/** Every changed cell has its new value from somebody else, and no other repair has anybody for it. */
function isDecided([best, ...others]: readonly Proved[]): boolean {
  if (best === undefined) return false;
  const { changes, witnesses } = best.repair;
  const isSaid = changes.every(({ cell }) =>
    witnesses.some((each) => each.cell === cell && isPlain(each)),
  );
  return isSaid && others.every(({ repair }) => repair.witnesses.length === 0);
}

/** Every changed cell is told by two equations or more, so that its value does not hang on one. */
function isOverdetermined({ targets }: Trial, best: Proved): boolean {
  return targets.length >= 2 * best.repair.changes.length;
}

/** Nothing that anybody says of the cells of the group is left unheeded. */
function isHeeded({ targets, system }: Trial, best: Proved, said: Said): boolean {
  const cells = new Set(targets.flatMap((row) => row.cells));
  const after = new Map(best.repair.changes.map(({ cell, to }) => [cell, to]));
  return [...said].every(
    ([cell, value]) => !cells.has(cell) || (after.get(cell) ?? system.values[cell]) === value,
  );
}

function isCertain(trial: Trial, ways: Ways, all: readonly Proved[], said: Said): boolean {
  const [best] = all;
  if (best === undefined || !ways.isComplete || !isHeeded(trial, best, said)) return false;
  const { changes, slip, witnesses } = best.repair;
  if (changes.length > ways.size || changes.length > 2) return false;
  if (isDecided(all)) return true;
  const isOnly = ways.smallest === 1 && isOverdetermined(trial, best);
  return isOnly && (witnesses.length > 0 || (slip !== null && slip !== 'redistributed'));
}

/** How sure the first of these repairs is. */
export function confidenceOf(
  trial: Trial,
  ways: Ways,
  all: readonly Proved[],
  said: Said,
): Confidence {
  const [best, second] = all;
  if (isCertain(trial, ways, all, said)) return 'certain';
  if (best === undefined) return 'ambiguous';
  const isClear = second === undefined || best.repair.cost + clearly <= second.repair.cost;
  return isClear && ways.isComplete ? 'likely' : 'ambiguous';
}
