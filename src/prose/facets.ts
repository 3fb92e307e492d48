import type { Dimension, Meaning, Role } from './grammar/meaning.ts';
import type { Token } from './tokens.ts';

/** What the words around a figure say of it, by dimension; several values are added up. */
export type Facets = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** Dimensions that say what is counted. */
const subjects: readonly Dimension[] = [
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

function saidOf(token: Token, dimension: Dimension): string | undefined {
  return token.is === 'word' ? token.meaning[dimension] : undefined;
}

/** What may stand between values that are to be added up. */
function isJoiner(token: Token, text: string): boolean {
  if (token.is === 'mark') return token.mark === '、';
  return (
    token.is === 'word' && /^(?:和|及|与|以及|或|并)$/u.test(text.slice(token.start, token.end))
  );
}

/** The values of one dimension: the last one, and those joined to it. */
function valuesOf(tokens: readonly Token[], dimension: Dimension, text: string): string[] {
  /** From the last to the first. */
  const values: string[] = [];
  let isJoined = true;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    const value = saidOf(token, dimension);
    if (value !== undefined) {
      if (!isJoined) break;
      values.push(...value.split('+').reverse());
      isJoined = false;
    } else if (values.length > 0) {
      if (!isJoiner(token, text)) break;
      isJoined = true;
    }
  }
  return finest([...new Set(values.reverse())], tokens, dimension, text);
}

/** 因不掌握相关信息无法提供: of one kind and what it is a kind of, the kind is meant; not of 信访类等不予处理. */
function finest(
  values: string[],
  tokens: readonly Token[],
  dimension: Dimension,
  text: string,
): string[] {
  const [only, ...more] = values;
  if (only === undefined || more.length > 0) return values;
  const named = tokens.flatMap((token) => saidOf(token, dimension) ?? []);
  const finer = named.filter((value) => value.startsWith(`${only}.`));
  const isOpen = tokens.some((token) => token.is === 'word' && text[token.start] === '等');
  return finer.length === 1 && !isOpen ? finer : values;
}

/** The group that tokens name besides the kind of it that they mean; null where they name none. */
export function groupBeside(tokens: readonly Token[], { stage }: Facets): string | null {
  const group = stage?.length === 1 ? stage[0]?.split('.')[0] : undefined;
  if (group === undefined || group === stage?.[0]) return null;
  return tokens.some((token) => saidOf(token, 'stage') === group) ? group : null;
}

const wide = 'organization';

const nothing: Facets = {};

/** What a run of tokens says, in the text of their sentence. */
export function facetsOf(tokens: readonly Token[], text: string): Facets {
  const named = new Set<Dimension>();
  let isWide = false;
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    for (const dimension of dimensionsOf(token.meaning)) named.add(dimension);
    // 法人或其他组织，例如商业企业、科研机构: the examples do not narrow it.
    if (token.meaning.applicant === wide) isWide = true;
  }
  if (named.size === 0) return nothing;
  const facets: Partial<Record<Dimension, readonly string[]>> = {};
  for (const dimension of named) facets[dimension] = valuesOf(tokens, dimension, text);
  if (isWide) facets.applicant = [wide];
  return facets;
}

const dimensions = new WeakMap<Meaning, readonly Dimension[]>();

function dimensionsOf(meaning: Meaning): readonly Dimension[] {
  let known = dimensions.get(meaning);
  if (known === undefined) {
    known = subjects.filter((dimension) => meaning[dimension] !== undefined);
    dimensions.set(meaning, known);
  }
  return known;
}

/** Facets with those of another that they lack. */
export function filled(own: Facets, other: Facets): Facets {
  if (isEmpty(other)) return own;
  return isEmpty(own) ? other : { ...other, ...own };
}

export function isEmpty(facets: Facets): boolean {
  for (const _ in facets) return false;
  return true;
}

/** The two speak of different things in some dimension that both name. */
export function differ(a: Facets, b: Facets): boolean {
  const [one, two] = [a.case?.[0], b.case?.[0]];
  if (one !== undefined && two !== undefined) return !one.startsWith(two) && !two.startsWith(one);
  return false;
}

/** Requests carried over from another year, or forward to one. */
export function isCarried({ stage }: Facets): boolean {
  return stage?.some((each) => each === 'carriedOver' || each === 'carriedForward') === true;
}

const noRoles: ReadonlySet<Role> = new Set();

export function rolesOf(tokens: readonly Token[]): ReadonlySet<Role> {
  let roles: Set<Role> | null = null;
  for (const token of tokens) {
    const role: Role | undefined = token.is === 'word' ? token.meaning.role : undefined;
    if (role === undefined || role === 'plain') continue;
    roles ??= new Set();
    roles.add(role);
  }
  return roles ?? noRoles;
}
