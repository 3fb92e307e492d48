import { dayOf } from '../model/day.ts';
import type { Edition } from '../model/edition.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { jsonSource, type Written } from '../readers/json.ts';
import { learn } from './learnStencil.ts';
import { bindRecord, editionOf, isObject, organOf } from './record.ts';
import { lastYear } from './recordShape.ts';
import { type Filling, fill, type Stencil, writtenIn } from './stencil.ts';

/** Records of so many shapes are remembered; a text longer than this is not. */
const mostStencils = 4;
const longest = 2 ** 18;

/** Where a record stands: its file, and its line where it is one of many. */
export interface Standing {
  readonly file: string;
  readonly lineNumber: number | null;
}

const utf8 = new TextDecoder();

/** What is asked of a record only when something is to be told of it. */
function lookedUp(stencil: Stencil, bytes: Uint8Array, { file, lineNumber }: Standing) {
  const text = utf8.decode(bytes);
  const source = jsonSource(file, text, lineNumber);
  let bound: Report | undefined;
  /** The same record bound the general way. */
  const general = (): Report => {
    if (bound !== undefined) return bound;
    const record: unknown = JSON.parse(text);
    const read = isObject(record)
      ? bindRecord(record, stencil.form, source, [], source.name)
      : null;
    if (read === null) throw new Error(`${source.name}: not of the shape it had`);
    bound = read.report;
    return bound;
  };
  return { text, source, written: writtenIn(stencil, text), general };
}

function reportOf(
  stencil: Stencil,
  filling: Filling,
  bytes: Uint8Array,
  standing: Standing,
): Report {
  const { file, lineNumber } = standing;
  let looked: ReturnType<typeof lookedUp> | undefined;
  const look = () => {
    looked ??= lookedUp(stencil, bytes, standing);
    return looked;
  };
  const written = (cell: number): Written | undefined => look().written[cell];
  return {
    source: lineNumber === null ? file : `${file}:${lineNumber}`,
    format: 'json',
    organ: organOf(filling.organ),
    year: filling.year,
    published: filling.published === null ? null : dayOf(filling.published),
    form: stencil.form,
    kinds: stencil.kinds,
    values: filling.values,
    printed(cell) {
      const at = written(cell);
      return at === undefined
        ? look().general().printed(cell)
        : look().text.slice(at.offset, at.offset + at.length);
    },
    place(cell) {
      const at = written(cell);
      return at === undefined ? look().general().place(cell) : look().source.placeAt(at);
    },
    passages: stencil.passages.map((section, i) => ({
      section,
      text: filling.texts[i] ?? '',
      place: () => look().source.placeOf(['text', section]),
    })),
    sections: stencil.sections,
    prose: null,
    renamed: none,
    problems: none,
    notes: none,
    reasons: noReasons,
  };
}

const none: readonly never[] = [];
const noReasons: ReadonlyMap<string, Problem> = new Map();

/** The year is one for which the stencil's edition would be chosen. */
function isOfEdition(
  { form, named }: Stencil,
  year: number,
  editions: readonly Edition[],
): boolean {
  if (year < 1000 || year > lastYear) return false;
  const record = named ? { edition: form.edition.id, year } : { year };
  return editionOf(record, editions, ['', null]) === form.edition;
}

/** Binds records that are written as one of the last ones was; what it says of them `bindJson` would say too. */
export interface Stencils {
  /** The report in a text of UTF-8; null where it is written in another way. */
  bind(bytes: Uint8Array, standing: Standing): Report | null;
  /** A record that was bound in the general way: the next one may be written as it is. */
  learn(bytes: Uint8Array, report: Report): void;
}

/** Stencils that are made as records come; how often depends on how often they served. */
export function stencilsFor(editions: readonly Edition[]): Stencils {
  const stencils: Stencil[] = [];
  const isKnown = new Map<Stencil, Map<number, boolean>>();
  let [misses, pause, hits] = [0, 1, 0];
  const isInForce = (stencil: Stencil, year: number | null): boolean => {
    if (year === null) return true;
    const years = isKnown.get(stencil) ?? new Map<number, boolean>();
    isKnown.set(stencil, years);
    const known = years.get(year) ?? isOfEdition(stencil, year, editions);
    years.set(year, known);
    return known;
  };
  return {
    bind(bytes, standing) {
      for (let i = 0; i < stencils.length; i++) {
        const stencil = stencils[i];
        const filling = stencil === undefined ? null : fill(stencil, bytes);
        if (stencil === undefined || filling === null) continue;
        if (!isInForce(stencil, filling.year)) return null;
        if (i > 0) stencils.unshift(...stencils.splice(i, 1));
        if (++hits % 32 === 0) pause = Math.max(1, pause / 2);
        return reportOf(stencil, filling, bytes, standing);
      }
      return null;
    },
    learn(bytes, report) {
      // A single report teaches nothing that is ever asked for.
      if (misses++ < pause || bytes.length > longest) return;
      [misses, pause] = [0, pause * 2];
      const made = learn(bytes, report);
      if (made === null) return;
      stencils.unshift(made);
      const dropped = stencils.length > mostStencils ? stencils.pop() : undefined;
      if (dropped !== undefined) isKnown.delete(dropped);
    },
  };
}
