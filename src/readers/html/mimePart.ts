/** How far the headers of a message are looked for. */
export const headLength = 20_000;

export interface Headers {
  /** One header a line. */
  readonly text: string;
  /** Where what they are about begins. */
  readonly end: number;
}

/** A message or a part of one, as Latin-1 text. */
export interface MimePart {
  readonly headers: Headers;
  readonly text: string;
  /** The message does not end within it. */
  readonly isWhole: boolean;
}

export function headersOf(part: string): Headers {
  const head = part.slice(0, headLength);
  const bare = /^[ \t]*\r?\n/u.exec(head);
  if (bare !== null) return { text: '', end: bare[0].length };
  const blank = /\r?\n[ \t]*\r?\n/u.exec(head);
  const end = blank === null ? head.length : blank.index + blank[0].length;
  return { text: head.slice(0, end).replace(/\r?\n[ \t]+/gu, ' '), end };
}

export function header({ text }: Headers, name: string): string {
  const line = text.split('\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** A parameter of a header, such as the boundary of a type; null where it is not there. */
export function parameter(value: string, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]+)"|([^\\s;"]+))`, 'iu');
  const [, quoted, bare] = pattern.exec(value) ?? [];
  return quoted ?? bare ?? null;
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

/** What a part holds, its transfer undone; null for an encoding that is not known or is broken, and where it is cut off. */
export function contentOf({ headers, text, isWhole }: MimePart): Uint8Array | null {
  if (!isWhole) return null;
  const body = text.slice(headers.end);
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
