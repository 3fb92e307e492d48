import * as z from 'zod';
import { isoDay } from '../model/day.ts';

const words = z.string().regex(/\S/u);
const answer = z
  .union([
    z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
    z.null(),
    z.string(),
  ])
  .meta({ id: 'answer' });

/** What an explanation says besides its rule and its report. */
export const explanationShape = {
  cells: z
    .record(z.string(), answer)
    .optional()
    .describe('the cells concerned, with what they said when the finding was accepted'),
  details: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('what else the finding names, as giar waive writes it'),
  reason: words.describe('why it is accepted'),
  by: words.optional().describe('who accepted it'),
  until: z.string().regex(isoDay).optional().describe('the last day on which it is accepted'),
};

/** An explanation in `report.json`, which is about that report. */
export const explanationSchema = z
  .strictObject({ rule: words.describe('the id of a rule'), ...explanationShape })
  .meta({ id: 'explanation' });

/** The keys of an explanation. */
export const explanationKeys: readonly string[] = ['rule', ...Object.keys(explanationShape)];
