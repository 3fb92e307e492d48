import type { Dimension, Role } from './grammar/meaning.ts';
import { Bit, rolesIn } from './sense.ts';
import type { Token } from './token.ts';

/** What the words around a figure say of it, by dimension; several values are added up. */
export type Facets = Readonly<Partial<Record<Dimension, Values>>>;

type Values = readonly string[] | undefined;

/** What may stand between values that are to be added up. */
function isJoiner(token: Token, text: string): boolean {
  if (token.is === 'mark') return token.text === '、';
  return (
    token.is === 'word' && /^(?:和|及|与|以及|或|并)$/u.test(text.slice(token.start, token.end))
  );
}

/** The values of the dimension of a bit: the last one, and those joined to it. */
function valuesOf(tokens: readonly Token[], bit: number, text: string): readonly string[] {
  /** Of the words that name it, from the last to the first. */
  let values: readonly string[] | null = null;
  let isJoined = true;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.is === 'word' && (token.sense.named & bit) !== 0) {
      if (!isJoined) break;
      const own = token.sense.values.get(bit) ?? [];
      values = values === null ? own : joinedBefore(own, values);
      isJoined = false;
    } else if (values !== null) {
      if (!isJoiner(token, text)) break;
      isJoined = true;
    }
  }
  return values === null ? [] : finest(values, tokens, bit, text);
}

function saysBit(token: Token, bit: number): readonly string[] {
  return token.is === 'word' ? (token.sense.values.get(bit) ?? []) : [];
}

/** Dimensions whose values are kinds and groups of them. */
const nested = Bit.stage | Bit.case;

/** 因不掌握相关信息无法提供: of one kind and what it is a kind of, the kind is meant; not of 信访类等不予处理. */
function finest(
  values: readonly string[],
  tokens: readonly Token[],
  bit: number,
  text: string,
): readonly string[] {
  const [only, ...more] = values;
  if (only === undefined || more.length > 0 || (bit & nested) === 0) return values;
  const finer = tokens.flatMap((token) =>
    saysBit(token, bit).filter((value) => value.startsWith(`${only}.`)),
  );
  const isOpen = (token: Token): boolean => token.is === 'word' && text[token.start] === '等';
  return finer.length === 1 && !tokens.some(isOpen) ? finer : values;
}

/** The group that tokens name besides the kind of it that they mean; null where they name none. */
export function groupBeside(tokens: readonly Token[], { stage }: Facets): string | null {
  const group = stage?.length === 1 ? stage[0]?.split('.')[0] : undefined;
  if (group === undefined || group === stage?.[0]) return null;
  return tokens.some((token) => saysBit(token, Bit.stage).includes(group)) ? group : null;
}

/** Different kinds are few, however many words there are. */
function joinedBefore(own: readonly string[], values: readonly string[]): readonly string[] {
  return [...own, ...values.filter((value) => !own.includes(value))];
}

/** Facets by what the bit of each dimension gives, all of one shape. */
function facetsBy(of: (bit: number) => Values): Facets {
  return {
    stage: of(Bit.stage),
    applicant: of(Bit.applicant),
    channel: of(Bit.channel),
    verb: of(Bit.verb),
    case: of(Bit.case),
    result: of(Bit.result),
    document: of(Bit.document),
    act: of(Bit.act),
    matter: of(Bit.matter),
    measure: of(Bit.measure),
    disclosure: of(Bit.disclosure),
    remainder: of(Bit.remainder),
  };
}

const wide: Values = ['organization'];
const nothing = facetsBy(() => undefined);

/** What a run of tokens says, in the text of their sentence. */
export function facetsOf(tokens: readonly Token[], text: string): Facets {
  let named = 0;
  let isWide = false;
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    named |= token.sense.named;
    // 法人或其他组织，例如商业企业、科研机构: the examples do not narrow it.
    if (token.sense.isWide) isWide = true;
  }
  if (named === 0) return nothing;
  return facetsBy((bit) => {
    if (isWide && bit === Bit.applicant) return wide;
    return (named & bit) === 0 ? undefined : valuesOf(tokens, bit, text);
  });
}

/** Facets with those of another that they lack. */
export function filled(own: Facets, other: Facets): Facets {
  if (isEmpty(other)) return own;
  if (isEmpty(own)) return other;
  return {
    stage: own.stage ?? other.stage,
    applicant: own.applicant ?? other.applicant,
    channel: own.channel ?? other.channel,
    verb: own.verb ?? other.verb,
    case: own.case ?? other.case,
    result: own.result ?? other.result,
    document: own.document ?? other.document,
    act: own.act ?? other.act,
    matter: own.matter ?? other.matter,
    measure: own.measure ?? other.measure,
    disclosure: own.disclosure ?? other.disclosure,
    remainder: own.remainder ?? other.remainder,
  };
}

export function isEmpty({
  stage,
  applicant,
  channel,
  verb,
  case: kind,
  result,
  document,
  act,
  matter,
  measure,
  disclosure,
  remainder,
}: Facets): boolean {
  const named = stage ?? applicant ?? channel ?? verb ?? kind ?? result ?? document;
  return (named ?? act ?? matter ?? measure ?? disclosure ?? remainder) === undefined;
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
