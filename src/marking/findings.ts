import { visible } from '../messages/visible.ts';
import type { Claim } from '../model/claim.ts';
import type { At } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { ResultFinding } from '../model/result.ts';
import type { Finding, Run } from '../model/run.ts';
import type { Language } from '../model/words.ts';
import type { Mark, Quote, Tone } from './mark.ts';

const words = {
  zh: { title: '【{}】', waived: '已说明：{}' },
  en: { title: '[{}] ', waived: 'Waived: {}' },
} as const;

/** How findings are told in comments. */
export interface Told {
  readonly lang: Language;
  /** The findings of the run with their sentences, in the order of the run. */
  readonly results: readonly ResultFinding[];
  titleOf(rule: string): string;
}

function toneOf({ waiver, severity }: Finding): Tone {
  return waiver === null ? severity : 'waived';
}

function linesOf(finding: Finding, result: ResultFinding | undefined, told: Told): string[] {
  const { title, waived } = words[told.lang];
  const fill = (pattern: string, text: string): string => pattern.replace('{}', () => text);
  const lines = [
    fill(title, told.titleOf(finding.rule)) + (result?.message ?? ''),
    ...(result?.suggestions ?? []).map(({ message }) => message),
    ...(finding.waiver === null ? [] : [fill(waived, visible(finding.waiver.reason))]),
  ];
  return lines.flatMap((line) => line.split('\n'));
}

/** More cells than this are not all in question themselves. */
const mostMain = 4;

/**
 * The cells of a finding that may themselves be wrong: those that a repair would change, else those that
 * another finding is about too, else all where they are few, else the total.
 */
function mainCells({ repairs: groups, findings }: Run, finding: Finding): readonly number[] {
  const { cells, equation } = finding;
  const group = groups.find((each) => each.findings.includes(finding));
  const repairs = group?.confidence === 'ambiguous' ? group.repairs : group?.repairs.slice(0, 1);
  const changed = repairs?.flatMap(({ changes }) => changes.map(({ cell }) => cell)) ?? [];
  const repaired = cells.filter((cell) => changed.includes(cell));
  if (repaired.length > 0) return repaired;
  const others = findings.filter((each) => each !== finding && each.across === finding.across);
  const shared = cells.filter((cell) => others.some((each) => each.cells.includes(cell)));
  if (shared.length > 0) return shared;
  if (cells.length <= mostMain) return cells;
  const total = [equation?.left, equation?.right].find((side) => side?.length === 1)?.[0];
  return total === undefined ? cells.slice(0, 1) : [total.cell];
}

function sameAt(a: At | null, b: At | null): boolean {
  return a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
}

/** The figure of a claim in the part of its sentence that stands in one paragraph. */
function quoteOf({ figure: { sentence, start, end } }: Claim): { at: At | null; quote: Quote } {
  const { at } = sentence.placeAt(start);
  const isHere = (offset: number): boolean => sameAt(sentence.placeAt(offset).at, at);
  let [from, to] = [start, start];
  while (from > 0 && isHere(from - 1)) from--;
  while (to < sentence.text.length && isHere(to)) to++;
  const text = sentence.text.slice(from, to);
  return { at, quote: { sentence: text, start: start - from, end: Math.min(end, to) - from } };
}

/** The marks of a finding about cells; those of another document are left out. */
function cellMarks(run: Run, report: Report, finding: Finding, lines: readonly string[]): Mark[] {
  const within = finding.across ?? report;
  const tone = toneOf(finding);
  const main = mainCells(run, finding);
  return finding.cells.flatMap((cell): Mark[] => {
    const { source, at } = within.place(cell);
    if (source !== report.source || at === null) return [];
    const isMain = main.includes(cell);
    return [{ at, tone, isMain, quote: null, lines: isMain ? lines : [] }];
  });
}

/**
 * What is to be shown of a run in a copy of its document: all cells of a finding coloured, a comment at those
 * that may themselves be wrong, or at the figure of the prose; what has no place is said at the beginning.
 */
export function marksOf(run: Run, told: Told): Mark[] {
  const { report } = run;
  if (report === null) return [];
  return run.findings.flatMap((finding, i): Mark[] => {
    const lines = linesOf(finding, told.results[i], told);
    const tone = toneOf(finding);
    if (finding.claim !== null) {
      return [{ ...quoteOf(finding.claim), tone, isMain: true, lines }];
    }
    const marks = cellMarks(run, report, finding, lines);
    if (marks.some((mark) => mark.lines.length > 0)) return marks;
    return [...marks, { at: null, tone, isMain: true, quote: null, lines }];
  });
}
