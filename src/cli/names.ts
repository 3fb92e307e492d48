import type { CliTexts } from './texts.ts';

/** A name that stands for what is to be written, such as `files`, in the reader's language. */
export function nameIn({ names }: CliTexts, name: string): string {
  const known: Readonly<Record<string, string>> = names;
  return Object.hasOwn(known, name) ? (known[name] ?? name) : name;
}

/** A usage or an option with such names in brackets: `check [options] <files...>`. */
export function namesIn(texts: CliTexts, text: string): string {
  return text.replace(
    /([<[])([\w=]+)(\.{3})?([>\]])/gu,
    (_, open: string, name: string, more = '', close: string) =>
      open + nameIn(texts, name) + more + close,
  );
}
