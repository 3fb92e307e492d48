import { once } from 'node:events';
import { isoOf } from '../model/day.ts';
import type { Language } from '../model/words.ts';
import { type CliTexts, cliTexts } from './texts.ts';

/** What a command gets from the process around it. */
export interface Shell {
  readonly lang: Language;
  /** The language was asked for on the command line. */
  readonly isLangAsked: boolean;
  readonly texts: CliTexts;
  readonly width: number;
  readonly isColored: boolean;
  /** The day that it is here, as 2026-12-31. */
  today(): string;
  /** Writes a part of the result to stdout and waits until there is room for more. */
  write(content: string | Uint8Array): Promise<void>;
  /** Writes a line for the person at the terminal to stderr. */
  tell(line: string): void;
}

export const ExitCode = { pass: 0, fail: 1, undone: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Bad usage: told on stderr, exit 2. Known by its name, as a lazy bundle has a class of its own. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const narrowest = 40;
const usual = 80;

function widthOf(columns: number | undefined): number {
  const asked = columns ?? Number(process.env.COLUMNS);
  return Number.isInteger(asked) && asked > 0 ? Math.max(narrowest, asked) : usual;
}

/** FORCE_COLOR decides, then NO_COLOR, then whether stdout is a terminal that has colours. */
function isColored(): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = process.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return process.stdout.isTTY === true && term !== 'dumb';
}

function today(): string {
  const now = new Date();
  return isoOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

export function shellFor(lang: Language, isLangAsked: boolean): Shell {
  return {
    lang,
    isLangAsked,
    today,
    texts: cliTexts[lang],
    width: widthOf(process.stdout.columns),
    isColored: isColored(),
    async write(content) {
      if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, 'drain');
    },
    tell(line) {
      process.stderr.write(`${line}\n`);
    },
  };
}
