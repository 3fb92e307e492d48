import type { Problem } from '../../model/problem.ts';
import { readXml, type XmlPart } from '../xml.ts';
import { builtInKind, kindOfCode, type NumberKind } from './numbers.ts';

/** How numbers are shown in the styles of cells, by the index that cells name. */
export function readStyles(bytes: Uint8Array, part: XmlPart): NumberKind[] | Problem {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  let inCells = false;
  const refused = readXml(bytes, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      const id = attributes.numFmtId ?? '0';
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (name === 'xf' && inCells) ids.push(id);
      return null;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  if (refused !== null) return refused;
  const kinds = new Map<string, NumberKind>();
  for (const id of new Set(ids)) {
    const code = codes.get(id);
    kinds.set(id, code === undefined ? builtInKind(Number(id)) : kindOfCode(code));
  }
  return ids.map((id) => kinds.get(id) ?? builtInKind(0));
}
