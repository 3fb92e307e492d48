import { CommanderError } from 'commander';
import { visible } from '../messages/visible.ts';
import { isLangAsked, languageOf } from './language.ts';
import { programFor } from './program.ts';
import { ExitCode, type Shell, shellFor, UsageError } from './shell.ts';
import { tellUsage } from './usage.ts';

/** Says what went wrong and which exit code that is: never 1, which says that a report is wrong. */
function tellFailure(error: unknown, shell: Shell): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.pass;
    tellUsage(error, shell);
  } else if (error instanceof Error && error.name === 'UsageError') {
    shell.tell(`giar: ${visible(error.message)}`);
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = trace.split('\n').map(visible);
    shell.tell(`giar: ${shell.texts.defect}: ${lines.join('\n')}`);
  }
  return ExitCode.undone;
}

/** Runs the command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const system = (): string => Intl.DateTimeFormat().resolvedOptions().locale;
  const shell = shellFor(languageOf(argv, process.env, system), isLangAsked(argv));
  // Nobody reads the notes: that changes nothing of the result.
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe went away, or the disk is full: the result is not whole.
    process.exitCode = ExitCode.undone;
    if (error.code !== 'EPIPE') shell.tell(`giar: ${error.message}`);
    process.exit();
  });
  try {
    const [first, topic] = argv;
    const program = programFor(shell, (code) => {
      process.exitCode = code;
    });
    const isTopic = program.commands.some((command) => command.name() === topic);
    if (first === 'help' && topic !== undefined && !topic.startsWith('-') && !isTopic) {
      throw new UsageError(
        shell.texts.usage['commander.unknownCommand'].replace('{0}', () => topic),
      );
    }
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = tellFailure(error, shell);
  }
}
