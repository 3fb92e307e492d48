import { type Command, Option } from 'commander';
import type { ClaimsFlags } from '../commands/claims.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar claims 年报.docx',
  'giar claims page.html --format csv > claims.csv',
] as const;

export function declareClaims(
  program: Command,
  { shell, done, readingOptions, settingsOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('claims'), examples)))
    .description(texts.claims)
    .argument('<file>', texts.extractFile)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json', 'csv'])
        .default('terminal'),
    )
    .action(async (file: string, flags: ClaimsFlags) => {
      const { claims } = await import('../commands/claims.ts');
      done(await claims(file, flags, shell));
    });
}
