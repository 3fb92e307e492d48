import { visible } from '../../messages/visible.ts';
import { blocks } from '../../page/shape.ts';

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
};

/**
 * A value as JSON that no parser of HTML takes for anything else: neither the end of a script nor a
 * comment, reference or separator of lines is in it. Equal to `JSON.stringify` for a parser of JSON.
 */
export function embeddedJson(value: unknown): string {
  return visible(JSON.stringify(value)).replace(/[<>&]/gu, (sign) => escapes[sign] ?? sign);
}

/** A block of data of the page: a script that is never run; `source` says which report it is about. */
export function dataBlock(
  block: keyof typeof blocks,
  value: unknown,
  source: string | null = null,
): string {
  const about =
    source === null ? '' : ` data-source="${embeddedJson(source).replaceAll('"', '&quot;')}"`;
  return `<script type="application/json" data-block="${blocks[block]}"${about}>${embeddedJson(value)}</script>\n`;
}
