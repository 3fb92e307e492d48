import type { Problem } from '../../model/problem.ts';
import { type Mark, marked, unmarked } from '../marks.ts';
import { type Attributes, readXml, type XmlPart } from '../xml.ts';

/** A part of a text; a mark of its own stands in the place of the cell's. */
interface Run {
  readonly text: string;
  readonly mark: Mark | null;
}

/** A text as cells have it: in runs where some of them are set in a font of their own. */
export type CellText = string | readonly Run[];

/** Text with the characters that XML cannot hold, which files write as `_x000D_`, and one sign for the end of a line. */
function decoded(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return whole.includes('\r') ? whole.replace(/\r\n?/gu, '\n') : whole;
}

/** `decoded`, without blanks around it. */
export function plainText(text: string): string {
  return decoded(text).trim();
}

/** A text as a cell shows it whose font has this mark. */
export function shownText(text: CellText, mark: Mark): string {
  if (typeof text === 'string') return marked(text, mark);
  return text
    .map((run) => marked(run.text, run.mark ?? mark))
    .join('')
    .trim();
}

/** Whether an element says yes, as it does where it says nothing. */
function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'none'].includes(attributes.val ?? '1');
}

/** The mark of a font after one of its properties. */
export function withProperty(mark: Mark, name: string, attributes: Attributes): Mark {
  if (name === 'strike') return { ...mark, isStruck: isOn(attributes) };
  if (name !== 'vertAlign') return mark;
  return { ...mark, isRaised: ['superscript', 'subscript'].includes(attributes.val ?? '') };
}

/** Hears the elements and texts of a string item, `si` or `is`. */
export interface TextCollector {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(piece: string): void;
  /** What was heard since the last time. */
  take(): CellText;
}

/** Joins the runs of a text, the reading of characters (`rPh`) left out. */
export function textCollector(): TextCollector {
  let runs: Run[] = [];
  let text = '';
  let mark: Mark | null = null;
  let inText = false;
  let inReading = false;
  const endRun = (next: Mark | null): void => {
    if (text !== '' && (mark !== null || next !== null)) {
      runs.push({ text: decoded(text), mark });
      text = '';
    }
    mark = next;
  };
  return {
    open(name, attributes) {
      if (name === 'rPh') inReading = true;
      else if (name === 'r') endRun(null);
      else if (name === 'rPr') endRun(unmarked);
      else if (mark !== null) mark = withProperty(mark, name, attributes);
      inText = name === 't' && !inReading;
    },
    close(name) {
      if (name === 'rPh') inReading = false;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
    take() {
      if (runs.length > 0 || mark !== null) endRun(unmarked);
      const found = runs.length > 0 ? runs : plainText(text);
      runs = [];
      text = '';
      mark = null;
      return found;
    },
  };
}

/** The strings that cells name by number. */
export function readStrings(bytes: Uint8Array, part: XmlPart): CellText[] | Problem {
  const strings: CellText[] = [];
  const collector = textCollector();
  const refused = readXml(bytes, part, {
    open(name, attributes) {
      if (name === 'si') collector.take();
      else collector.open(name, attributes);
      return null;
    },
    close(name) {
      if (name === 'si') strings.push(collector.take());
      else collector.close(name);
    },
    text: (piece) => collector.text(piece),
  });
  return refused ?? strings;
}
