import type { ProseFigure } from '../model/claim.ts';
import type { Facets } from './facets.ts';
import type { Role } from './grammar/meaning.ts';
import type { Spoken } from './sentences.ts';
import type { Token } from './token.ts';
import type { Measure } from './units.ts';

/** What was said in a sentence up to some place of it. */
export interface Said {
  /** Words between it and the figure or boundary before it. */
  readonly before: readonly Token[];
  /** Bodies named so far that the grammar does not know. */
  readonly bodies: readonly string[];
  readonly years: readonly number[];
  /** Said so far of a part of the year, or of a region. */
  readonly scopes: ReadonlySet<Role>;
}

/** A figure with what is said of it. */
export interface Node extends Said {
  readonly figure: ProseFigure;
  readonly measure: Measure;
  readonly roles: ReadonlySet<Role>;
  /** Words behind it up to the next boundary. */
  after: readonly Token[];
  /** What its own words say. */
  facets: Facets;
  /** What it was found to be about, by these and the words around; null until that is settled. */
  meaning: Facets | null;
  /** They stand behind it: less sure than words before. */
  isSaidBehind: boolean;
  /** What the clauses before it say for the whole sentence. */
  readonly topic: Facets;
  readonly list: List;
  /** The last amount before it in its list, and in its sentence. */
  readonly beside: Node | null;
  readonly previous: Node | null;
  /** The strongest mark between it and the figure before it. */
  readonly mark: string | null;
}

/** Figures side by side: the parts of a whole, or those of a sentence that are of none. */
export interface List {
  /** What they are parts of. */
  whole: Node | null;
  /** Where 其中 goes back over a sentence or a semicolon: all that it may go back to. */
  readonly candidates: readonly Node[];
  /** The words just before the brackets in which they stand. */
  readonly label: readonly Token[];
  /** Introduced by 其中, 包括, a colon or brackets. */
  readonly isNamed: boolean;
  readonly nodes: Node[];
  first: Node | null;
  last: Node | null;
  separator: string | null;
  /** It cannot be told what it is a list of. */
  isOpen: boolean;
}

/** Words that say all or nothing of something, without a figure. */
export interface Statement extends Said {
  readonly sentence: Spoken;
  readonly role: 'none' | 'all';
  /** Words before it in its clause; `before` are those that follow it. */
  readonly lead: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly facets: Facets;
  readonly topic: Facets;
  readonly previous: Node | null;
}

export interface Parsed {
  readonly nodes: readonly Node[];
  readonly lists: readonly List[];
  readonly statements: readonly Statement[];
}

/** A count or a sum of money, and not by how much it has changed. */
export function isAmount({ measure, roles }: Pick<Node, 'measure' | 'roles'>): boolean {
  return measure !== 'rate' && !roles.has('grow') && !roles.has('shrink');
}
