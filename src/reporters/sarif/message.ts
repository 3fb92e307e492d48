import { visible } from '../../messages/visible.ts';

/** Words of a message. */
export interface SarifMessage {
  readonly text: string;
}

/**
 * A message whose words are only words: a brace would begin a placeholder, and `](` stand between the
 * text and the target of a link.
 */
export function messageOf(...lines: readonly string[]): SarifMessage {
  const text = lines.map(visible).join('\n');
  return { text: text.replace(/[{}]/gu, '$&$&').replaceAll('](', '] (') };
}
