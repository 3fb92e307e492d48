import type { Problem } from '../model/problem.ts';
import { decodeAs, utf16Of } from '../readers/text.ts';
import { type Attributes, attribute, brokenPart, readXml, type XmlPart } from '../readers/xml.ts';

/** An element by its places in the text of its part, so that it can be changed without writing the rest anew. */
export interface Span {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly attributes: Attributes;
  readonly parent: Span | null;
  readonly children: Span[];
  readonly start: number;
  /** Where its opening tag ends. */
  readonly inner: number;
  /** Where its closing tag begins; `inner` where one tag is all of it. */
  innerEnd: number;
  end: number;
}

/** A part of a document as text, with its elements. */
export interface Tree {
  readonly text: string;
  readonly root: Span;
  /** Elements by where their opening tags end. */
  readonly byInner: ReadonlyMap<number, Span>;
}

/** Whether an element has no closing tag: `<a/>`. */
export function isEmptyTag({ inner, end }: Span): boolean {
  return inner === end;
}

/** The prefix of an element as it stands before other names: `w:` or nothing. */
export function prefixOf({ name, local }: Span): string {
  return name.slice(0, name.length - local.length);
}

export function childOf(span: Span | undefined, local: string): Span | undefined {
  return span?.children.find((each) => each.local === local);
}

/** The elements of a name in an element, in the order of the text. */
export function allOf(span: Span, local: string): Span[] {
  const found: Span[] = [];
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.local === local) found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) {
      const each = next.children[i];
      if (each !== undefined) stack.push(each);
    }
  }
  return found;
}

export function attributeOf(span: Span | undefined, name: string): string | undefined {
  return span === undefined ? undefined : attribute(span.attributes, name);
}

function nameAt(text: string, start: number): string {
  return /^[^\s/>]*/u.exec(text.slice(start + 1, start + 200))?.[0] ?? '';
}

/** Reads a part in UTF-8 with the places of its elements. */
export function readSpans(bytes: Uint8Array, part: XmlPart): Tree | Problem {
  const text = utf16Of(bytes) === null ? decodeAs('utf-8', bytes) : null;
  if (text === null) return brokenPart(part, '不是 UTF-8 编码', 'is not in UTF-8');
  const byInner = new Map<number, Span>();
  let root: Span | null = null;
  let open: Span | null = null;
  const refused = readXml(bytes, part, {
    open(local, attributes, inner) {
      const start = text.lastIndexOf('<', inner - 1);
      const name = nameAt(text, start);
      const span: Span = {
        name,
        local,
        attributes,
        parent: open,
        children: [],
        start,
        inner,
        innerEnd: inner,
        end: inner,
      };
      open?.children.push(span);
      root ??= span;
      open = span;
      byInner.set(inner, span);
      return null;
    },
    close(_, end) {
      if (open === null) return;
      open.end = end;
      open.innerEnd = end === open.inner ? end : text.lastIndexOf('<', end - 1);
      open = open.parent;
    },
  });
  if (refused !== null) return refused;
  return root === null ? brokenPart(part, '没有内容', 'is empty') : { text, root, byInner };
}
