import { visible } from '../../messages/visible.ts';

/** Nothing, but whatever looks for names and numbers in the text that is shown stops at it. */
const gap = '&#8203;';

/**
 * A text as inline Markdown in one line, also in a table: what it says is shown, and makes no markup,
 * no link, no formula, no mention of anybody and no number of an issue.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|~&!$#{}^]/gu, '\\$&')
    .replace(/:(?=\/)/gu, '\\:')
    .replace(/(?<=www)\./giu, '\\.')
    .replaceAll('@', `@${gap}`)
    .replace(/#(?=\d)/gu, `#${gap}`);
}

/** Rows as a table; the fields are Markdown already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** Something that is shown only when its title is clicked. */
export function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n</details>\n`;
}
