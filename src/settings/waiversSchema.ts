import * as z from 'zod';
import { explanationShape } from '../binding/explanationSchema.ts';

const name = z.string().regex(/\S/u);

/** The schema of `giar.waivers.json`, and of a baseline. */
export function waiversSchema(rules: readonly string[]) {
  const waiver = z
    .strictObject({
      rule: z.enum(rules),
      organ: name.optional().describe('the organ whose report it is about, together with "year"'),
      year: z.int().min(1000).max(2100).optional().describe('the year reported on'),
      source: name
        .optional()
        .describe('the file that it is about, seen from the folder of this one'),
      ...explanationShape,
    })
    .meta({ id: 'waiver' });
  return z.strictObject({
    $schema: z.string().optional(),
    kind: z
      .literal('baseline')
      .optional()
      .describe('"baseline" where giar check --update-baseline wrote it'),
    waivers: z.array(waiver),
  });
}
