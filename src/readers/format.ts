import type { Format } from '../model/document.ts';
import { looksLikeCsv } from './csv.ts';
import { isMime } from './html/mime.ts';
import { hasHtmlTable, looksLikeMarkdown } from './markdown.ts';
import { isEncryptedOffice, officeKind } from './office/kind.ts';
import { decodeText } from './text.ts';

/** Formats that are read only after LibreOffice has made DOCX or XLSX of them. */
export type OfficeFormat = 'doc' | 'wps' | 'rtf' | 'odt' | 'xls' | 'et' | 'ods';

/** What the bytes of a document are: read here, read by way of LibreOffice, or not at all. */
export type Kind =
  | { readonly is: 'read'; readonly format: Format }
  | { readonly is: 'converted'; readonly format: OfficeFormat }
  | { readonly is: 'unread'; readonly name: string }
  | { readonly is: 'encrypted' };

const read = (format: Format): Kind => ({ is: 'read', format });

function startsWith(bytes: Uint8Array, magic: readonly number[], from = 0): boolean {
  return magic.every((byte, i) => bytes[from + i] === byte);
}

/** Elements that only a page has. */
const html =
  /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<table[\s>]|<(?:div|p|span|h[1-6]|article|section)(?:\s[^<>]*)?>/iu;

const latin1 = new TextDecoder('latin1');

/** Whether a page has begun, if only with a comment: what stands in it is text. */
function isMarkup(head: Uint8Array): boolean {
  const text = latin1.decode(head);
  return /^(?:\u00ef\u00bb\u00bf)?\s*</u.test(text) || html.test(text);
}

/** A PDF may have something else before its first mark, such as the lines of a transfer, but no page. */
const pdfWithin = 1024;

function isPdf(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(pdfWithin, bytes.length); at++) {
    if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d], at))
      return !isMarkup(bytes.subarray(0, at));
  }
  return false;
}

/** Pictures, which people take for scans of the report. */
const pictures: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** A name in the directory of a compound file, which is in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + wanted.length < bytes.length; at += 128) {
    if (startsWith(bytes, wanted, at)) return true;
  }
  return false;
}

function compoundKind(bytes: Uint8Array): Kind {
  if (isEncryptedOffice(bytes)) return { is: 'encrypted' };
  if (holds(bytes, 'WordDocument')) return read('doc');
  if (holds(bytes, 'Workbook') || holds(bytes, 'Book')) return { is: 'converted', format: 'xls' };
  return { is: 'unread', name: 'OLE2' };
}

function archiveKind(bytes: Uint8Array): Kind {
  const name = officeKind(bytes) ?? 'ZIP';
  if (name === 'docx' || name === 'xlsx') return read(name);
  if (name === 'ODT' || name === 'ODS') {
    return { is: 'converted', format: name === 'ODT' ? 'odt' : 'ods' };
  }
  return { is: 'unread', name };
}

/** How far into a text its kind is looked for. */
const headLength = 20_000;
function textKind(text: string): Kind {
  const head = text.slice(0, headLength);
  const start = head.trimStart();
  if (/^<\?xml/iu.test(start) && /<(?:\w+:)?(?:wordDocument|package|Workbook)[\s>]/u.test(start)) {
    return { is: 'unread', name: 'Word/Excel XML' };
  }
  if (start.startsWith('<') && html.test(head)) return read('html');
  if (hasHtmlTable(text) || /^<!doctype\s+html|^<html/imu.test(head)) return read('html');
  if (looksLikeMarkdown(text)) return read('markdown');
  return read(looksLikeCsv(text) ? 'csv' : 'text');
}

/** A page shows itself in its first bytes, whatever encoding it is in; no need to decode it all for that. */
function isPage(bytes: Uint8Array): boolean {
  const head = latin1.decode(bytes.subarray(0, 2000));
  return /^(?:\u00ef\u00bb\u00bf)?\s*</u.test(head) && html.test(head);
}

/** What a document is, by its content alone. */
export function kindOf(bytes: Uint8Array): Kind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return archiveKind(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundKind(bytes);
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return { is: 'converted', format: 'rtf' };
  if (isPdf(bytes)) return read('pdf');
  if (isPage(bytes) || isMime(bytes)) return read('html');
  const picture = pictures.find(([, magic]) => startsWith(bytes, magic));
  if (picture !== undefined) return { is: 'unread', name: picture[0] };
  const text = decodeText(bytes);
  // A page in another encoding may say so itself.
  return text === null ? read('html') : textKind(text);
}
