import * as z from 'zod';
import { formats } from '../model/document.ts';
import type { FrozenReport } from '../model/frozen.ts';
import { findingSchema, problemSchema } from '../model/resultSchema.ts';
import { countsOf } from '../model/run.ts';
import type { AuditRecord } from './records.ts';

const count = z.int().min(0);
const text = z.string();
const optionalText = text.nullable();
const optionalNumber = z.number().nullable();

const at = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), line: count, column: count }),
  z.object({ kind: z.literal('cell'), table: count, row: count, column: count }),
  z.object({ kind: z.literal('paragraph'), paragraph: count }),
  z.object({ kind: z.literal('sheet'), sheet: text, cell: text }),
  z.object({
    kind: z.literal('page'),
    page: count,
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
]);
const place = z.object({ source: text, at: at.nullable(), line: count.nullable() });

/** There are hundreds of them in a record: a loop takes a tenth of the time of a schema. */
function arrayOf<T>(isOne: (each: unknown) => each is T): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>((value) => Array.isArray(value) && value.every(isOne));
}
const numbers = arrayOf((each): each is number => Number.isFinite(each));
const prints = arrayOf((each): each is string | null => each === null || typeof each === 'string');

const frozen = z.object({
  source: text,
  format: z.enum(formats),
  organ: optionalText,
  year: z.int().nullable(),
  published: z.object({ year: count, month: count, day: count }).nullable(),
  edition: text,
  kinds: text.regex(/^[0-5]*$/u),
  values: numbers,
  printed: prints.nullable(),
  places: z.array(place).nullable(),
  passages: z.array(z.object({ section: optionalText, text, place })),
});

const report = z.object({
  source: text,
  organ: optionalText,
  year: z.int().nullable(),
  edition: optionalText,
  format: z.enum(formats).nullable(),
  verdict: z.enum(['pass', 'fail', 'not-assessable']),
  errors: count,
  warnings: count,
  waived: count,
  flow: z.object({
    newlyReceived: optionalNumber,
    carriedOver: optionalNumber,
    handled: optionalNumber,
    carriedForward: optionalNumber,
  }),
});

const recordSchema = z.object({
  order: z.object({ file: text, line: count }),
  report,
  findings: z.array(findingSchema.extend({ ruleId: text.regex(/^[a-z]+(?:-[a-z]+)*$/u) })),
  problems: z.array(problemSchema),
  notes: z.array(problemSchema),
  stale: z.array(problemSchema).exactOptional(),
  frozen: frozen.nullable(),
  grows: z.boolean(),
}) satisfies z.ZodType<AuditRecord>;

/** The key that does not fit the form; null where all do. */
function misfitIn({ kinds, values, printed, places }: FrozenReport, cells: number): string | null {
  if (values.length !== cells) return 'frozen.values';
  if (kinds !== '' && kinds.length !== cells) return 'frozen.kinds';
  if (printed !== null && printed.length !== cells) return 'frozen.printed';
  return places !== null && places.length !== cells ? 'frozen.places' : null;
}

/** What one part of a record says otherwise than another; null where all agree. */
function contradictionIn(
  { report, findings, frozen }: AuditRecord,
  cellsOf: (edition: string) => number | null,
): string | null {
  const counts = countsOf(findings);
  for (const key of ['errors', 'warnings', 'waived'] as const)
    if (report[key] !== counts[key]) return `report.${key}`;
  if (report.verdict === 'pass' && counts.errors > 0) return 'report.verdict';
  if (frozen === null) return null;
  const cells = cellsOf(frozen.edition);
  if (cells === null) return 'frozen.edition';
  for (const key of ['edition', 'organ', 'year'] as const)
    if (report[key] !== frozen[key]) return `report.${key}`;
  return misfitIn(frozen, cells);
}

/**
 * The path of the first key that keeps a value from being a record, `.` for the whole; null for a record.
 * @param cellsOf how many cells the form of an edition has; null for an edition that there is not
 */
export function wrongIn(
  value: unknown,
  cellsOf: (edition: string) => number | null,
): string | null {
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return contradictionIn(parsed.data, cellsOf);
  return parsed.error.issues[0]?.path.join('.') || '.';
}

/** What of the `audit.json` of a part is needed to merge it. */
export const partSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('giar'), version: z.string() }),
  lang: z.enum(['zh', 'en']),
  files: z.object({ read: count, leftAside: count }),
  shard: z.object({ number: z.int().min(1), of: z.int().min(1) }).nullable(),
  interrupted: z.object({ unread: count }).nullable(),
  problems: z.array(problemSchema),
});
export type Part = z.infer<typeof partSchema>;
