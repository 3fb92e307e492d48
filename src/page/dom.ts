type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

/** An element; texts become text and nothing else. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** An element of a drawing. */
export function shape<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A text of a document, set apart so that its direction changes nothing around it. */
export function quoted(text: string): HTMLElement {
  return element('bdi', {}, text);
}

/** A button that does something in this page. */
export function button(
  label: string,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

/** A choice among values with their names. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  act: (value: string) => void,
): HTMLSelectElement {
  const each = options.map(([value, name]) => element('option', { value }, name));
  const made = element('select', { 'aria-label': label }, ...each);
  made.addEventListener('change', () => act(made.value));
  return made;
}

/** A table row of header or data cells. */
export function row(kind: 'th' | 'td', cells: readonly Child[]): HTMLTableRowElement {
  const each = cells.map((cell) =>
    kind === 'th' ? element('th', { scope: 'col' }, cell) : element('td', {}, cell),
  );
  return element('tr', {}, ...each);
}
