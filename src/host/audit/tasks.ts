import type { Batch, OrganBatch, ShownAudit } from '../../audit/batch.ts';
import type { WrongRecord } from '../../audit/partRecords.ts';
import type { Subject } from '../../audit/records.ts';
import type { Share } from '../../audit/share.ts';
import type { DocumentFormat } from '../../documents.ts';
import type { Policy } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import type { Language } from '../../model/words.ts';
import type { Limits } from '../../readers/reader.ts';

/** A file to be read: its path as bytes, as names need not be UTF-8, and its name as it is shown. */
export interface FileToRead {
  readonly path: Uint8Array;
  readonly name: string;
  readonly named: Subject;
}

/** What holds for all tasks of a thread. */
export interface Settings {
  readonly lang: Language;
  readonly maxBytes: number;
  readonly format: 'json' | DocumentFormat | null;
  readonly limits: Limits;
  /** How findings are to be taken. */
  readonly policy: Policy;
  /** Only lines whose organ belongs to this share of all organs. */
  readonly share: Share | null;
  /** Pieces of the page are wanted, and the lists that stand beside it. */
  readonly wantsPage: boolean;
  /** The records are wanted as lines, in their order. */
  readonly wantsRecords: boolean;
  /** Keys of the organs that a list of members names, and of the regions among them. */
  readonly members: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** What a thread is asked to do. */
export type Task =
  | { readonly kind: 'files'; readonly files: readonly FileToRead[] }
  | {
      readonly kind: 'lines';
      readonly file: FileToRead;
      /** Whole lines of NDJSON, the first of which has this number. */
      readonly bytes: Uint8Array;
      readonly firstLine: number;
      /** Every share reads the file and takes its own lines. */
      readonly isDivided: boolean;
    }
  /** A file that cannot be read, or not any further. */
  | {
      readonly kind: 'refused';
      readonly file: FileToRead;
      /** Its number in the file; the largest there is where what follows is not known. */
      readonly line: number;
      readonly problem: Problem;
    }
  | {
      readonly kind: 'records';
      readonly bytes: Uint8Array;
      /** Where each line stands in the part that another run wrote; null for records of our own. */
      readonly places: readonly string[] | null;
    }
  /** Records as they were packed. */
  | { readonly kind: 'organs'; readonly bytes: readonly Uint8Array[] };

/** Pieces of the page, ready to be written; empty where nobody wants one. */
export interface PagePieces {
  readonly organs: Uint8Array;
  /** Tables of reports with findings or problems, and of all others: the page need not have all of them. */
  readonly wrong: Uint8Array;
  readonly right: Uint8Array;
}

/** What a thread says first of all. */
export const ready = 'ready';

/** What comes of it. */
export type Answer =
  | { readonly kind: 'batch'; readonly batch: Batch; readonly page: PagePieces }
  /** The records of a part are not what an audit writes. */
  | { readonly kind: 'wrong'; readonly wrong: WrongRecord }
  | {
      readonly kind: 'organs';
      readonly batch: Omit<OrganBatch, 'audits'>;
      readonly page: PagePieces;
      /** Organs that the list of members names, with their records; regions are shown later. */
      readonly named: readonly ShownAudit[];
    };
