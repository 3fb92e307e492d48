import type { Claim, Prose, ProseFigure } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { breakdownOf, farBreakdownOf, isDisclosed, sumBefore } from './breakdowns.ts';
import { changesOf } from './changes.ts';
import { isEmpty } from './facets.ts';
import { meaningOf, type Ties, tie } from './figures.ts';
import { mayClaim } from './mayClaim.ts';
import { namedRateOf } from './namedRates.ts';
import { isAmount, type Node, type Parsed } from './nodes.ts';
import { mostFigures, parse } from './parse.ts';
import { proseOf } from './pieces.ts';
import { growthOf, shareOf } from './rates.ts';
import { type Spoken, sentencesOf } from './sentences.ts';
import { statementOf } from './statements.ts';
import { settleWhole } from './wholes.ts';

const longestHeading = 30;

/** A heading says what the paragraphs below it are about. */
function isHeading(sentence: Spoken, nodes: readonly Node[]): boolean {
  return sentence.isFirst && nodes.length === 0 && sentence.text.length <= longestHeading;
}

const aboutDisclosure = /信息公开|依申请|复议|诉讼/u;

/** What was said so far, as far as it bears on what follows. */
interface Course {
  readonly report: Report;
  /** The report of the year before, where it is at hand. */
  readonly previous: Report | null;
  readonly ties: Ties;
  /** Amounts of the sentence before. */
  last: readonly Node[];
  /** All figures of the sentence before. */
  earlier: readonly Node[];
  /** The last figure that said how much was disclosed, and in which section. */
  disclosed: Node | null;
  isAbout: boolean;
  isDisclosure: boolean;
  isElsewhere: boolean;
}

function begin(course: Course, sentence: Spoken, nodes: readonly Node[]): void {
  if (isHeading(sentence, nodes)) {
    course.isDisclosure = aboutDisclosure.test(sentence.text);
    course.isAbout = false;
  }
  if (sentence.isFirst) course.isElsewhere = false;
  if (sentence.text.includes('申请')) course.isAbout = true;
}

/** Parses a sentence and ties its figures. */
function follow(course: Course, sentence: Spoken): Parsed | null {
  const isSilent = !mayClaim(sentence.text);
  const parsed = isSilent ? null : parse(sentence, sentence.isFirst ? [] : course.last);
  begin(course, sentence, parsed?.nodes ?? []);
  course.last = parsed?.lists[0]?.nodes.filter(isAmount) ?? [];
  if (parsed === null) return null;
  for (const list of parsed.lists) settleWhole(list);
  course.isElsewhere = tie(parsed, course.report, course, course.ties);
  return parsed;
}

/** What a figure says by itself: it restates cells, is a share, or tells a change. */
function claimOf(node: Node, { report, ties, previous, earlier }: Course): Claim | null {
  return (
    ties.get(node) ??
    shareOf(node, report, ties, earlier) ??
    namedRateOf(node, report, ties) ??
    growthOf(node, report, ties, previous)
  );
}

function isYearBefore(before: Report | null, { year }: Report): boolean {
  return before !== null && before.year !== null && before.year + 1 === year;
}

/** Reads the prose of a report: its figures, and what they say of the tables and of each other. */
export function readProse(report: Report, before: Report | null = null): Prose {
  const figures: ProseFigure[] = [];
  const claims: Claim[] = [];
  const understood = new Set<ProseFigure>();
  const course: Course = {
    report,
    previous: isYearBefore(before, report) ? before : null,
    ties: new Map(),
    last: [],
    earlier: [],
    disclosed: null,
    isAbout: false,
    isDisclosure: false,
    isElsewhere: false,
  };
  const keep = (claim: Claim | null): void => {
    if (claim !== null) claims.push(claim);
  };
  const sentences = sentencesOf(proseOf(report));
  for (const sentence of sentences) {
    if (figures.length >= mostFigures) break;
    if (sentence.isFirst) course.earlier = [];
    const parsed = follow(course, sentence);
    if (parsed === null) continue;
    for (const node of parsed.nodes) {
      const claim = claimOf(node, course);
      figures.push(node.figure);
      if (claim !== null || !isEmpty(meaningOf(node))) understood.add(node.figure);
      keep(claim);
    }
    for (const change of changesOf(parsed, report, course.ties, course.previous)) keep(change);
    for (const list of parsed.lists) {
      keep(sumBefore(list));
      keep(breakdownOf(list, course.ties, report) ?? farBreakdownOf(list, course, report));
    }
    course.earlier = parsed.nodes;
    course.disclosed = parsed.nodes.findLast(isDisclosed) ?? course.disclosed;
    for (const statement of parsed.statements) keep(statementOf(statement, course.ties, report));
  }
  return { sentences, figures, claims, understood, isWhole: figures.length < mostFigures };
}
