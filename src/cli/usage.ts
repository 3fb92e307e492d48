import { existsSync } from 'node:fs';
import type { CommanderError } from 'commander';
import { visible } from '../messages/visible.ts';
import { nameIn, namesIn } from './names.ts';
import type { Shell } from './shell.ts';

/** Of an argument, unlike of an option, commander names the value first. */
function isOfArgument(message: string): boolean {
  return message.includes('command-argument value');
}

/** What commander quotes in an error: the name concerned, then the value given. */
function quoted(message: string): string[] {
  const words = [...message.matchAll(/'([^']*)'/gu)].map((match) => visible(match[1] ?? ''));
  return isOfArgument(message) ? words.reverse() : words;
}

function hintOf(message: string, shell: Shell): string {
  const { texts } = shell;
  const near = /\n\(Did you mean (?:one of )?([^()]*)\?\)$/u.exec(message)?.[1];
  const choices = /^.*Allowed choices are (.*)\.$/su.exec(message)?.[1];
  if (near !== undefined) return ` (${texts.didYouMean} ${visible(near)}?)`;
  if (choices !== undefined) return ` (${texts.allowed}: ${visible(choices)})`;
  const wanted = /' is invalid\. (.+)$/su.exec(message)?.[1];
  return wanted === undefined ? '' : ` (${visible(wanted)})`;
}

/** Says what is wrong with a command line, in the reader's language, and what to do. */
export function tellUsage(error: CommanderError, shell: Shell): void {
  const { texts } = shell;
  const { code, message } = error;
  if (code === 'commander.help' || code === 'commander.helpDisplayed') return;
  const [named = '', given = ''] = quoted(message);
  if (code === 'commander.unknownCommand' && (/[.*/\\]/u.test(named) || existsSync(named))) {
    const name = /\s/u.test(named) ? `"${named}"` : named;
    shell.tell(`giar: ${texts.checkThis}: giar check ${name}`);
    return;
  }
  const isOwn = !['commander.unknownOption', 'commander.unknownCommand'].includes(code);
  const name = isOwn ? namesIn(texts, nameIn(texts, named)) : named;
  const wanted = isOfArgument(message) ? 'argument' : code;
  const known = Object.entries(texts.usage).find(([key]) => key === wanted)?.[1];
  const text =
    known === undefined
      ? visible(message)
      : known.replace('{0}', () => name).replace('{1}', () => given);
  shell.tell(`giar: ${text}${hintOf(message, shell)}`);
}
