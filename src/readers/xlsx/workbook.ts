import type { Problem } from '../../model/problem.ts';
import { attribute, readXml, type XmlPart } from '../xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Relationship that leads to its part. */
  readonly id: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Whether days are counted from 1904 instead of 1900. */
  readonly since1904: boolean;
}

/** The sheets of a workbook in their order. */
export function readWorkbook(bytes: Uint8Array, part: XmlPart): Workbook | Problem {
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  const refused = readXml(bytes, part, {
    open(name, attributes) {
      if (name === 'workbookPr') {
        since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      } else if (name === 'sheet') {
        sheets.push({
          name: attributes.name ?? '',
          hidden: (attributes.state ?? 'visible') !== 'visible',
          id: attribute(attributes, 'id') ?? '',
        });
      }
      return null;
    },
  });
  return refused ?? { sheets, since1904 };
}
