import { decodeAs, utf16Of } from '../text.ts';

/** The text of a page. */
export interface Decoded {
  readonly text: string;
  /** Whether some bytes could not be read; U+FFFD stands for them. */
  readonly isDamaged: boolean;
}

/** How far from its beginning a page may name its encoding, in bytes or characters. */
const headLength = 4096;
const latin1 = new TextDecoder('latin1');
const comment = /<!--.*?-->/gsu;
const metaCharset = /<meta\s[^<>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;

type Encoding = 'gb18030' | 'big5';

const names: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:x-)?(?:gb|cp936|ms936|windows-936|chinese|euc-cn)/iu, 'gb18030'],
  [/^(?:x-x-)?(?:big5|cn-big5)/iu, 'big5'],
];

/** The encoding that a page says it is in, if it is one for Chinese; GB18030 holds GB2312 and GBK. */
function labelIn(page: string): Encoding | null {
  const label = metaCharset.exec(page.slice(0, headLength).replace(comment, ''))?.[1] ?? '';
  return names.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** Lead bytes of the characters in common use, of which almost all of a Chinese text is made; 0xa1 to 0xa3 are punctuation. */
const commonLeads: Readonly<Record<Encoding, readonly [number, number]>> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
};

function isCommon(lead: number, trail: number, encoding: Encoding): boolean {
  const [first, last] = commonLeads[encoding];
  if (encoding === 'gb18030' && trail < 0xa1) return false;
  return (lead >= 0xa1 && lead <= 0xa3) || (lead >= first && lead <= last);
}

/** The share of common characters among those of several bytes, if the bytes are in this encoding. */
function commonShare(bytes: Uint8Array, encoding: Encoding): number {
  let [characters, common] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    characters++;
    if (encoding === 'gb18030' && trail >= 0x30 && trail <= 0x39) i += 3;
    else if (trail >= 0x40) i++;
    if (isCommon(lead, trail, encoding)) common++;
  }
  return characters === 0 ? 0 : common / characters;
}

/** Below this share a text is in another encoding, which only happens to fit. */
const leastShare = 0.5;

/** Chinese text in an older encoding: the one in which more of it is common characters. */
function decodeChinese(bytes: Uint8Array, label: Encoding | null): string | null {
  const shares = (['gb18030', 'big5'] as const)
    .map((name) => ({ name, share: commonShare(bytes, name) + (name === label ? 0.1 : 0) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  for (const { name } of shares) {
    const text = decodeAs(name, bytes);
    if (text !== null) return text;
  }
  return null;
}

const beyondAscii = 0x80;
const beyondTwoBytes = 0x800;

function countFrom(text: string, least: number): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= least) found++;
  return found;
}

/**
 * Whether a text that is valid UTF-8 is rather another encoding's: a page that says so, and in which
 * the few bytes beyond ASCII would be letters of two bytes, which Chinese does not have.
 */
function isMisread(text: string, label: Encoding | null): boolean {
  if (label === null) return false;
  return countFrom(text, beyondTwoBytes) * 2 < countFrom(text, beyondAscii);
}

/** UTF-16 by its marks; without a byte-order mark only where there is ASCII in it, as in any page. */
function decodeUtf16(bytes: Uint8Array): string | null {
  const name = utf16Of(bytes);
  const text = name === null ? null : decodeAs(name, bytes);
  if (text === null || (bytes[0] ?? 0) >= 0xfe) return text;
  return countFrom(text, beyondAscii) <= text.length * 0.9 ? text : null;
}

/** At most one character in so many may be lost. */
const damageRate = 20;

/** Reads bytes of which a few are wrong, as a browser does. */
function decodeDamaged(bytes: Uint8Array): string | null {
  for (const name of ['utf-8', 'gb18030'] as const) {
    if (name === 'gb18030' && commonShare(bytes, name) < 0.9) continue;
    const text = new TextDecoder(name).decode(bytes);
    const lost = text.split('\ufffd').length - 1;
    if (lost * damageRate <= countFrom(text, beyondAscii)) return text;
  }
  return null;
}

function decodeExactly(bytes: Uint8Array): string | null {
  const utf16 = decodeUtf16(bytes);
  if (utf16 !== null) return utf16;
  const utf8 = decodeAs('utf-8', bytes);
  const label = labelIn(utf8 ?? latin1.decode(bytes.subarray(0, headLength)));
  if (utf8 !== null && !isMisread(utf8, label)) return utf8;
  return decodeChinese(bytes, label) ?? utf8;
}

/**
 * The bytes of a page as text: UTF-8, UTF-16, GB18030 or Big5. What the page says of its encoding is
 * believed only where its bytes bear it out; null where none fits.
 */
export function decodeHtml(bytes: Uint8Array): Decoded | null {
  const exact = decodeExactly(bytes);
  if (exact !== null) return { text: exact, isDamaged: false };
  const damaged = decodeDamaged(bytes);
  return damaged === null ? null : { text: damaged, isDamaged: true };
}
