import { type Command, Option } from 'commander';
import type { AuditFlags } from '../commands/audit.ts';
import { shareIn, wholeNumber } from '../values.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar audit 年报/',
  'giar audit reports/ --out audit/',
  'giar audit reports.ndjson --workers 4',
] as const;

export function declareAudit(
  program: Command,
  { shell, done, readingOptions, settingsOptions, wrapped, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('audit'), examples)))
    .description(texts.audit)
    .argument('<paths...>', texts.auditPaths)
    .addOption(
      new Option('-f, --format <format>', texts.format)
        .choices(['terminal', 'json'])
        .default('terminal'),
    )
    .option('-o, --out <folder>', texts.out)
    .option('--workers <n>', texts.workers, wholeNumber(shell, 1, 256))
    .option('--exclude <pattern>', texts.exclude, (each: string, all: string[] = []) => [
      ...all,
      each,
    ])
    .option('--exclude-from <file>', texts.excludeFrom)
    .option('--members <file>', texts.members)
    .option('--cache <folder>', texts.cache)
    .addOption(
      new Option('--shard <i/n>', texts.shard)
        .argParser(shareIn(texts.shardWanted))
        .conflicts('merge'),
    )
    .option('--merge', texts.merge)
    .addHelpText('after', `\n${wrapped(texts.exitCodes)}`)
    .action(async (paths: string[], flags: AuditFlags) => {
      const { audit } = await import('../commands/audit.ts');
      done(await audit(paths, flags, shell));
    });
}
