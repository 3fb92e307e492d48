import { describe, expect, it } from 'vitest';
import { drawSeries, type Figures } from '../../scripts/bench/audit/figures.ts';
import { type Body, type Generated, generate } from '../../scripts/bench/audit/generate.ts';
import { organOf } from '../../scripts/bench/audit/organs.ts';
import { type Truth, truthOf } from '../../scripts/bench/audit/truth.ts';
import { check } from '../../src/index.ts';
import { drawFrom } from '../support/generate.ts';

const all = (reports: number, seed: number, body: Body = 'prose', slips = true): Generated[] => [
  ...generate({ reports, seed, body, slips }),
];
const texts = (reports: readonly Generated[]): string[] => reports.map(({ text }) => text);

/** What the program finds in a report by itself. */
function found(text: string): Truth[] {
  const result = check(text);
  return result.reports.flatMap(({ findings, problems }) => {
    expect(problems).toEqual([]);
    return findings.map(({ ruleId, severity, at }) => ({ rule: ruleId, severity, ...at }));
  });
}

const between = ['carried-over', 'items-carried-over', 'in-force-stock', 'stale-copy'];
const inOrder = (truths: readonly Truth[]): string[] =>
  truths.map((truth) => JSON.stringify(truth, Object.keys(truth).sort())).sort();

describe('the reports made for the benchmark', () => {
  it('are the same for the same seed and others for another', () => {
    const once = texts(all(40, 1));
    expect(texts(all(40, 1))).toEqual(once);
    expect(texts(all(40, 2)).filter((text) => once.includes(text))).toEqual([]);
  });

  it('begin alike, however many they are', () => {
    expect(texts(all(200, 1)).slice(0, 33)).toEqual(texts(all(33, 1)));
  });

  it('have another organ each ten', () => {
    const names = Array.from({ length: 120_000 }, (_, i) => organOf(i).name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['prose', 'keyed'] as const)('give no finding where no slip was made (%s)', (body) => {
    const right = all(200, 3, body, false);
    expect(right.flatMap(({ truths }) => truths)).toEqual([]);
    expect(texts(right).flatMap(found)).toEqual([]);
  });

  it.each(['prose', 'keyed'] as const)('give just the findings of their slips (%s)', (body) => {
    for (const { text, truths } of all(400, 4, body)) {
      const own = truths.filter(({ rule }) => !between.includes(rule));
      expect(inOrder(found(text))).toEqual(inOrder(own));
    }
  });

  it('have every kind of slip, each told by its own rule', () => {
    const made = all(2000, 5).filter((report) => report.made !== null);
    const names = new Set(made.map((report) => report.made?.name));
    expect([...names].sort()).toEqual([
      'broken-chain',
      'case-total',
      'column-balance',
      'column-total',
      'in-force-stock',
      'items-carried-over',
      'moved-in-chain',
      'other-applicant',
      'row-total',
      'row-totals',
      'stale-copy',
    ]);
    for (const { made: slip, truths } of made) {
      expect(truths.map(({ rule }) => rule)).toContain(slip?.rule);
    }
  });
});

/** The years 2019 to 2023 of an organ, with some cells changed. */
function seriesWith(changes: Readonly<Record<string, number>>): Figures[] {
  const series = drawSeries(5, drawFrom(6));
  for (const [name, more] of Object.entries(changes)) {
    const [year, cell] = name.split('/');
    const figures = series.find((each) => String(each.year) === year);
    const at = figures?.form.cells.findIndex((each) => each.name === cell) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    figures?.values.splice(at, 1, (figures.values[at] ?? 0) + more);
  }
  return series;
}

const truthsOf = (series: readonly Figures[]) =>
  series.flatMap((figures, i) =>
    truthOf(figures, series[i - 1] ?? null).map(({ rule, severity, row, column }) =>
      [figures.year, rule, severity, row, column].join(' '),
    ),
  );

describe('the truth about the years of an organ', () => {
  it('is empty where each year follows from the one before', () => {
    expect(truthsOf(seriesWith({}))).toEqual([]);
  });

  it('is an error in the total and a query in one column, across editions too', () => {
    const broken = { '2020/requests.carriedForward.total': 1 };
    expect(truthsOf(seriesWith(broken))).toEqual([
      '2020 column-balance error  total',
      '2020 row-total error carriedForward ',
      '2021 carried-over error carriedOver total',
    ]);
    const moved = {
      '2023/requests.carriedOver.enterprise': 2,
      '2023/requests.newlyReceived.enterprise': -2,
      '2023/requests.carriedOver.otherOrganization': -2,
      '2023/requests.newlyReceived.otherOrganization': 2,
    };
    expect(truthsOf(seriesWith(moved))).toEqual([
      '2023 carried-over warning carriedOver enterprise',
      '2023 carried-over warning carriedOver otherOrganization',
    ]);
  });

  it('has items that do not follow between 2019 and 2020 only', () => {
    const changed = {
      '2019/proactiveDisclosure.fees.netChange': 3,
      '2020/proactiveDisclosure.licensing.netChange': 3,
    };
    expect(truthsOf(seriesWith(changed))).toEqual(['2020 items-carried-over error fees ']);
  });

  it('has a wrong stock in its own year and in the one after', () => {
    expect(truthsOf(seriesWith({ '2022/proactiveDisclosure.governmentRules.inForce': 3 }))).toEqual(
      [
        '2022 in-force-stock warning governmentRules ',
        '2023 in-force-stock warning governmentRules ',
      ],
    );
  });

  it('has the tables of the year before as a copy', () => {
    const series = seriesWith({});
    const [, , before, copy] = series;
    copy?.values.splice(0, copy.values.length, ...(before?.values ?? []));
    expect(truthsOf(series).filter((truth) => truth.includes('stale-copy'))).toEqual([
      '2022 stale-copy warning  ',
    ]);
  });
});
