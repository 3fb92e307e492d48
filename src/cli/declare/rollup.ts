import type { Command } from 'commander';
import type { RollupFlags } from '../commands/rollup.ts';
import { wholeNumber } from '../values.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar rollup "members/*.docx" -o region.json --organ 云川市人民政府',
  'giar rollup a.json b.docx | giar check -',
] as const;

export function declareRollup(
  program: Command,
  { shell, done, readingOptions, outputOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  readingOptions(outputOptions(prepare(program.command('rollup'), examples)))
    .description(texts.rollup)
    .argument('<files...>', texts.files)
    .option('--organ <name>', texts.rollupOrgan)
    .option('--year <year>', texts.rollupOwnYear, wholeNumber(shell, 2000, 2099))
    .option('--partial', texts.partial)
    .action(async (files: string[], flags: RollupFlags) => {
      const { rollup } = await import('../commands/rollup.ts');
      done(await rollup(files, flags, shell));
    });
}
