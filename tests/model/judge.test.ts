import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { runExample } from '../../src/example.ts';
import { CellKind } from '../../src/model/cell.ts';
import type { Claim, ProseFigure } from '../../src/model/claim.ts';
import { formOf } from '../../src/model/form.ts';
import { judge, sumOfCells } from '../../src/model/judge.ts';
import type { Report } from '../../src/model/report.ts';
import { figures } from '../support/sentence.ts';

type Cells = Readonly<Record<string, number | string | null>>;

function reportOf(cells: Cells, edition = '2021', year = 2023): Report {
  const { report } = runExample({ edition, year, cells });
  if (report === null) throw new Error('an example is no report');
  return report;
}

/** The report with cells that cannot be told for certain. */
function uncertain(report: Report, ...cells: readonly number[]): Report {
  const kinds = report.kinds.map((kind, i) => (cells.includes(i) ? CellKind.uncertain : kind));
  return { ...report, kinds };
}

function cellOf(name: string, id = '2021'): number {
  const edition = editions.find((each) => each.id === id);
  const at = edition === undefined ? -1 : formOf(edition).cells.findIndex((c) => c.name === name);
  if (at < 0) throw new Error(`no cell ${name}`);
  return at;
}

function figure(text: string): ProseFigure {
  const [only] = figures(text);
  if (only === undefined) throw new Error(`no figure in ${text}`);
  return only;
}

const received = cellOf('requests.newlyReceived.total');
const natural = cellOf('requests.newlyReceived.naturalPerson');
const carried = cellOf('requests.carriedOver.total');
const base = { 'requests.newlyReceived.total': 40, 'requests.newlyReceived.naturalPerson': 30 };

function restated(text: string, report: Report, ...readings: readonly (readonly number[])[]) {
  return judge(report, { kind: 'figure', figure: figure(text), readings, force: 'firm' });
}

describe('a figure against cells', () => {
  it.each([
    ['40件', 'pass'],
    ['41件', 'fail'],
    ['约40件', 'pass'],
    ['近42件', 'pass'],
    ['近39件', 'fail'],
    ['40余件', 'pass'],
    ['20余件', 'fail'],
  ])('of 40 requests: %s is %s', (text, outcome) => {
    expect(restated(text, reportOf(base), [received]).outcome).toBe(outcome);
  });

  it('holds if one of its readings does, which is named', () => {
    const report = reportOf({ ...base, 'requests.carriedOver.total': 2 });
    expect(restated('42件', report, [received], [received, carried])).toEqual({
      outcome: 'pass',
      reading: 1,
    });
    expect(restated('43件', report, [received], [received, carried])).toEqual({
      outcome: 'fail',
      reading: 0,
    });
  });

  it('is undecided without any reading', () => {
    expect(restated('42件', reportOf(base)).outcome).toBe('inconclusive');
  });

  it('is undecided by a blank that could still make it true, and by no other', () => {
    const report = reportOf({ ...base, 'requests.carriedOver.total': null });
    expect(restated('42件', report, [received, carried]).outcome).toBe('inconclusive');
    expect(restated('40件', report, [received, carried]).outcome).toBe('pass');
    expect(restated('39件', report, [received, carried]).outcome).toBe('fail');
  });

  it('is decided by no cell that is uncertain, unreadable or absent', () => {
    const report = reportOf(base);
    expect(restated('7件', uncertain(report, received), [received]).outcome).toBe('inconclusive');
    expect(restated('40件', uncertain(report, received), [received]).outcome).toBe('inconclusive');
    const unread = reportOf({ ...base, 'requests.newlyReceived.total': '四十多' });
    expect(restated('7件', unread, [received]).outcome).toBe('inconclusive');
    expect(sumOfCells(unread, [received])).toBeNull();
  });

  it('counts a mark for not applicable as 0', () => {
    const report = reportOf({ ...base, 'requests.carriedOver.total': '/' });
    expect(sumOfCells(report, [received, carried])).toBe(40);
    expect(restated('0件', report, [carried]).outcome).toBe('pass');
  });

  it.each([
    ['113.36万元', 'pass'],
    ['1133600元', 'pass'],
    ['113.4万元', 'pass'],
    ['113万元', 'pass'],
    ['113.36元', 'fail'],
    ['131.36万元', 'fail'],
    ['114万元', 'fail'],
  ])('of 113.36 万元: %s is %s', (text, outcome) => {
    const fees = cellOf('proactiveDisclosure.fees.amount');
    const report = reportOf({ 'proactiveDisclosure.fees.amount': 113.36 });
    expect(report.form.inTenThousands[fees]).toBe(1);
    expect(restated(`收费${text}`, report, [fees]).outcome).toBe(outcome);
  });
});

describe('a share', () => {
  const share = (text: string, report: Report): string =>
    judge(report, {
      kind: 'share',
      figure: figure(text),
      parts: [[natural]],
      wholes: [[received]],
      force: 'firm',
    }).outcome;

  it.each([
    ['占75%', 'pass'],
    ['占75.00%', 'pass'],
    ['占750‰', 'pass'],
    ['占73%', 'fail'],
    ['占76.0%', 'fail'],
    ['约占74%', 'pass'],
  ])('of 30 of 40: %s is %s', (text, outcome) => {
    expect(share(text, reportOf(base))).toBe(outcome);
  });

  it('of nothing does not hold', () => {
    expect(share('占75%', reportOf({}))).toBe('fail');
  });

  it('is undecided by blanks and by uncertain cells', () => {
    const blank = reportOf({ ...base, 'requests.newlyReceived.total': null });
    expect(share('占75%', blank)).toBe('inconclusive');
    expect(share('占75%', uncertain(reportOf(base), natural))).toBe('inconclusive');
    expect(share('占20%', uncertain(reportOf(base), received))).toBe('inconclusive');
  });

  it('of figures that are printed counts with these', () => {
    const claim: Claim = {
      kind: 'share',
      figure: figure('占33.3%'),
      parts: [figure('约10件')],
      wholes: [figure('30件')],
      force: 'weak',
    };
    expect(judge(reportOf(base), claim).outcome).toBe('pass');
  });
});

describe('a breakdown', () => {
  const outcome = (whole: string, parts: readonly string[], isComplete: boolean): string =>
    judge(reportOf({}), {
      kind: 'breakdown',
      figure: figure(whole),
      parts: parts.map(figure),
      isComplete,
      force: 'weak',
    }).outcome;

  it('must not come to more than its whole, and to as much if it is complete', () => {
    expect(outcome('10件', ['4件', '6件'], true)).toBe('pass');
    expect(outcome('10件', ['4件', '7件'], true)).toBe('fail');
    expect(outcome('10件', ['4件', '7件'], false)).toBe('fail');
    expect(outcome('10件', ['4件', '5件'], true)).toBe('fail');
    expect(outcome('10件', ['4件', '5件'], false)).toBe('pass');
  });

  it('of rounded figures may differ by as much as rounding allows', () => {
    expect(outcome('1.2万条', ['7104条', '5000条'], true)).toBe('pass');
    expect(outcome('1.2万条', ['7104条', '7000条'], true)).toBe('fail');
  });
});

describe('growth', () => {
  const outcome = (text: string, report = reportOf(base), before: string | null = null): string =>
    judge(report, {
      kind: 'growth',
      by: 'rate',
      figure: figure(text),
      now: [[received]],
      before: before === null ? null : figure(before),
      lastYear: [],
      sign: text.includes('增') ? 1 : -1,
      force: 'firm',
    }).outcome;

  it.each([
    // 40 / 35 = 1.142857…
    ['增长14.3%', 'pass'],
    ['增长14.28%', 'pass'],
    ['增长14.2857%', 'pass'],
    ['增长14.1%', 'fail'],
    ['增长14%', 'pass'],
    // 40 / 39 = 1.0256…; nothing lies between 39 and 40.
    ['增长2.56%', 'pass'],
    ['增长1.5%', 'fail'],
    ['增长0%', 'pass'],
    ['增长3900%', 'pass'],
    ['增长9900%', 'fail'],
    ['增长1倍', 'pass'],
    ['下降50%', 'pass'],
    ['下降0.5%', 'fail'],
    ['下降100%', 'fail'],
  ])('to 40: %s is %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it('to nothing is a loss of all', () => {
    expect(outcome('下降100%', reportOf({}))).toBe('pass');
  });

  it('is computed where last year’s figure is printed', () => {
    expect(outcome('增长14.3%', reportOf(base), '35件')).toBe('pass');
    expect(outcome('增长14.3%', reportOf(base), '36件')).toBe('fail');
    expect(outcome('下降20%', reportOf(base), '50件')).toBe('pass');
    expect(outcome('增长20%', reportOf(base), '50件')).toBe('fail');
    expect(outcome('增长20%', reportOf(base), '0件')).toBe('fail');
  });

  it('is undecided by blanks and by uncertain cells', () => {
    expect(outcome('增长1.5%', reportOf({ 'requests.newlyReceived.total': null }))).toBe(
      'inconclusive',
    );
    expect(outcome('增长1.5%', uncertain(reportOf(base), received))).toBe('inconclusive');
  });
});

describe('all and nothing', () => {
  const outcome = (report: Report, of: readonly number[] | null): string =>
    judge(report, { kind: 'all', figure: figure('0件'), cells: [natural], of, force: 'firm' })
      .outcome;
  const blankPart = { 'requests.newlyReceived.naturalPerson': null };

  it('hold where the cells are equal, or 0', () => {
    expect(outcome(reportOf({ ...base, 'requests.newlyReceived.total': 30 }), [received])).toBe(
      'pass',
    );
    expect(outcome(reportOf(base), [received])).toBe('fail');
    expect(outcome(reportOf(base), null)).toBe('fail');
    expect(outcome(reportOf({}), null)).toBe('pass');
  });

  it('are undecided by a blank that could still make them true', () => {
    expect(outcome(reportOf({ ...base, ...blankPart }), [received])).toBe('inconclusive');
    expect(outcome(reportOf({ ...base, 'requests.newlyReceived.total': null }), [received])).toBe(
      'inconclusive',
    );
    expect(outcome(reportOf(blankPart), null)).toBe('pass');
  });

  it('are decided by no uncertain cell', () => {
    expect(outcome(uncertain(reportOf(base), natural), null)).toBe('inconclusive');
    expect(outcome(uncertain(reportOf(base), received), [received])).toBe('inconclusive');
  });
});
