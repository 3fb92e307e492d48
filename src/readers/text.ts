const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as text in an encoding by its label; null where they do not fit, or where there is no such encoding. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true });
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The UTF-16 flavour of bytes that begin with a byte-order mark, or with an ASCII character beside a zero byte. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== undefined && second !== 0 ? 'utf-16be' : null;
}

/**
 * Bytes as text: UTF-8 if they are valid UTF-8, UTF-16 if they look like it, else GB18030 (which
 * holds GBK and GB2312). A byte-order mark is left out. null where no encoding fits.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodeAs(utf16, bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}
