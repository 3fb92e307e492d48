import { type Command, Option } from 'commander';
import { reporterNames } from '../../reporters/index.ts';
import { type CheckFlags, check } from '../commands/check.ts';
import { wholeNumber } from '../values.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar check 年报.docx',
  'giar check report.json',
  'giar check "reports/*" --quiet',
  'giar check report.json --format json > result.json',
  'cat reports.ndjson | giar check -',
] as const;

export function declareCheck(
  program: Command,
  { shell, done, readingOptions, wrapped, prepare }: Kit,
): void {
  const { texts } = shell;
  readingOptions(prepare(program.command('check'), examples))
    .description(texts.check)
    .argument('<files...>', texts.files)
    .addOption(
      new Option('-f, --format <format>', texts.format).choices(reporterNames).default('terminal'),
    )
    .addOption(new Option('-v, --verbose', texts.verbose).conflicts('quiet'))
    .option('-q, --quiet', texts.quiet)
    .option('--previous <file>', texts.previous)
    .option('--fix', texts.fix)
    .option('--force', texts.fixForce)
    .option('--max-warnings <n>', texts.maxWarnings, wholeNumber(shell, 0, 1_000_000))
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}`)
    .action(async (files: string[], flags: CheckFlags) => {
      done(await check(files, flags, shell));
    });
}
