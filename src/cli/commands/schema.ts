import {
  diffJsonSchema,
  membersJsonSchema,
  reportJsonSchema,
  resultJsonSchema,
} from '../../schemas.ts';
import { ExitCode, type Shell } from '../shell.ts';

export type SchemaKind = 'report' | 'result' | 'diff' | 'members';

/** `giar schema report --edition 2021`, `giar schema result`, and the others. */
export async function schema(kind: SchemaKind, edition: string, shell: Shell): Promise<ExitCode> {
  const others = { result: resultJsonSchema, diff: diffJsonSchema, members: membersJsonSchema };
  const found = kind === 'report' ? reportJsonSchema(edition) : others[kind]();
  await shell.write(`${JSON.stringify(found, null, 2)}\n`);
  return found === null ? ExitCode.undone : ExitCode.pass;
}
