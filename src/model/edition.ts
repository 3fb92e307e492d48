/** What an identity rests on: printed in an official instrument, following from the form's own labels, or only plausible. */
export type Status = 'stated' | 'implied' | 'heuristic';

/** What a cell holds: a whole number from 0, a signed whole number, or a sum of money with decimals. */
export type Figure = 'count' | 'change' | 'amount';

/** A name as the form prints it (zh), in English, and other spellings seen in published reports. */
export interface Label {
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

/** A column of figures. The unit is as the form prints it; null where the form prints none. */
export interface Column extends Label {
  readonly id: string;
  readonly figure: Figure;
  readonly unit: string | null;
}

/** A merged header above columns; it has no id because it holds no figures. */
export interface ColumnGroup extends Label {
  readonly columns: readonly ColumnNode[];
}
export type ColumnNode = Column | ColumnGroup;

/** A line of figures; unit and figure replace those of its columns where the form gives a unit by line. */
export interface Line extends Label {
  readonly id: string;
  readonly unit?: string;
  readonly figure?: Figure;
}

/**
 * A heading over lines. The form prints no figures beside a heading; with `subtotal`, a document
 * that prints them all the same is read, and they are taken as the sum of the lines below. Without
 * those lines the document lacks them, unless the heading `mayStandAlone`: seen so often that it
 * is only a warning.
 */
export interface LineGroup extends Label {
  readonly id: string;
  readonly lines: readonly LineNode[];
  readonly subtotal?: boolean;
  readonly mayStandAlone?: boolean;
}
export type LineNode = Line | LineGroup;

/** One grid of the form. `across`: the form prints the lines side by side in a single row of cells. */
export interface Block extends Label {
  readonly layout: 'down' | 'across';
  readonly columns: readonly ColumnNode[];
  readonly lines: readonly LineNode[];
}

/** A section of the report, with the id of the table that stands in it or of its text in `report.json`. */
export interface Section extends Label {
  readonly id: string;
  /** Words that tell its title, whatever else the title says; `…` stands for a few words between. */
  readonly telling: readonly string[];
}

/** Something that the prose has to mention, in any of these words, and the rule that asks for it. */
export interface Topic {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly words: readonly string[];
  /** Labels of the form that have one of the words in them and do not mention it. */
  readonly besides?: readonly string[];
}

/** The last day, in the year after, on which a report is published in time. */
export interface Deadline {
  readonly month: number;
  readonly day: number;
}

/** Ids of the sections of prose, in the order of the form. */
export const proseSections = ['overview', 'problems', 'other'] as const;

export interface Table extends Label {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/**
 * Σ left (relation) Σ right, once for each column or once for each line.
 * each column: terms are line paths; `a.b.*` stands for every line below the heading `a.b`.
 * each line: terms are column ids; it holds for every line of the table that has these columns.
 */
export interface Identity {
  readonly rule: string;
  readonly table: string;
  readonly each: 'column' | 'line';
  readonly left: readonly string[];
  readonly relation: '=' | '<=' | '>=';
  readonly right: readonly string[];
  readonly status: Status;
  readonly clause: Label;
}

/**
 * Σ left of a report = Σ right of it + Σ before of the report of the year before; once for each of
 * the columns named, or for all, or once for each line that has the columns.
 */
export interface SeriesIdentity {
  readonly rule: string;
  readonly table: string;
  readonly each: 'column' | 'line';
  readonly columns?: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly before: readonly string[];
  readonly status: Status;
  readonly clause: Label;
}

/** Lines that mean different things in different places: a region neither adds them up nor is compared. */
export interface Apart {
  readonly table: string;
  /** Line paths; `a.*` stands for every line below the heading `a`. */
  readonly lines: readonly string[];
  readonly why: Label;
}

/** What the figures of a region owe to those of its members: each is their sum. */
export interface LevelIdentity {
  readonly rule: string;
  /** The tables compared, with the lines compared in them, all where none are named. */
  readonly tables: readonly { readonly table: string; readonly lines?: readonly string[] }[];
  /** Figures of other kinds are not compared: sums of money are rounded by each organ for itself. */
  readonly figures: readonly Figure[];
  readonly apart: readonly Apart[];
  /** Words of a sentence by which a report says that it was added up; `…` stands for some words between. */
  readonly declared: readonly string[];
  readonly clause: Label;
}

/** An official form, complete: what is printed on it, when it applies and which identities its figures obey. */
export interface Edition extends Label {
  readonly id: string;
  readonly authority: string;
  readonly instrument: string;
  /** Report years, inclusive; `to` is null while the form is in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  /** Labels that no other edition prints. */
  readonly fingerprint: readonly string[];
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  readonly deadlines: { readonly department: Deadline; readonly government: Deadline };
  readonly tables: readonly Table[];
  readonly identities: readonly Identity[];
  /** What its figures owe to the report of the year before, of whatever edition that has the same lines. */
  readonly series: readonly SeriesIdentity[];
  /** What the report of a region owes to those of its members. */
  readonly levels: LevelIdentity;
}

/** The edition is the form for reports of this year. */
export function isInForce({ years }: Edition, year: number): boolean {
  return year >= years.from && (years.to === null || year <= years.to);
}
