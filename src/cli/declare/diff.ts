import { type Command, Option } from 'commander';
import type { DiffFlags } from '../commands/diff.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar diff 草稿.docx 公布.html',
  'giar diff page.html attachment.xlsx --only-tables',
  'giar diff a.json b.json --format json',
] as const;

export function declareDiff(
  program: Command,
  { shell, done, readingOptions, settingsOptions, wrapped, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('diff'), examples)))
    .description(texts.diff)
    .argument('<a>', texts.diffA)
    .argument('<b>', texts.diffB)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .option('--only-tables', texts.onlyTables)
    .addHelpText('after', `\n${wrapped(texts.diffCodes)}`)
    .action(async (a: string, b: string, flags: DiffFlags) => {
      const { diff } = await import('../commands/diff.ts');
      done(await diff(a, b, flags, shell));
    });
}
