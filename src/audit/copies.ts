import type { Form } from '../model/form.ts';
import type { FrozenReport } from '../model/frozen.ts';
import { onceFor } from '../model/onceFor.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The cells of each table, which stand together. */
const spansOf: (form: Form) => readonly Span[] = onceFor(({ edition, cells }: Form) =>
  edition.tables.map(({ id }) => ({
    from: cells.findIndex(({ line }) => line.table.id === id),
    to: cells.findLastIndex(({ line }) => line.table.id === id) + 1,
  })),
);

/** Fewer figures above 0 than this in a table are no sign of anything, whatever else it holds. */
const fewest = 5;

function isSameTable({ from, to }: Span, a: readonly number[], b: readonly number[]): boolean {
  let figures = 0;
  for (let cell = from; cell < to; cell++) {
    if (a[cell] !== b[cell]) return false;
    if ((a[cell] ?? 0) > 0) figures++;
  }
  return figures >= fewest;
}

/** Digits, which the years of a text are written with, and blanks. */
function isSkipped(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code <= 0x20 || code === 0x3000 || code === 0xa0;
}

/** The first 100 characters that are no digits or blanks: two texts that begin otherwise are no copies. */
function beginning(text: string): string {
  let start = '';
  for (let i = 0; i < text.length && start.length < 100; i++) {
    if (!isSkipped(text.charCodeAt(i))) start += text[i] ?? '';
  }
  return start;
}

/** By section the beginning of its text. */
const beginnings: (report: FrozenReport) => ReadonlyMap<string, string> = onceFor(
  ({ passages }) => {
    const texts = new Map<string, string>();
    for (const { section, text } of passages) {
      const known = texts.get(section ?? '') ?? '';
      if (known.length < 100) texts.set(section ?? '', known + beginning(text));
    }
    return texts;
  },
);

/**
 * A report may be in part that of an earlier year: cheap, and to be made sure of by the rule.
 * False is certain.
 */
export function mayBeCopy(form: Form, now: FrozenReport, before: FrozenReport): boolean {
  const sameForm = now.edition === before.edition;
  if (sameForm && spansOf(form).some((span) => isSameTable(span, now.values, before.values))) {
    return true;
  }
  if (now.passages.length === 0 || before.passages.length === 0) return false;
  const earlier = beginnings(before);
  for (const [section, text] of beginnings(now)) {
    if (earlier.get(section)?.slice(0, 100) === text.slice(0, 100)) return true;
  }
  return false;
}
