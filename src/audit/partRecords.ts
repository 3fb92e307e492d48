import { type AuditRecord, isRecord } from './records.ts';

/** A line of a part that is no record: where it stands, and the path of what is wrong in it. */
export interface WrongRecord {
  readonly place: string;
  readonly path: string;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Records that another run wrote, or the first line that is none.
 * @param places of the lines in turn, such as `part/records.ndjson:7`
 * @param cellsOf how many cells the form of an edition has; null for an edition that there is not
 */
export async function partRecordsIn(
  text: string,
  places: readonly string[],
  cellsOf: (edition: string) => number | null,
): Promise<readonly AuditRecord[] | WrongRecord> {
  const { wrongIn } = await import('./recordSchema.ts');
  const records: AuditRecord[] = [];
  const lines = text.split('\n').filter((line) => line !== '');
  for (const [i, line] of lines.entries()) {
    const value = parsed(line);
    const path = wrongIn(value, cellsOf);
    if (path !== null || !isRecord(value)) return { place: places[i] ?? '', path: path ?? '.' };
    records.push(value);
  }
  return records;
}
