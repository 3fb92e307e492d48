import * as z from 'zod';
import { levels } from '../model/policy.ts';

const name = z.string().regex(/\S/u);

/** Most that a figure of the prose may be off: percentage points, and 元. */
export const mostTolerated = { sharePoints: 1, moneyYuan: 10_000 } as const;

function rulesSchema(rules: readonly string[]) {
  const level = z.enum(levels).optional();
  return z
    .strictObject(Object.fromEntries(rules.map((id) => [id, level])))
    .describe('by the id of a rule: off, warning or error');
}

/**
 * The schema of `giar.config.json`.
 * @param limits names of what `--limit` may widen
 */
export function settingsSchema(rules: readonly string[], limits: readonly string[]) {
  const limit = z.int().min(1).max(999_999_999_999).optional();
  const tolerated = (most: number) => z.number().min(0).max(most).optional();
  return z.strictObject({
    $schema: z.string().optional(),
    lang: z.enum(['zh', 'en']).optional().describe('as --lang'),
    maxSize: z.int().min(1).max(500).optional().describe('as --max-size, in MiB'),
    limit: z
      .strictObject(Object.fromEntries(limits.map((each) => [each, limit])))
      .optional()
      .describe('as --limit'),
    maxWarnings: z.int().min(0).max(1_000_000).optional().describe('as --max-warnings'),
    rules: rulesSchema(rules).optional(),
    overrides: z
      .array(
        z.strictObject({
          organs: z.array(name).min(1).optional().describe('for the reports of these organs'),
          sources: z
            .array(name)
            .min(1)
            .optional()
            .describe('for files that match, seen from the folder of the settings'),
          rules: rulesSchema(rules),
        }),
      )
      .optional()
      .describe('other severities for some reports; the last one that fits counts'),
    tolerances: z
      .strictObject({
        sharePoints: tolerated(mostTolerated.sharePoints).describe(
          'how far a share or rate in the prose may be off, in percentage points',
        ),
        moneyYuan: tolerated(mostTolerated.moneyYuan).describe(
          'how far a sum of money in the prose may be off, in 元',
        ),
      })
      .optional()
      .describe('for figures of the prose only; counts may never be off'),
  });
}
