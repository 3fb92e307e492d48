import type { Command } from 'commander';
import type { ExitCode, Shell } from '../shell.ts';

/** What the declaration of a command is made with. */
export interface Kit {
  readonly shell: Shell;
  /** Takes the exit code of a command that has ended. */
  done(code: ExitCode): void;
  /** Help in the reader's language, with examples, and `--lang`. */
  prepare(command: Command, examples: readonly string[]): Command;
  /** Options of the commands that read files. */
  readingOptions(command: Command): Command;
  /** Options of the commands that obey settings. */
  settingsOptions(command: Command): Command;
  /** Options of the commands that write one file. */
  outputOptions(command: Command): Command;
  /** A text in lines no longer than the terminal is wide. */
  wrapped(text: string): string;
}
