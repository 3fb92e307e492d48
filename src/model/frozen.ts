import type { Day } from './day.ts';
import type { Format, Place } from './document.ts';
import type { Form } from './form.ts';
import { onceFor } from './onceFor.ts';
import type { Passage, Report } from './report.ts';
import type { Explanation } from './waiver.ts';

/**
 * A report as data through and through, to be sent between threads, kept in a file and compared
 * later. Of a record of `report.json` the places within the file are left out, as they are slow to find.
 */
export interface FrozenReport {
  readonly source: string;
  readonly format: Format;
  readonly organ: string | null;
  readonly year: number | null;
  readonly published: Day | null;
  readonly edition: string;
  /** By cell: its kind as a digit; empty where every cell holds a number. */
  readonly kinds: string;
  readonly values: readonly number[];
  /** By cell; null where it is the value as written. */
  readonly printed: readonly (string | null)[] | null;
  /** By cell; null where they are not known. */
  readonly places: readonly Place[] | null;
  /** Findings that the report itself explains; left out where there are none. */
  readonly explanations?: readonly Explanation[];
  readonly passages: readonly {
    readonly section: string | null;
    readonly text: string;
    readonly place: Place;
  }[];
}

const allNumbers = /^1*$/u;

/** Kinds as they are kept; many records share theirs. */
const kindsText: (kinds: readonly number[]) => { readonly text: string } = onceFor((kinds) => {
  const text = kinds.join('');
  return { text: allNumbers.test(text) ? '' : text };
});

function frozenPassage({ section, text, place }: Passage, known: Place | null) {
  return { section, text, place: known ?? place() };
}

function explained({ explanations = [] }: Pick<Report, 'explanations'>) {
  return explanations.length === 0 ? {} : { explanations };
}

export function freeze(report: Report): FrozenReport {
  const { source, format, organ, year, published, form, values } = report;
  const isRecord = format === 'json';
  const anywhere: Place = { source, at: null, line: null };
  return {
    source,
    format,
    organ,
    year,
    published,
    edition: form.edition.id,
    kinds: kindsText(report.kinds).text,
    values,
    printed: isRecord ? null : form.cells.map(({ index }) => report.printed(index)),
    places: isRecord ? null : form.cells.map(({ index }) => report.place(index)),
    ...explained(report),
    passages: report.passages.map((each) => frozenPassage(each, isRecord ? anywhere : null)),
  };
}

const none: readonly never[] = [];
const noReasons = new Map<string, never>();

/** The report again, as far as it was kept; its prose has still to be read. */
export function thaw(frozen: FrozenReport, form: Form): Report {
  const { source, format, organ, year, published, values, printed, places } = frozen;
  const kinds =
    frozen.kinds === '' ? form.cells.map(() => 1) : [...frozen.kinds].map((kind) => Number(kind));
  const anywhere: Place = { source, at: null, line: null };
  return {
    source,
    format,
    organ,
    year,
    published,
    form,
    kinds,
    values,
    printed(cell) {
      if (printed !== null) return printed[cell] ?? null;
      if (kinds[cell] === 0) return null;
      return kinds[cell] === 1 ? String(values[cell] ?? '') : '';
    },
    place: (cell) => places?.[cell] ?? anywhere,
    passages: frozen.passages.map(({ section, text, place }) => ({
      section,
      text,
      place: () => place,
    })),
    sections: null,
    prose: null,
    renamed: none,
    problems: none,
    notes: none,
    reasons: noReasons,
    ...explained(frozen),
  };
}
