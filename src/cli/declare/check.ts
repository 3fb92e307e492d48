import { type Command, Option } from 'commander';
import { reporterNames } from '../../reporters/index.ts';
import { type CheckFlags, check } from '../commands/check.ts';
import { withOutput } from '../outputs.ts';
import { wholeNumber } from '../values.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar check 年报.docx',
  'giar check report.json',
  'giar check "reports/*" --quiet',
  'giar check report.json --format json > result.json',
  'giar check "reports/*" --format junit=junit.xml --format sarif=giar.sarif',
  'giar check 年报.docx --watch',
  'cat reports.ndjson | giar check -',
  'giar check "reports/*" --baseline giar.baseline.json --update-baseline',
] as const;

export function declareCheck(
  program: Command,
  { shell, done, readingOptions, settingsOptions, wrapped, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('check'), examples)))
    .description(texts.check)
    .argument('<files...>', texts.files)
    .addOption(
      new Option('-f, --format <format>', texts.checkFormat)
        .choices(reporterNames)
        .argParser(withOutput(shell))
        .default([], 'terminal'),
    )
    .addOption(new Option('-v, --verbose', texts.verbose).conflicts('quiet'))
    .option('-q, --quiet', texts.quiet)
    .option('--previous <file>', texts.previous)
    .option('--fix', texts.fix)
    .option('--force', texts.fixForce)
    .option('--max-warnings <n>', texts.maxWarnings, wholeNumber(shell, 0, 1_000_000))
    .option('--baseline <file>', texts.baseline)
    .option('--update-baseline', texts.updateBaseline)
    .option('--watch', texts.watch)
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}`)
    .action(async (files: string[], flags: CheckFlags & { readonly watch?: boolean }) => {
      const once = () => check(files, flags, shell);
      if (flags.watch !== true) return done(await once());
      const { watching } = await import('../watch.ts');
      const read = flags.previous === undefined ? files : [...files, flags.previous];
      done(await watching(read, once, shell));
    });
}
