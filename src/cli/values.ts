import { InvalidArgumentError } from 'commander';
import type { Share } from '../audit/share.ts';
import type { Shell } from './shell.ts';

/** A whole number of an option. */
export function wholeNumber(shell: Shell, least: number, most: number): (text: string) => number {
  const { wholeNumber: words } = shell.texts;
  const wanted = words.replace('{least}', String(least)).replace('{most}', String(most));
  return (text) => {
    const fits = /^\d{1,9}$/u.test(text) && Number(text) >= least && Number(text) <= most;
    if (!fits) throw new InvalidArgumentError(wanted);
    return Number(text);
  };
}

/** `2/4`: the second of four shares. */
export function shareIn(wanted: string): (text: string) => Share {
  return (text) => {
    const [number = 0, of = 0] = /^\d{1,4}\/\d{1,4}$/u.test(text)
      ? text.split('/').map(Number)
      : [];
    if (number < 1 || number > of) throw new InvalidArgumentError(wanted);
    return { number, of };
  };
}
