import type { Claim } from './claim.ts';
import type { Equation } from './equation.ts';
import type { Gathered } from './levels.ts';
import type { Report } from './report.ts';
import type { Argument, Finding, Severity } from './run.ts';
import type { Slots, Words } from './words.ts';

/** A small report made to show a rule: all cells 0 but these, without these lines. */
export interface Example {
  readonly edition: string;
  readonly year: number;
  readonly cells: Readonly<Record<string, number | string | null>>;
  readonly without?: readonly string[];
  readonly organ?: string;
  /** As `report.json` has it: 2024-01-31. */
  readonly published?: string;
  /** The ids of the sections that it has a title for. */
  readonly sections?: readonly string[];
  /** Prose of the overview. */
  readonly text?: string;
  /** Prose of the last section. */
  readonly other?: string;
  /** Headers in other words than those of the form, by the first cell below. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The report of the year before, where the rule is about both. */
  readonly before?: Example;
  /** The reports of its members, where the rule is about a region. */
  readonly members?: readonly Example[];
  /** Members of which there is no report. */
  readonly missing?: readonly string[];
}

/** What `giar explain` and the rule's page say of it. */
export interface RulePage {
  readonly title: Words;
  readonly what: Words;
  readonly why: Words;
  readonly mend: Words;
  readonly clause: Words;
  readonly failing: Example;
  readonly passing: Example;
}

export interface Found {
  readonly variant: string;
  readonly args: Readonly<Record<string, Argument>>;
  readonly at: Finding['at'];
  readonly cells: readonly number[];
  readonly severity: Severity;
  /** What the prose says, for a rule about that. */
  readonly claim?: Claim;
  /** The one equation that it is about, for a rule that is given equations. */
  readonly equation?: Equation;
}

/**
 * A rule. Without `find`, `compare` and `gather` it stands for the identities that name it in the editions, of
 * one year or of two: its places are theirs, its predicate is the equation, its severity their status.
 */
export interface Rule {
  readonly id: string;
  readonly sentences: Readonly<Record<string, Words>>;
  readonly page: RulePage;
  readonly find: ((report: Report) => Found[]) | null;
  /** What it sees in a report beside one of an earlier year, whose cells follow its own. */
  readonly compare: ((report: Report, before: Report) => Found[]) | null;
  /** What it says of a region beside its members, whose cells follow the region's own, member by member. */
  readonly gather: ((gathered: Gathered) => Found[]) | null;
}

/** What the sentence of an equation may name; `before` is the year of the other report. */
type EquationSlot = 'line' | 'column' | 'equation' | 'before';

type Fits<W extends Words, Allowed extends string> = [Slots<W['zh']> | Slots<W['en']>] extends [
  Allowed,
]
  ? W
  : never;

/** A rule whose places and predicate are the identities of the editions. */
export function equationRule<const W extends Words>(rule: {
  readonly id: string;
  readonly fails: W & Fits<W, EquationSlot>;
  readonly page: RulePage;
}): Rule {
  const { id, fails, page } = rule;
  return { id, sentences: { fails }, page, find: null, compare: null, gather: null };
}

type Sentences = Readonly<Record<string, Words>>;
type ArgsOf<W extends Words> = Readonly<Record<Slots<W['zh']> | Slots<W['en']>, Argument>>;

/** Makes a `Found`; the compiler sees to it that every placeholder of the sentence has its argument. */
export type Say<S extends Sentences> = <V extends keyof S & string>(
  variant: V,
  args: ArgsOf<S[V]>,
  where: Omit<Found, 'variant' | 'args'>,
) => Found;

/** What is a rule's own whatever it looks at. */
interface Told<S extends Sentences> {
  readonly id: string;
  readonly sentences: S;
  readonly page: RulePage;
}

function sayIn<S extends Sentences>(): Say<S> {
  return (variant, args, where) => ({ variant, args, ...where });
}

/** A rule that looks at something other than arithmetic. */
export function findingRule<const S extends Sentences>(
  rule: Told<S> & { readonly find: (report: Report, say: Say<S>) => Found[] },
): Rule {
  const { id, sentences, page } = rule;
  const say = sayIn<S>();
  const find = (report: Report) => rule.find(report, say);
  return { id, sentences, page, find, compare: null, gather: null };
}

/** A rule that looks at something other than arithmetic in two reports of an organ. */
export function comparingRule<const S extends Sentences>(
  rule: Told<S> & { readonly compare: (report: Report, before: Report, say: Say<S>) => Found[] },
): Rule {
  const { id, sentences, page } = rule;
  const say = sayIn<S>();
  const compare = (report: Report, before: Report) => rule.compare(report, before, say);
  return { id, sentences, page, find: null, compare, gather: null };
}

/** A rule that looks at a region and its members. */
export function gatheringRule<const S extends Sentences>(
  rule: Told<S> & { readonly gather: (gathered: Gathered, say: Say<S>) => Found[] },
): Rule {
  const { id, sentences, page } = rule;
  const say = sayIn<S>();
  const gather = (gathered: Gathered) => rule.gather(gathered, say);
  return { id, sentences, page, find: null, compare: null, gather };
}
