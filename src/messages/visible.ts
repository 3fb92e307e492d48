/** Control characters, invisible directional marks and line separators: whatever a terminal might obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A text that came from outside, with everything a terminal might obey written out as \uXXXX. */
export function visible(text: string): string {
  return text.replace(unsafe, escaped);
}

/** Texts from outside are cut to this length in a sentence. */
const longest = 200;

/** `visible`, and short enough to stand in a sentence. */
export function brief(text: string): string {
  return visible(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** JSON as text, with nothing raw in it that a terminal might obey; equal to `JSON.stringify` for a parser. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafe, (c) => (c === '\n' ? c : escaped(c)));
}
