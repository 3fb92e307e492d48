import { contentOf, header, headersOf, headLength, type MimePart, parameter } from './mimePart.ts';

const latin1 = new TextDecoder('latin1');
const version = /^MIME-Version:/imu;
const field = /^[A-Za-z][\w-]*:[^\n]*$/u;
const page = /^(?:text\/html|application\/xhtml\+xml)\b/iu;

/** Whether bytes are a message of mail, which is what Word and browsers save as one file (MHTML). */
export function isMime(bytes: Uint8Array): boolean {
  // Most files are told by their first letters, without decoding more of them.
  if (!/^\s*[A-Za-z]/u.test(latin1.decode(bytes.subarray(0, 64)))) return false;
  const head = latin1.decode(bytes.subarray(0, headLength)).trimStart();
  return field.test(head.slice(0, head.search(/\r?\n|$/u))) && version.test(headersOf(head).text);
}

/** More parts than this are no page, and parts nested deeper. */
const mostParts = 10_000;
const deepest = 8;

/** A line that parts one from the next, or ends them: the boundary, and blanks behind it at most. */
interface Delimiter {
  /** The end of what stands before it, and the start of what follows. */
  readonly before: number;
  readonly after: number;
  readonly isLast: boolean;
}

function nextDelimiter(text: string, boundary: string, from: number): Delimiter | null {
  const mark = `\n--${boundary}`;
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const end = text.indexOf('\n', at + 1);
    const rest = text.slice(at + mark.length, end === -1 ? undefined : end).trimEnd();
    // A longer line is the delimiter of parts inside this one.
    if (rest !== '' && rest !== '--') continue;
    return { before: at, after: end === -1 ? text.length : end + 1, isLast: rest === '--' };
  }
  return null;
}

/** The parts of a message of several parts, in order; null where there are too many. */
function partsOf({ headers, text, isWhole }: MimePart, boundary: string): MimePart[] | null {
  const parts: MimePart[] = [];
  let open = nextDelimiter(text, boundary, headers.end - 2);
  while (open !== null && !open.isLast) {
    const next = nextDelimiter(text, boundary, open.after - 1);
    const part = text.slice(open.after, next?.before);
    parts.push({ headers: headersOf(part), text: part, isWhole: isWhole && next !== null });
    if (parts.length > mostParts) return null;
    open = next;
  }
  return parts;
}

/** The pages in a part: the one that it shows, if there is one, and the others. */
interface Found {
  readonly root: MimePart | null;
  readonly others: readonly MimePart[];
}

const nothing: Found = { root: null, others: [] };

/** Which part a message of several shows: the one that it names, else the first with a page. */
function rootOf(type: string, parts: readonly MimePart[], found: readonly Found[]): number {
  const start = parameter(type, 'start');
  const named = parts.findIndex(({ headers }) => header(headers, 'content-id') === start);
  if (start !== null && (found[named]?.root ?? null) !== null) return named;
  return found.findIndex(({ root }) => root !== null);
}

function pagesIn(part: MimePart, depth: number): Found | null {
  const type = header(part.headers, 'content-type');
  if (page.test(type)) return { root: part, others: [] };
  const boundary = /^multipart\//iu.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) return nothing;
  const parts = depth < deepest ? partsOf(part, boundary) : null;
  if (parts === null) return null;
  const found: Found[] = [];
  for (const each of parts) {
    const own = pagesIn(each, depth + 1);
    if (own === null) return null;
    found.push(own);
  }
  const chosen = rootOf(type, parts, found);
  const others = found.flatMap(({ root, others }, i) =>
    root === null || i === chosen ? others : [root, ...others],
  );
  return { root: found[chosen]?.root ?? null, others };
}

/** The pages of a message, as bytes. */
export interface Pages {
  readonly root: Uint8Array;
  readonly others: readonly Uint8Array[];
}

/**
 * The page that a message shows, and any others that it holds. Null where there is none, where it cannot
 * be decoded, or where the message ends before a page does.
 */
export function pagesInMime(bytes: Uint8Array): Pages | null {
  const text = latin1.decode(bytes).trimStart();
  const found = pagesIn({ headers: headersOf(text), text, isWhole: true }, 0);
  const root = found?.root ? contentOf(found.root) : null;
  if (found === null || root === null) return null;
  const others: Uint8Array[] = [];
  for (const each of found.others) {
    const content = contentOf(each);
    if (content === null) return null;
    others.push(content);
  }
  return { root, others };
}
