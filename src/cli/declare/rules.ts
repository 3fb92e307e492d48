import type { Command } from 'commander';
import type { Kit } from './kit.ts';

const examples = ['giar rules'] as const;

export function declareRules(program: Command, { shell, done, prepare }: Kit): void {
  const { texts } = shell;
  prepare(program.command('rules'), examples)
    .description(texts.rules)
    .action(async () => {
      const { rules } = await import('../commands/rules.ts');
      done(await rules(shell));
    });
}
