import type { Dimension, Meaning, Role } from './grammar/meaning.ts';

/** Dimensions that say what is counted; a set of them is a number with a bit for each. */
export const dimensions: readonly Dimension[] = [
  'stage',
  'applicant',
  'channel',
  'verb',
  'case',
  'result',
  'document',
  'act',
  'matter',
  'measure',
  'disclosure',
  'remainder',
];

/** Roles that are asked for, likewise; `plain` says nothing. */
const roles: readonly Role[] = [
  'request',
  'share',
  'grow',
  'shrink',
  'list',
  'apart',
  'respectively',
  'none',
  'all',
  'compare',
  'otherTime',
  'partTime',
  'otherThing',
  'region',
  'together',
];

/** A meaning, laid out so that words are looked through without asking each for every dimension. */
export interface Sense {
  readonly meaning: Meaning;
  /** A bit for each dimension that it names. */
  readonly named: number;
  /** A bit for its role. */
  readonly role: number;
  /** By dimension: the values that it gives. */
  readonly values: readonly (readonly string[])[];
}

const noValues: readonly string[] = [];

export function senseOf(meaning: Meaning): Sense {
  let named = 0;
  const values = dimensions.map((dimension, i) => {
    const value = meaning[dimension];
    if (value === undefined) return noValues;
    named |= 1 << i;
    return [...new Set(value.split('+'))];
  });
  const at = meaning.role === undefined ? -1 : roles.indexOf(meaning.role);
  return { meaning, named, role: at < 0 ? 0 : 1 << at, values };
}

const sets = new Map<number, ReadonlySet<Role>>();

/** The roles of a set of bits. */
export function rolesIn(bits: number): ReadonlySet<Role> {
  let known = sets.get(bits);
  if (known === undefined) {
    known = new Set(roles.filter((_, i) => (bits & (1 << i)) !== 0));
    sets.set(bits, known);
  }
  return known;
}
