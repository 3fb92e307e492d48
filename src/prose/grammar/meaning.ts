/** What a word can say of a figure; each dimension holds one value, or several that are added up. */
export type Dimension =
  /** A line of the table of requests. */
  | 'stage'
  /** Who applied. */
  | 'applicant'
  /** By which way a request came. */
  | 'channel'
  /** What is done with requests, which alone does not tell the line for certain. */
  | 'verb'
  /** Reconsideration or litigation. */
  | 'case'
  /** What came of it. */
  | 'result'
  /** Rules or normative documents. */
  | 'document'
  /** What was done with them. */
  | 'act'
  /** Licences, penalties and the like. */
  | 'matter'
  /** What is counted of them. */
  | 'measure'
  /** What was disclosed in whatever way (form of 2014). */
  | 'disclosure'
  /** The rest of whatever is listed. */
  | 'remainder';

/** What a word does in a sentence. */
export type Role =
  /** Requests are spoken of. */
  | 'request'
  /** A rate is a part of a whole. */
  | 'share'
  | 'grow'
  | 'shrink'
  /** The figures that follow are parts of the one before. */
  | 'list'
  /** What follows is no part of what came before. */
  | 'apart'
  | 'respectively'
  | 'none'
  | 'all'
  /** What follows is last year's, or is measured by it. */
  | 'compare'
  /** Of another year. */
  | 'otherTime'
  /** Of a part of the year, and so is what follows. */
  | 'partTime'
  /** As things stand when it is written: said of what is in force, and else of a part of the year. */
  | 'now'
  /** Something that the form does not count. */
  | 'otherThing'
  /** All of a region, for which only its government reports. */
  | 'region'
  /** Several figures taken together. */
  | 'together'
  /** Says nothing about what a figure means. */
  | 'plain';

export type Meaning = Readonly<Partial<Record<Dimension, string>>> & { readonly role?: Role };

/** Patterns of words, parted by blanks, with what they mean. */
export type Phrases = readonly (readonly [string, Meaning])[];
