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

/** A text as content or attribute of HTML or XML. */
export function escaped(text: string): string {
  return storable(text).replace(/[&<>"']/gu, (c) => entities[c] ?? c);
}
