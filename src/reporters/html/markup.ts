import { escaped } from '../../writers/markup.ts';

/** A piece of a page that is safe to stand in it as it is. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | null | readonly Markup[];

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A piece of HTML: texts put into it are escaped, so that they mean the same as content and as attribute. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const markup = parts.map((part, i) => part + written(values[i] ?? null)).join('');
  return { markup };
}

export const nothing: Markup = { markup: '' };

/** A text of the document: its letters may run from right to left, and must not turn what is around it. */
export function quoted(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
