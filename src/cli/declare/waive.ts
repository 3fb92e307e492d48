import { type Command, InvalidArgumentError } from 'commander';
import { isoDay } from '../../model/day.ts';
import type { WaiveFlags } from '../commands/waive.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar waive 年报.docx row-total requests.newlyReceived.total --reason "系统导出口径不同，已核实"',
  'giar waive report.json published-late --reason "经批准延期" --by 办公室 --until 2027-03-31',
] as const;

export function declareWaive(
  program: Command,
  { shell, done, readingOptions, settingsOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  const day = (text: string): string => {
    if (!isoDay.test(text)) throw new InvalidArgumentError(texts.dayWanted);
    return text;
  };
  settingsOptions(readingOptions(prepare(program.command('waive'), examples)))
    .description(texts.waive)
    .argument('<file>', texts.waiveFile)
    .argument('<rule>', texts.rule)
    .argument('[cell]', texts.waiveCell)
    .requiredOption('--reason <text>', texts.reason)
    .option('--by <name>', texts.by)
    .option('--until <day>', texts.until, day)
    .option('--previous <file>', texts.previous)
    .action(async (file: string, rule: string, cell: string | undefined, flags: WaiveFlags) => {
      const { waive } = await import('../commands/waive.ts');
      done(await waive(file, rule, cell ?? null, flags, shell));
    });
}
