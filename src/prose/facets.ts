import type { Dimension, Role } from './grammar/meaning.ts';
import { dimensions, rolesIn } from './sense.ts';
import type { Token } from './tokens.ts';

/** What the words around a figure say of it, by dimension; several values are added up. */
export type Facets = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** What may stand between values that are to be added up. */
function isJoiner(token: Token, text: string): boolean {
  if (token.is === 'mark') return token.mark === '、';
  return (
    token.is === 'word' && /^(?:和|及|与|以及|或|并)$/u.test(text.slice(token.start, token.end))
  );
}

/** The values of one dimension, by its index: the last one, and those joined to it. */
function valuesOf(tokens: readonly Token[], dimension: number, text: string): readonly string[] {
  /** Of the words that name it, from the last to the first. */
  let values: readonly string[] | null = null;
  let isJoined = true;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.is === 'word' && (token.sense.named & (1 << dimension)) !== 0) {
      if (!isJoined) break;
      const own = token.sense.values[dimension] ?? [];
      values = values === null ? own : joinedBefore(own, values);
      isJoined = false;
    } else if (values !== null) {
      if (!isJoiner(token, text)) break;
      isJoined = true;
    }
  }
  return values ?? [];
}

/** Different kinds are few, however many words there are. */
function joinedBefore(own: readonly string[], values: readonly string[]): readonly string[] {
  return [...own, ...values.filter((value) => !own.includes(value))];
}

const wide = 'organization';
const applicant = dimensions.indexOf('applicant');

const nothing: Facets = {};

/** What a run of tokens says, in the text of their sentence. */
export function facetsOf(tokens: readonly Token[], text: string): Facets {
  let named = 0;
  let isWide = false;
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    named |= token.sense.named;
    // 法人或其他组织，例如商业企业、科研机构: the examples do not narrow it.
    if (token.sense.values[applicant]?.[0] === wide) isWide = true;
  }
  if (named === 0) return nothing;
  const facets: Partial<Record<Dimension, readonly string[]>> = {};
  for (const [i, dimension] of dimensions.entries()) {
    if ((named & (1 << i)) !== 0) facets[dimension] = valuesOf(tokens, i, text);
  }
  if (isWide) facets.applicant = [wide];
  return facets;
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

export function rolesOf(tokens: readonly Token[]): ReadonlySet<Role> {
  let bits = 0;
  for (const token of tokens) if (token.is === 'word') bits |= token.sense.role;
  return rolesIn(bits);
}
