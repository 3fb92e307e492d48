import type { Problem } from '../../model/problem.ts';
import type { ReadOptions } from '../reader.ts';
import { attribute, readXml, type XmlEvents, type XmlPart } from '../xml.ts';
import { type Archive, openArchive } from '../zip.ts';

/** What a part points to: another part of the archive, or something outside of it. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `footnotes`: the rest differs between the dialects of the standard. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** An office document: parts in an archive, and what they point to. */
export interface Package {
  readonly main: string;
  readonly relationships: readonly Relationship[];
  readonly archive: Archive;
  readonly title: string | null;
  part(name: string): XmlPart;
}

/** Target of a relationship as a name in the archive; targets are relative to the folder of the part. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Name of the list of what a part points to. */
export function relationshipsFile(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** Reads a part of the archive as XML; one that is not there says nothing. */
export function readPart(archive: Archive, part: XmlPart, events: XmlEvents): Problem | null {
  if (!archive.has(part.part)) return null;
  const bytes = archive.read(part.part);
  return 'code' in bytes ? bytes : readXml(bytes, part, events);
}

/** What a part points to, none where it has no list. */
export function relationshipsOf(
  archive: Archive,
  partOf: (name: string) => XmlPart,
  part: string,
): Relationship[] | Problem {
  const found: Relationship[] = [];
  const refused = readPart(archive, partOf(relationshipsFile(part)), {
    open(name, attributes) {
      if (name !== 'Relationship') return null;
      const external = attribute(attributes, 'TargetMode') === 'External';
      const target = attribute(attributes, 'Target') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//u, ''),
        target: external ? target : resolve(part, target),
        external,
      });
      return null;
    },
  });
  return refused ?? found;
}

function titleIn(archive: Archive, part: XmlPart): string | null {
  let title = '';
  let inTitle = false;
  const refused = readPart(archive, part, {
    open(name) {
      inTitle = name === 'title';
      return null;
    },
    close() {
      inTitle = false;
    },
    text(text) {
      if (inTitle) title += text;
    },
  });
  return refused !== null || title.trim() === '' ? null : title.trim();
}

/**
 * Opens an office document.
 * @param usual the main part's usual name, for documents that do not say it
 */
export function openPackage(
  bytes: Uint8Array,
  options: ReadOptions,
  format: string,
  usual: string,
): Package | Problem {
  const archive = openArchive(bytes, options);
  if ('code' in archive) return archive;
  const part = (name: string): XmlPart => ({ ...options, part: name, format });
  const root = relationshipsOf(archive, part, '');
  if ('code' in root) return root;
  const stated = root.find(({ type }) => type === 'officeDocument')?.target;
  const main = stated !== undefined && archive.has(stated) ? stated : usual;
  const relationships = relationshipsOf(archive, part, main);
  if ('code' in relationships) return relationships;
  const core = root.find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml';
  return { main, relationships, archive, title: titleIn(archive, part(core)), part };
}
