import type { Language } from '../model/words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language asked for on the command line, before the rest of it is understood. */
function askedFor(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[at];
  return word === '--lang' ? words[at + 1] : word?.slice('--lang='.length);
}

/** A language is named on the command line. */
export function isLangAsked(argv: readonly string[]): boolean {
  return askedFor(argv) !== undefined;
}

/** `--lang`, else the locale of the environment, else that of the system. */
export function languageOf(
  argv: readonly string[],
  env: Environment,
  system: () => string,
): Language {
  const asked = askedFor(argv);
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system();
  return /^zh/iu.test(locale) ? 'zh' : 'en';
}
