import { diagnose } from './binding/diagnose.ts';
import type { Result } from './model/result.ts';
import type { Run } from './model/run.ts';
import type { Language } from './model/words.ts';
import { checkDocument, resultOfRuns, unreadable } from './pipeline.ts';

/** How a document is to be checked. */
export interface CheckOptions {
  /** Name of the document in places and messages. */
  readonly source?: string;
  /** Language of the messages; zh unless told. */
  readonly lang?: Language;
}

/** `checkDocument` with every misfit diagnosed. */
export function runDocument(input: Uint8Array | string, name: string): Run[] {
  return checkDocument(input, name).map((checked) =>
    'misfit' in checked ? unreadable(checked.source, diagnose(checked.misfit)) : checked,
  );
}

/** JSON has no NaN; written as a text it is a cell that cannot be read, not a blank one. */
function asPrinted(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/**
 * Checks a `report.json` given as text, bytes or a parsed value; an array holds several reports.
 * Bad input is told in the result's `problems`, not thrown.
 * @throws TypeError for a value that JSON cannot hold (a circular one, a bigint)
 */
export function check(input: string | Uint8Array | object, options: CheckOptions = {}): Result {
  const { source = 'report.json', lang = 'zh' } = options;
  const isText = typeof input === 'string' || input instanceof Uint8Array;
  const document = isText ? input : JSON.stringify(input, asPrinted, 2);
  return resultOfRuns(runDocument(document, source), lang);
}
