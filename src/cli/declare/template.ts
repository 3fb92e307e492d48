import { type Command, Option } from 'commander';
import { editions } from '../../editions/index.ts';
import type { TemplateFlags } from '../commands/template.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar template -o 年报.xlsx',
  'giar template --edition 2021 --format docx -o form.docx',
] as const;

export function declareTemplate(
  program: Command,
  { shell, done, outputOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  outputOptions(prepare(program.command('template'), examples))
    .description(texts.template)
    .addOption(
      new Option('--edition <edition>', texts.edition)
        .choices(editions.map((edition) => edition.id))
        .default(editions.at(-1)?.id),
    )
    .action(async (flags: TemplateFlags) => {
      const { template } = await import('../commands/template.ts');
      done(await template(flags, shell));
    });
}
