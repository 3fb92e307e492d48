import { strToU8, zipSync } from 'fflate';

/** A time in a zip is local and without a zone: the same everywhere, and no clock is looked at. */
const mtime = '1980-01-01T00:00:00';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** XML files as a zip archive, in the order given: the same files give the same bytes. */
export function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, xml]): [string, Uint8Array] => [
    name,
    // Drawings of the old kind are read by a parser of their own, which expects no declaration.
    strToU8(name.endsWith('.vml') ? xml : declaration + xml),
  ]);
  return zipSync(Object.fromEntries(entries), { mtime, level: 9 });
}

const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts that a part needs, as ids rId1, rId2 … in the order given. */
export function relationships(parts: readonly (readonly [type: string, target: string])[]): string {
  const each = parts.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** What kind of content each part of an archive holds; one `.vml` stands for all of them. */
export function contentTypes(parts: readonly (readonly [name: string, type: string])[]): string {
  const each = parts.map(([name, type]) =>
    name.endsWith('.vml')
      ? `<Default Extension="vml" ContentType="${type}"/>`
      : `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}
