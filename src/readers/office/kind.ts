import { defaultLimits } from '../reader.ts';
import { readDirectory, viewOf } from '../zip/directory.ts';
import { openArchive } from '../zip.ts';
import { relationshipsOf } from './package.ts';

/** What a name in an archive says of it; the first that fits counts. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['OFD', /^ofd\.xml$/u],
  ['docx', /^word\/document\d*\.xml$/u],
  ['XLSB', /^xl\/workbook\.bin$/u],
  ['xlsx', /^xl\/workbook\.xml$/u],
  ['PPTX', /^ppt\//u],
  ['docx', /^word\//u],
  ['xlsx', /^xl\//u],
];

const mimeTypes: readonly (readonly [RegExp, string])[] = [
  [/opendocument\.text/u, 'ODT'],
  [/opendocument\.spreadsheet/u, 'ODS'],
  [/opendocument\.presentation/u, 'ODP'],
  [/epub/u, 'EPUB'],
];

const options = { source: '', limits: { ...defaultLimits, unpackedBytes: 1000 } };

/** Enough of a damaged archive to meet the names that tell its kind. */
const mostScanned = 2 ** 20;

/** Names in the local headers of an archive whose directory is lost. */
function namesWithout(bytes: Uint8Array): string[] {
  const view = viewOf(bytes);
  const names: string[] = [];
  const last = Math.min(bytes.length, mostScanned) - 30;
  for (let at = 0; at <= last; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x04034b50) continue;
    const end = at + 30 + Math.min(200, view.getUint16(at + 26, true));
    names.push(new TextDecoder().decode(bytes.subarray(at + 30, end)));
  }
  return names;
}

/** The main part that an archive names, in lower case; null where it names none, or two. */
function mainPart(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes, {
    ...options,
    limits: { ...options.limits, unpackedBytes: 2 ** 20 },
  });
  if ('code' in archive) return null;
  const part = (name: string) => ({ ...options, part: name, format: 'ZIP' });
  const links = relationshipsOf(archive, part, '');
  if ('code' in links) return null;
  const mains = links.filter(({ type, external }) => type === 'officeDocument' && !external);
  const [first, ...others] = new Set(mains.map(({ target }) => target.toLowerCase()));
  return first === undefined || others.length > 0 ? null : first;
}

/** Of an archive that could be a document of either kind, the one that Word and Excel would open. */
function kindByMain(bytes: Uint8Array): string {
  const main = mainPart(bytes) ?? '';
  const folder = /^(word|xl)\//u.exec(main)?.[1];
  if (folder === undefined) return 'ZIP';
  if (main.endsWith('.bin')) return 'XLSB';
  return folder === 'word' ? 'docx' : 'xlsx';
}

function mimeType(bytes: Uint8Array): string {
  const archive = openArchive(bytes, options);
  const content = 'code' in archive ? archive : archive.read('mimetype');
  return 'code' in content ? '' : new TextDecoder().decode(content);
}

/**
 * What kind of document a ZIP archive is: `docx`, `xlsx`, or the name of one that is not read here
 * (OFD, ODT, ODS, ODP, EPUB, PPTX, XLSB, ZIP); null where the bytes are no archive. Never throws.
 */
export function officeKind(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) return null;
  const directory = readDirectory(bytes, defaultLimits, '');
  const found = 'code' in directory ? namesWithout(bytes) : directory.map(({ name }) => name);
  const names = found.map((name) => name.toLowerCase());
  if (names.includes('mimetype')) {
    const mime = mimeType(bytes);
    const kind = mimeTypes.find(([pattern]) => pattern.test(mime));
    if (kind !== undefined) return kind[1];
  }
  const hasMain = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (hasMain(/^word\/document\d*\.xml$/u) && hasMain(/^xl\/workbook\.(?:xml|bin)$/u)) {
    return kindByMain(bytes);
  }
  return kinds.find(([, pattern]) => hasMain(pattern))?.[0] ?? 'ZIP';
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedStream = Uint8Array.from(
  [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
);

/** Whether bytes are an office document behind a password: a compound file with a stream of that name. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!compound.every((byte, i) => bytes[i] === byte)) return false;
  // Entries of the directory are 128 bytes long, begin with their name, and stand in whole sectors.
  for (let at = 512; at < bytes.length; at += 128) {
    if (encryptedStream.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
