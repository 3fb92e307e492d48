/** What each problem has to say; the words stand in `messages/`. */
export interface ProblemArgs {
  'file-missing': object;
  'file-directory': { folder: string };
  'file-denied': { reason: string };
  'file-special': object;
  'folder-again': object;
  'thread-died': object;
  'thread-hung': { seconds: string };
  'file-empty': object;
  'file-too-large': { limit: string };
  'pattern-unmatched': object;
  'format-unsupported': { format: string };
  'encoding-unknown': object;
  'archive-broken': { reason: string };
  'document-broken': { format: string; reason: string };
  'message-unread': object;
  'document-encrypted': object;
  'document-too-large': { what: string; limit: string };
  'text-layer-missing': object;
  'reader-missing': { format: string };
  'reader-timeout': { seconds: string };
  'characters-lost': { count: string };
  'sheet-hidden': { sheet: string };
  'rows-hidden': { sheet: string; count: string };
  'rows-unread': { sheet: string; count: string };
  'formula-unvalued': { cell: string };
  'changes-tracked': object;
  'json-syntax': { found: string };
  'json-depth': { limit: string };
  'json-duplicate-key': { key: string };
  'json-forbidden-key': { key: string };
  'no-reports': object;
  'report-not-object': { found: string };
  'key-unknown': { key: string; nearest: string; known: string };
  'value-wrong': { expected: string; found: string };
  'line-length': { expected: string; found: string; columns: string };
  'number-unsafe': { found: string };
  'year-missing': object;
  'year-outside': { year: string; years: string };
  'edition-unknown': { edition: string; editions: string };
  'year-differs': { year: string; other: string };
  'previous-not-before': { year: string; other: string };
  'members-missing': { count: string; members: string };
  'members-other-form': { members: string };
  'members-other-year': { members: string };
  'members-none': object;
  'members-unmatched': { region: string };
  'region-missing': { region: string; years: string };
  'members-column-missing': { column: string };
  'members-cell-blank': { column: string };
  'members-years': { since: string; until: string };
  'member-twice': { member: string; region: string; other: string };
  'member-of-itself': { region: string };
  'members-circle': { circle: string };
  'report-other': { title: string };
  'index-cell-blank': { column: string };
  'index-unread': { file: string; reason: string };
  'index-twice': { file: string; other: string };
  'index-differs': { what: string; found: string; said: string; place: string };
  'tables-missing': object;
  'table-missing': { table: string };
  'table-blank': { table: string };
  'table-opaque': { table: string; what: string };
  'table-twice': { table: string; line: string };
  'figures-missing': object;
  'tables-not-found': object;
  'tables-hidden': object;
  'tables-opaque': { what: string };
  'cells-uncertain': { table: string; count: string };
  'line-unread': { line: string; found: string; expected: string };
  'line-extra': { label: string; line: string };
  'column-extra': { label: string; table: string };
  'more-problems': { count: string };
  'prose-too-long': { count: string };
  'rule-threw': { rule: string; reason: string };
  'rules-off': { count: string; rules: string };
  'rules-lowered': { rules: string };
  'rules-overridden': { count: string };
  'rules-tolerant': object;
  'findings-tolerated': { count: string };
  'waiver-unused': { rule: string };
  'waiver-changed': { rule: string; changes: string };
  'waiver-over': { rule: string; until: string };
  'waiver-subject': object;
}
export type ProblemCode = keyof ProblemArgs;

/** Something that kept the program from doing its work. Texts in `args` are shown as they are. */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | { zh: string; en: string }>>;
  /** The document, with line and column where they are known, e.g. `report.json:7:26`. */
  readonly source: string;
  /** Path of keys inside a JSON document, e.g. `tables.requests.newlyReceived[3]`. */
  readonly path: string | null;
}

/** Explanations that do not hold any more, which count as warnings. */
const stale: readonly ProblemCode[] = ['waiver-unused', 'waiver-changed', 'waiver-over'];

export function isWarning({ code }: Problem): boolean {
  return stale.includes(code);
}

type Spoken<A> = { readonly [K in keyof A]: string | { zh: string; en: string } };

export function problem<C extends ProblemCode>(
  code: C,
  args: Spoken<ProblemArgs[C]>,
  source: string,
  path: string | null = null,
): Problem {
  return { code, args: { ...args }, source, path };
}

const longestList = 20;

/** The problems that the first of many wrong places make, the rest counted; `tell` may be slow. */
export function listed<W>(
  wrongs: readonly W[],
  source: string,
  tell: (wrong: W) => readonly Problem[],
): Problem[] {
  const first = wrongs.slice(0, longestList).flatMap((wrong) => tell(wrong));
  const more = wrongs.length - longestList;
  if (more <= 0) return first;
  return [...first, problem('more-problems', { count: String(more) }, source)];
}
