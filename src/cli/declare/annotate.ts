import type { Command } from 'commander';
import type { AnnotateFlags } from '../commands/annotate.ts';
import type { Kit } from './kit.ts';

const examples = [
  'giar annotate 年报.docx',
  'giar annotate 年报.xlsx -o marked.xlsx --force',
] as const;

export function declareAnnotate(
  program: Command,
  { shell, done, readingOptions, settingsOptions, prepare }: Kit,
): void {
  const { texts } = shell;
  settingsOptions(readingOptions(prepare(program.command('annotate'), examples)))
    .description(texts.annotate)
    .argument('<file>', texts.annotateFile)
    .option('-o, --output <file>', texts.annotateOutput)
    .option('--force', texts.force)
    .option('--previous <file>', texts.previous)
    .action(async (file: string, flags: AnnotateFlags) => {
      const { annotate } = await import('../commands/annotate.ts');
      done(await annotate(file, flags, shell));
    });
}
