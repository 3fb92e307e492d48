import type { Match } from './alignRows.ts';
import type { Draft } from './draft.ts';
import type { LabelBook } from './labelBook.ts';

/** What stands around a row as it is bound: the rows taken for lines, and where they are bound to. */
export interface Around {
  readonly chosen: readonly Match[];
  readonly book: LabelBook;
  readonly draft: Draft;
  readonly source: string;
}
