import { membersJsonSchema, reportJsonSchema, resultJsonSchema } from '../../schemas.ts';
import { ExitCode, type Shell } from '../shell.ts';

/** `giar schema report --edition 2021`, `giar schema result` and `giar schema members`. */
export async function schema(
  kind: 'report' | 'result' | 'members',
  edition: string,
  shell: Shell,
): Promise<ExitCode> {
  const others = { result: resultJsonSchema, members: membersJsonSchema };
  const found = kind === 'report' ? reportJsonSchema(edition) : others[kind]();
  await shell.write(`${JSON.stringify(found, null, 2)}\n`);
  return found === null ? ExitCode.undone : ExitCode.pass;
}
