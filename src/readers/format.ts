/** First bytes of the formats that people have reports in. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['DOCX/XLSX (ZIP)', [0x50, 0x4b, 0x03, 0x04]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['DOC/XLS/WPS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['HTML', [0x3c]],
];

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** The format that bytes show they are in, if it is one that is not read; null for anything else. */
export function unreadFormat(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x7b && bytes[1] !== 0x5c) return null;
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (isSpace(bytes[start])) start++;
  const found = signatures.find(([, magic]) => magic.every((byte, i) => bytes[start + i] === byte));
  return found?.[0] ?? null;
}
