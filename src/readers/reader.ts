import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';

/** What an untrusted document may cost; beyond it the document is refused with a problem. */
export interface Limits {
  /** Bytes of all that is unpacked from an archive. */
  readonly unpackedBytes: number;
  /** Entries of an archive. */
  readonly entries: number;
  /** Slots of all grids together, spans expanded. */
  readonly slots: number;
  /** Slots in one row. */
  readonly columns: number;
  /** Nesting of elements or tables. */
  readonly depth: number;
  readonly pages: number;
  /** Seconds that reading may take where it cannot be bounded otherwise. */
  readonly seconds: number;
}

export const defaultLimits: Limits = {
  unpackedBytes: 256 * 2 ** 20,
  entries: 10_000,
  slots: 200_000,
  columns: 1_000,
  depth: 512,
  pages: 500,
  seconds: 60,
};

export interface ReadOptions {
  /** Name of the document, for places and problems. */
  readonly source: string;
  readonly limits: Limits;
}

/**
 * Reads one format into a document. Whatever is wrong with the bytes comes back as a problem:
 * a reader never throws for its input, and fetches, runs and writes nothing.
 */
export type Reader = (
  bytes: Uint8Array,
  options: ReadOptions,
) => Document | Problem | Promise<Document | Problem>;
