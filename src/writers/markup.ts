/** Half a surrogate pair, a control character or a code point that is no character. */
const unstorable = /(?![\t\n\r])[\p{Cs}\p{Cc}\p{Noncharacter_Code_Point}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that can be stored in any file: what cannot is shown as U+FFFD. */
export function storable(text: string): string {
  return text.replace(unstorable, '\ufffd');
}

/** What changes how a text around it is shown, or is not seen at all: format characters and separators. */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}]/gu;

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}

/** A text as content or attribute of HTML or XML; what a terminal might obey is a reference to its number. */
export function escaped(text: string): string {
  return storable(text)
    .replace(/[&<>"']/gu, (c) => entities[c] ?? c)
    .replace(unseen, (c) => `&#x${codeOf(c)};`);
}

/** What programs leave in texts and nobody means. */
const leftOver = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** A text for a format that has no references: without what means nothing, and what else is not seen as `\u202e`. */
export function spelt(text: string): string {
  const lines = storable(text).replace(/\r(?!\n)/gu, '\n');
  return lines.replace(leftOver, '').replace(unseen, (c) => `\\u${codeOf(c)}`);
}
