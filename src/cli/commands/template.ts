import { editions } from '../../editions/index.ts';
import { formOf } from '../../model/form.ts';
import { writers } from '../../writers/index.ts';
import { blankForm } from '../../writers/writer.ts';
import { ExitCode, type Shell } from '../shell.ts';
import { formatOf, type OutputFlags, writeOutput } from './output.ts';

export interface TemplateFlags extends OutputFlags {
  readonly edition: string;
}

/** `giar template`: the form of an edition that nobody has filled yet. */
export async function template(flags: TemplateFlags, shell: Shell): Promise<ExitCode> {
  const edition = editions.find(({ id }) => id === flags.edition);
  if (edition === undefined) return ExitCode.undone;
  const content = await writers[formatOf(flags, shell)].write(blankForm(formOf(edition)));
  return writeOutput(content, flags, shell);
}
