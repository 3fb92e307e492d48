import {
  diffJsonSchema,
  membersJsonSchema,
  reportJsonSchema,
  resultJsonSchema,
  settingsJsonSchema,
  waiversJsonSchema,
} from '../../schemas.ts';
import { ExitCode, type Shell } from '../shell.ts';

const others = {
  result: resultJsonSchema,
  diff: diffJsonSchema,
  members: membersJsonSchema,
  config: settingsJsonSchema,
  waivers: waiversJsonSchema,
} as const;

export type SchemaKind = 'report' | keyof typeof others;

/** `giar schema report --edition 2021`, `giar schema result` and the like. */
export async function schema(kind: SchemaKind, edition: string, shell: Shell): Promise<ExitCode> {
  const found = kind === 'report' ? reportJsonSchema(edition) : others[kind]();
  await shell.write(`${JSON.stringify(found, null, 2)}\n`);
  return found === null ? ExitCode.undone : ExitCode.pass;
}
