import type { Language, Words } from '../model/words.ts';

/** A sentence in one language with its placeholders filled in; every argument is text ready to be shown. */
export function fill(words: Words, args: Readonly<Record<string, string>>, lang: Language): string {
  return words[lang].replace(/\{(\w+)\}/gu, (slot, name: string) => args[name] ?? slot);
}
