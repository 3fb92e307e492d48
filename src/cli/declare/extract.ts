import type { Command } from 'commander';
import type { ExtractFlags } from '../commands/extract.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar extract 年报.docx -o report.json',
  'giar extract report.pdf -o tables.xlsx',
  'giar extract page.html | giar check -',
] as const;

export function declareExtract(
  program: Command,
  { shell, done, readingOptions, settingsOptions, outputOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(outputOptions(prepare(program.command('extract'), examples))))
    .description(texts.extract)
    .argument('<file>', texts.extractFile)
    .action(async (file: string, flags: ExtractFlags) => {
      const { extract } = await import('../commands/extract.ts');
      done(await extract(file, flags, shell));
    });
}
