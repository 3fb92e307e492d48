import type { Dimension, Meaning, Role } from './grammar/meaning.ts';

/** Dimensions that say what is counted, by their bit; a set of them is a number. */
export const Bit = {
  stage: 1 << 0,
  applicant: 1 << 1,
  channel: 1 << 2,
  verb: 1 << 3,
  case: 1 << 4,
  result: 1 << 5,
  document: 1 << 6,
  act: 1 << 7,
  matter: 1 << 8,
  measure: 1 << 9,
  disclosure: 1 << 10,
  remainder: 1 << 11,
} as const satisfies Readonly<Record<Dimension, number>>;

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
  'now',
  'otherThing',
  'region',
  'together',
];

/** A meaning, laid out so that words are looked through without asking each for every dimension. */
export interface Sense {
  readonly meaning: Meaning;
  /** The bits of the dimensions that it names, and of its role. */
  readonly named: number;
  readonly role: number;
  /** It names organizations of all kinds. */
  readonly isWide: boolean;
  /** By the bit of a dimension: the values that it gives. */
  readonly values: ReadonlyMap<number, readonly string[]>;
}

const wide = 'organization';

export function senseOf(meaning: Meaning): Sense {
  const values = new Map<number, readonly string[]>();
  let named = 0;
  for (const [dimension, value] of Object.entries({ ...meaning, role: undefined })) {
    if (value === undefined || !isDimension(dimension)) continue;
    named |= Bit[dimension];
    values.set(Bit[dimension], [...new Set(value.split('+'))]);
  }
  const at = meaning.role === undefined ? -1 : roles.indexOf(meaning.role);
  const isWide = meaning.applicant === wide;
  return { meaning, named, role: at < 0 ? 0 : 1 << at, isWide, values };
}

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(Bit, name);
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
