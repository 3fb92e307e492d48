import { existsSync } from 'node:fs';
import type { CommanderError } from 'commander';
import { visible } from '../messages/visible.ts';
import type { Shell } from './shell.ts';

/** What commander quotes in an error: the name concerned, then the value given. */
function quoted(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/gu)].map((match) => visible(match[1] ?? ''));
}

function hintOf(message: string, shell: Shell): string {
  const { texts } = shell;
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/u.exec(message)?.[1];
  const choices = /Allowed choices are (.*)\.$/u.exec(message)?.[1];
  if (near !== undefined) return ` (${texts.didYouMean} ${near})`;
  return choices === undefined ? '' : ` (${texts.allowed}: ${choices})`;
}

/** Says what is wrong with a command line, in the reader's language, and what to do. */
export function tellUsage(error: CommanderError, shell: Shell): void {
  const { texts } = shell;
  const { code, message } = error;
  if (code === 'commander.help' || code === 'commander.helpDisplayed') return;
  const [name = '', given = ''] = quoted(message);
  if (code === 'commander.unknownCommand' && (/[.*/\\]/u.test(name) || existsSync(name))) {
    shell.tell(`giar: ${texts.checkThis}: giar check ${name}`);
    return;
  }
  const known = Object.entries(texts.usage).find(([key]) => key === code)?.[1];
  const text =
    known === undefined
      ? visible(message)
      : known.replace('{0}', () => name).replace('{1}', () => given);
  shell.tell(`giar: ${text}${hintOf(message, shell)}`);
}
