/** Whatever a terminal might obey or a reader not see: controls, format characters, separators, lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function escaped(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++) {
    text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return text;
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

/** `visibleJson` in one line, without a newline at its end. */
export function visibleLine(value: unknown): string {
  return JSON.stringify(value).replace(unsafe, escaped);
}
