import { type Command, Option } from 'commander';
import type { SelftestFlags } from '../commands/selftest.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar selftest 年报.docx',
  'giar selftest report.json --format json > selftest.json',
] as const;

export function declareSelftest(
  program: Command,
  { shell, done, readingOptions, settingsOptions, wrapped, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('selftest'), examples)))
    .description(texts.selftest)
    .argument('<file>', texts.extractFile)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .addHelpText('after', `\n${wrapped(texts.selftestCodes)}`)
    .action(async (file: string, flags: SelftestFlags) => {
      const { selftest } = await import('../commands/selftest.ts');
      done(await selftest(file, flags, shell));
    });
}
