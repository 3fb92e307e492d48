import { Argument, type Command, Option } from 'commander';
import { editions } from '../../editions/index.ts';
import type { SchemaKind } from '../commands/schema.ts';
import type { Kit } from './kit.ts';

const kinds: readonly SchemaKind[] = ['report', 'result', 'diff', 'members', 'config', 'waivers'];

const examples = ['giar schema report --edition 2021', 'giar schema result'] as const;

export function declareSchema(program: Command, { shell, done, prepare }: Kit): void {
  const { texts } = shell;
  prepare(program.command('schema'), examples)
    .description(texts.schema)
    .addArgument(new Argument('<kind>', texts.kind).choices(kinds))
    .addOption(
      new Option('--edition <edition>', texts.edition)
        .choices(editions.map((edition) => edition.id))
        .default(editions.at(-1)?.id),
    )
    .action(async (kind: SchemaKind, flags: { edition: string }) => {
      const { schema } = await import('../commands/schema.ts');
      done(await schema(kind, flags.edition, shell));
    });
}
