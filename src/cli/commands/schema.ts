import { reportJsonSchema, resultJsonSchema } from '../../schemas.ts';
import { ExitCode, type Shell } from '../shell.ts';

/** `giar schema report --edition 2021` and `giar schema result`. */
export async function schema(
  kind: 'report' | 'result',
  edition: string,
  shell: Shell,
): Promise<ExitCode> {
  const found = kind === 'result' ? resultJsonSchema() : reportJsonSchema(edition);
  await shell.write(`${JSON.stringify(found, null, 2)}\n`);
  return found === null ? ExitCode.undone : ExitCode.pass;
}
