import * as z from 'zod';
import { membersSchema } from './audit/membersSchema.ts';
import { recordSchema } from './binding/recordSchema.ts';
import { editions } from './editions/index.ts';
import { diffSchema } from './model/diffSchema.ts';
import { formOf } from './model/form.ts';
import { resultSchema } from './model/resultSchema.ts';
import { defaultLimits } from './readers/reader.ts';
import { rules } from './rules/index.ts';
import { settingsSchema } from './settings/schema.ts';
import { waiversSchema } from './settings/waiversSchema.ts';

/** The ids of the editions, oldest first. */
export const editionIds: readonly string[] = editions.map((edition) => edition.id);

function asJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { target: 'draft-2020-12' });
}

/** The JSON Schema of `report.json` for an edition; null where there is no such edition. */
export function reportJsonSchema(id: string): object | null {
  const edition = editions.find((e) => e.id === id);
  return edition === undefined ? null : asJsonSchema(recordSchema(formOf(edition)));
}

/** The JSON Schema of what `--format json` prints. */
export function resultJsonSchema(): object {
  return asJsonSchema(resultSchema);
}

/** The JSON Schema of what `giar diff --format json` prints. */
export function diffJsonSchema(): object {
  return asJsonSchema(diffSchema);
}

/** The JSON Schema of `giar.members.json`. */
export function membersJsonSchema(): object {
  return asJsonSchema(membersSchema);
}

const ruleIds: readonly string[] = rules.map(({ id }) => id);

/** The JSON Schema of `giar.config.json`. */
export function settingsJsonSchema(): object {
  return asJsonSchema(settingsSchema(ruleIds, Object.keys(defaultLimits)));
}

/** The JSON Schema of `giar.waivers.json`, and of a baseline. */
export function waiversJsonSchema(): object {
  return asJsonSchema(waiversSchema(ruleIds));
}
