import type { Command } from 'commander';
import type { Kit } from './kit.ts';

const examples = ['giar explain column-balance'] as const;

export function declareExplain(program: Command, { shell, done, prepare }: Kit): void {
  const { texts } = shell;
  prepare(program.command('explain'), examples)
    .description(texts.explain)
    .argument('<rule>', texts.rule)
    .action(async (id: string) => {
      const { explain } = await import('../commands/rules.ts');
      done(await explain(id, shell));
    });
}
