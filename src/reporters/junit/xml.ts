import { visible } from '../../messages/visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text for XML, in an element or an attribute, with nothing in it that XML 1.0 does not have. */
function xmlText(text: string): string {
  return text
    .replace(/[&<>"']/gu, (character) => entities[character] ?? '')
    .replace(/[\ufffe\uffff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element with its text, line by line. */
export function textElement(
  name: string,
  attributes: Attributes,
  lines: readonly string[],
): string {
  return `${start(name, attributes)}>${lines.map((line) => xmlText(visible(line))).join('\n')}</${name}>`;
}

/** An element with elements in it; one that is empty where there are none. */
export function element(name: string, attributes: Attributes, content: readonly string[]): string {
  if (content.length === 0) return `${start(name, attributes)}/>`;
  return `${start(name, attributes)}>\n${content.join('\n')}\n</${name}>`;
}

function start(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${xmlText(visible(String(value)))}"`,
  );
  return `<${name}${pairs.join('')}`;
}
