const latin1 = new TextDecoder('latin1');

/** How far the headers of a message are looked for. */
const headLength = 20_000;
const version = /^MIME-Version:/imu;
const field = /^[A-Za-z][\w-]*:[^\n]*$/u;

/** Whether bytes are a message of mail, which is what Word and browsers save as one file (MHTML). */
export function isMime(bytes: Uint8Array): boolean {
  // Most files are told by their first letters, without decoding more of them.
  if (!/^\s*[A-Za-z]/u.test(latin1.decode(bytes.subarray(0, 64)))) return false;
  const head = latin1.decode(bytes.subarray(0, headLength)).trimStart();
  return field.test(head.slice(0, head.search(/\r?\n|$/u))) && version.test(headersOf(head).text);
}

interface Headers {
  /** One header a line. */
  readonly text: string;
  /** Where what they are about begins. */
  readonly end: number;
}

function headersOf(part: string): Headers {
  const head = part.slice(0, headLength);
  const blank = /\r?\n[ \t]*\r?\n/u.exec(head);
  const end = blank === null ? head.length : blank.index + blank[0].length;
  return { text: head.slice(0, end).replace(/\r?\n[ \t]+/gu, ' '), end };
}

function header({ text }: Headers, name: string): string {
  const line = text.split('\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return bytesOf(atob(text.replace(/\s+/gu, '')));
  } catch {
    return null;
  }
}

function fromQuotedPrintable(text: string): Uint8Array {
  const whole = text.replace(/=[ \t]*\r?\n/gu, '');
  return bytesOf(
    whole.replace(/=([\dA-Fa-f]{2})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  );
}

/** What a part holds, its transfer undone; null for an encoding that is not known or is broken. */
function contentOf(part: string, headers: Headers): Uint8Array | null {
  const body = part.slice(headers.end);
  switch (header(headers, 'content-transfer-encoding').toLowerCase()) {
    case 'base64':
      return fromBase64(body);
    case 'quoted-printable':
      return fromQuotedPrintable(body);
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return bytesOf(body);
    default:
      return null;
  }
}

/** More parts than this come before no page. */
const mostParts = 1_000;

/**
 * The page of a message: its first part that is HTML, as bytes. Null where there is none, or where the
 * message ends before the part does.
 */
export function pageInMime(bytes: Uint8Array): Uint8Array | null {
  const message = latin1.decode(bytes).trimStart();
  const top = headersOf(message);
  const type = header(top, 'content-type');
  if (/^text\/html\b/iu.test(type)) return contentOf(message, top);
  const [, quoted, bare] =
    /^multipart\/.*\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/iu.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const delimiter = `\n--${boundary}`;
  let start = message.indexOf(delimiter, top.end - 2);
  for (let i = 0; start !== -1 && i < mostParts; i++) {
    const next = message.indexOf(delimiter, start + delimiter.length);
    if (next === -1) return null;
    const from = message.indexOf('\n', start + delimiter.length) + 1;
    const part = message.slice(from, next);
    const headers = headersOf(part);
    if (/^text\/html\b/iu.test(header(headers, 'content-type'))) return contentOf(part, headers);
    start = next;
  }
  return null;
}
