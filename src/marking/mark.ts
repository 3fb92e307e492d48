import type { At } from '../model/document.ts';

/** What a colour says: an error, a warning, or a finding that was accepted. */
export const tones = ['error', 'warning', 'waived'] as const;
export type Tone = (typeof tones)[number];

/** A figure in a sentence, in plain text as `prose/` has it; all of it stands in one paragraph or cell. */
export interface Quote {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** What is to be shown at a place of a document. */
export interface Mark {
  /** null for what has no place of its own. */
  readonly at: At | null;
  readonly tone: Tone;
  /** It may itself be wrong; otherwise it only stands in the same equation. */
  readonly isMain: boolean;
  /** Of a text, the figure concerned; null for all of it. */
  readonly quote: Quote | null;
  /** What the comment says, paragraph by paragraph; none where there is only a colour. */
  readonly lines: readonly string[];
}

/** A copy with its marks. */
export interface Marked {
  readonly bytes: Uint8Array;
  /** Comments that stand at the beginning, as their places were not found or lie where no comment can. */
  readonly displaced: number;
}

const colours: Readonly<Record<Tone, readonly [main: string, beside: string]>> = {
  error: ['FF9999', 'FFE1E1'],
  warning: ['FFE066', 'FFF6CC'],
  waived: ['BFBFBF', 'E8E8E8'],
};

/** The colour of a mark, as six hexadecimal digits. */
export function colourOf({ tone, isMain }: Pick<Mark, 'tone' | 'isMain'>): string {
  return colours[tone][isMain ? 0 : 1];
}

/** Whether a mark outranks another one at the same place. */
export function outranks(a: Mark, b: Mark): boolean {
  if (a.isMain !== b.isMain) return a.isMain;
  return tones.indexOf(a.tone) < tones.indexOf(b.tone);
}

/** Paragraphs of comments one after the other; what several of them say is said once, behind the last of them. */
function joined(comments: readonly (readonly string[])[]): string[] {
  const lines = comments.flatMap((each, i) => (i === 0 ? each : ['', ...each]));
  return lines.filter((line, i) => line === '' || !lines.includes(line, i + 1));
}

/** Marks at one place as one: its highest rank, and all that they say. */
export function together(marks: readonly Mark[]): Mark | null {
  const [first, ...others] = marks;
  if (first === undefined) return null;
  const highest = others.reduce((best, each) => (outranks(each, best) ? each : best), first);
  const told = marks.filter(({ lines }) => lines.length > 0).map(({ lines }) => lines.join('\n'));
  return { ...highest, lines: joined([...new Set(told)].map((text) => text.split('\n'))) };
}
