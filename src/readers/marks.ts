/** The long stroke that Unicode puts through the character before it. */
const stroke = '\u0336';

/** A text that is struck through, so that nobody takes it for what is meant: `5̶` is no figure. */
export function struckThrough(text: string): string {
  return [...text].map((c) => (/\s/u.test(c) ? c : c + stroke)).join('');
}

/** A text that stands raised or lowered behind another: the mark of a note, in brackets so that no figure takes it for its last digits. */
export function raised(text: string): string {
  return text.trim() === '' || /^[（([]/u.test(text.trim()) ? text : `（${text.trim()}）`;
}

/** What a font says of the text set in it. */
export interface Mark {
  readonly isStruck: boolean;
  readonly isRaised: boolean;
}

export const unmarked: Mark = { isStruck: false, isRaised: false };

export function marked(text: string, { isStruck, isRaised }: Mark): string {
  const shown = isStruck ? struckThrough(text) : text;
  return isRaised ? raised(shown) : shown;
}
