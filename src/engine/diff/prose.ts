import type { ProseFigure, Sentence } from '../../model/claim.ts';
import type { ChangedClaim, ChangedSentence, ProseDiff } from '../../model/diff.ts';
import type { Format } from '../../model/document.ts';
import { type Report, sentencesOf } from '../../model/report.ts';

/** Letters, Han characters and figures with their points, signs and per cents; other marks tell nothing. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−–—](?=\d)/gu, '-')
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(/(?![-.]\d)[^\p{L}\p{N}%‰]/gu, '');
}

const figure = /\d+(?:\.\d+)?/gu;

interface Keyed {
  readonly sentence: Sentence;
  readonly key: string;
}

/** Formats in which whatever stands outside the sections is no prose: names of sheets, remarks. */
const tablesOnly: readonly Format[] = ['xlsx', 'csv'];

/** The title says organ and year, which are compared by themselves, and a record has none. */
function isTitle({ section, text }: Sentence): boolean {
  return section === null && text.length < 80 && /年度报告(?:[（(][^（）()]*[）)])?$/u.test(text);
}

function keyed(report: Report): Keyed[] {
  const isOutside = ({ section }: Sentence): boolean =>
    section === null && tablesOnly.includes(report.format);
  return sentencesOf(report)
    .filter((sentence) => !isTitle(sentence) && !isOutside(sentence))
    .map((sentence) => ({ sentence, key: keyOf(sentence.text) }));
}

function without(own: readonly Keyed[], other: readonly Keyed[]): Keyed[] {
  const counts = new Map<string, number>();
  for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
  return own.filter(({ key }) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** Beyond so many sentences nobody reads the list, and looking for them in each other would be slow. */
const mostSought = 300;

/** Two documents may cut the same text into other sentences: those are no difference. */
function notCutOtherwise(own: readonly Keyed[], other: readonly Keyed[]): readonly Keyed[] {
  if (own.length > mostSought || other.length > mostSought) return own;
  const all = other.map(({ key }) => key).join('');
  return own.filter(({ key }) => !all.includes(key));
}

/** Pairs of sentences in which only figures differ; what is left has no partner. */
function paired(a: readonly Keyed[], b: readonly Keyed[]) {
  const wordsOf = ({ key }: Keyed): string => key.replace(figure, '#');
  const partners = new Map<string, Keyed[]>();
  // From the last to the first, so that the first is taken first.
  for (const each of b.toReversed()) {
    const same = partners.get(wordsOf(each)) ?? [];
    same.push(each);
    partners.set(wordsOf(each), same);
  }
  const changed: ChangedSentence[] = [];
  const taken = new Set<Keyed>();
  for (const each of a) {
    const partner = partners.get(wordsOf(each))?.pop();
    if (partner === undefined) continue;
    taken.add(each).add(partner);
    changed.push({ a: each.sentence, b: partner.sentence, figures: changedFigures(each, partner) });
  }
  const left = (all: readonly Keyed[]) =>
    all.filter((each) => !taken.has(each)).map(({ sentence }) => sentence);
  return { changed, onlyA: left(a), onlyB: left(b) };
}

function changedFigures(a: Keyed, b: Keyed): ChangedSentence['figures'] {
  const others = b.key.match(figure) ?? [];
  const pairs = (a.key.match(figure) ?? []).map((from, i) => ({ from, to: others[i] ?? '' }));
  return pairs.filter(({ from, to }) => from !== to);
}

interface Restated {
  readonly cells: readonly number[];
  readonly figures: ProseFigure[];
}

/** Figures by the cells that their words name, in all readings. */
function restated({ form, prose }: Report): Map<string, Restated> {
  const found = new Map<string, Restated>();
  for (const claim of prose?.claims ?? []) {
    if (claim.kind !== 'figure') continue;
    const key = JSON.stringify(
      claim.readings.map((cells) => cells.map((cell) => form.cells[cell]?.name)),
    );
    const same = found.get(key) ?? { cells: claim.readings[0] ?? [], figures: [] };
    same.figures.push(claim.figure);
    found.set(key, same);
  }
  return found;
}

function notSaid(own: readonly ProseFigure[], other: readonly ProseFigure[]): ProseFigure[] {
  const values = new Set(other.map(({ value }) => value));
  return own.filter(({ value }) => !values.has(value));
}

function changedClaims(a: Report, b: Report): ChangedClaim[] {
  const there = restated(b);
  return [...restated(a)].flatMap(([key, { cells, figures }]) => {
    const others = there.get(key)?.figures ?? [];
    if (others.length === 0) return [];
    const [onlyA, onlyB] = [notSaid(figures, others), notSaid(others, figures)];
    return onlyA.length + onlyB.length === 0 ? [] : [{ cells, a: onlyA, b: onlyB }];
  });
}

const nothing = { changed: [], onlyA: [], onlyB: [], claims: [] } as const;

/** The prose of two versions, by its words and figures, however it is cut into lines and sentences. */
export function compareProse(a: Report, b: Report): ProseDiff {
  const [own, other] = [keyed(a), keyed(b)];
  const whole = (all: readonly Keyed[]): string => all.map(({ key }) => key).join('');
  const [text, otherText] = [whole(own), whole(other)];
  if (text === otherText) return { ...nothing, state: text === '' ? 'none' : 'same' };
  if (text === '') return { ...nothing, state: 'only-b' };
  if (otherText === '') return { ...nothing, state: 'only-a' };
  const [onlyA, onlyB] = [without(own, other), without(other, own)];
  return {
    state: 'differs',
    ...paired(notCutOtherwise(onlyA, onlyB), notCutOtherwise(onlyB, onlyA)),
    claims: changedClaims(a, b),
  };
}
