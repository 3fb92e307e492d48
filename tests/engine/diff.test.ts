import { describe, expect, it } from 'vitest';
import { diffRuns } from '../../src/engine/diff/index.ts';
import { runExample } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';

const base: Example = {
  edition: '2021',
  year: 2023,
  organ: '某县某局',
  cells: {},
};
const newly = 'requests.newlyReceived';

/** The outcome, and all that differs, in short. */
function told(a: Partial<Example>, b: Partial<Example>, onlyTables = false) {
  const [first, second] = [runExample({ ...base, ...a }), runExample({ ...base, ...b })];
  const { outcome, reports, open } = diffRuns(first, second, onlyTables);
  if (reports === null) throw new Error('no report');
  const { about, cells, findings, prose } = reports;
  return {
    outcome,
    about,
    cells: cells.map((each) => [reports.a.form.cells[each.a]?.name, each.kind]),
    gone: findings.gone.map(({ rule }) => rule),
    come: findings.come.map(({ rule }) => rule),
    kept: findings.kept,
    prose: prose.state,
    open: open.map(({ code }) => code),
  };
}

const same = {
  outcome: 'same',
  about: [],
  cells: [],
  gone: [],
  come: [],
  kept: 0,
  prose: 'none',
  open: [],
};
const cell = (answer: number | string | null) => ({
  cells: { 'proactiveDisclosure.licensing.decisions': answer },
});
const licensing = 'proactiveDisclosure.licensing.decisions';

describe('two versions of a report', () => {
  it('are the same where every cell says the same, however it is printed', () => {
    expect(told({}, {})).toEqual(same);
    expect(told(cell('1,234 件'), cell(1234))).toEqual(same);
    expect(told(cell('/'), cell('—'))).toEqual(same);
    expect(told(cell('约 3'), cell('约3'))).toEqual({ ...same, kept: 1 });
  });

  it.each([
    [0, null],
    [0, '/'],
    [null, '/'],
    [3, 4],
  ])('differ where one cell says %s and %s', (from, to) => {
    expect(told(cell(from), cell(to))).toEqual({
      ...same,
      outcome: 'differ',
      cells: [[licensing, 'changed']],
    });
  });

  it('are not told to be the same where a cell can be read in several ways', () => {
    for (const [from, to] of [
      [7, '7?'],
      ['7?', 7],
    ] as const) {
      expect(told(cell(from), cell(to))).toEqual({
        ...same,
        outcome: 'unknown',
        cells: [[licensing, 'uncertain']],
        open: ['cells-uncertain'],
      });
    }
    expect(told(cell('7?'), cell('7?'))).toMatchObject({ outcome: 'unknown' });
  });

  it('are not told to be the same where a table is in neither', () => {
    const table = { without: [...new Set(tableLines('reconsiderationAndLitigation'))] };
    expect(told(table, table)).toMatchObject({
      outcome: 'unknown',
      cells: [],
      open: ['table-missing', 'table-missing'],
    });
  });

  it('differ where one has a line that the other has not', () => {
    const { outcome, cells, come } = told({}, { without: ['requests.carriedForward'] });
    expect(cells.map(([, kind]) => kind)).toEqual(Array(7).fill('only-a'));
    expect([outcome, come]).toEqual(['differ', ['missing-line']]);
    expect(told({ without: ['requests.carriedForward'] }, {})).toMatchObject({
      cells: cells.map(([name]) => [name, 'only-b']),
      gone: ['missing-line'],
      come: [],
    });
  });

  it('have the same finding where rule, place and cells are the same, whatever the figures are', () => {
    const wrong = (total: number) => ({ cells: { [`${newly}.total`]: total } });
    expect(told(wrong(1), wrong(2))).toEqual({
      ...same,
      outcome: 'differ',
      cells: [[`${newly}.total`, 'changed']],
      kept: 2,
    });
    expect(told({}, wrong(2))).toMatchObject({ come: ['column-balance', 'row-total'], gone: [] });
    expect(told(wrong(2), {})).toMatchObject({ gone: ['column-balance', 'row-total'], come: [] });
  });

  it('differ where they are of another organ, year, edition or day', () => {
    expect(told({}, { organ: '某县另一局', year: 2022 })).toEqual({
      ...same,
      outcome: 'differ',
      about: ['organ', 'year'],
    });
    expect(told({ published: '2024-01-20' }, { published: '2024-01-21' })).toEqual({
      ...same,
      outcome: 'differ',
      about: ['published'],
    });
    expect(told({ published: '2024-01-20' }, {})).toEqual(same);
  });

  it('on other editions are compared in the cells that both forms have', () => {
    const a = runExample({ edition: '2019', year: 2020, organ: '某局', cells: {} });
    const b = runExample({ edition: '2021', year: 2020, organ: '某局', cells: {} });
    const { outcome, reports } = diffRuns(a, b);
    if (reports === null) throw new Error('no report');
    const lines = (form: typeof reports.a.form, cells: readonly number[]) => [
      ...new Set(cells.map((i) => form.cells[i]?.line.path)),
    ];
    expect([outcome, reports.about]).toEqual(['differ', ['edition']]);
    expect(
      lines(
        reports.a.form,
        reports.cells.map((each) => each.a),
      ),
    ).toEqual(['handled.otherHandling']);
    expect(lines(reports.a.form, reports.apart.a)).toContain('otherServices');
    expect(lines(reports.b.form, reports.apart.b)).toContain('handled.otherHandling.notClarified');
    const known = new Set(reports.b.form.cells.map(({ name }) => name));
    const isShared = ({ name, index }: (typeof reports.a.form.cells)[number]) =>
      known.has(name) && reports.a.kinds[index] !== 0;
    expect(reports.compared).toBe(reports.a.form.cells.filter(isShared).length);
  });
});

/** The lines of a table of the 2021 form. */
function tableLines(table: string): string[] {
  const { report } = runExample(base);
  return (report?.form.lines ?? [])
    .filter((line) => line.table.id === table)
    .map((line) => `${table}.${line.path}`);
}

describe('the prose of two versions', () => {
  const text = '全年收到申请0件。工作有序推进，公开3条。';
  const prose = (b: string, a = text) => {
    const [first, second] = [runExample({ ...base, text: a }), runExample({ ...base, text: b })];
    const { outcome, reports } = diffRuns(first, second);
    const found = reports?.prose;
    return {
      outcome,
      state: found?.state,
      changed: found?.changed.map(({ figures }) => figures),
      onlyA: found?.onlyA.map((each) => each.text),
      onlyB: found?.onlyB.map((each) => each.text),
      claims: found?.claims.map((each) => [each.a, each.b].map((all) => all.map((f) => f.value))),
    };
  };
  const nothing = { changed: [], onlyA: [], onlyB: [], claims: [] };

  it('is the same with other blanks, widths and line breaks', () => {
    expect(prose('全年收到申请０件。\n 工作有序推进,\n公开3条。')).toEqual({
      ...nothing,
      outcome: 'same',
      state: 'same',
    });
  });
  it.each([
    ['1,234件', '1234件', 'same'],
    ['35.6%', '356%', 'differs'],
    ['增长-5%', '增长5%', 'differs'],
    ['5%', '5', 'differs'],
  ])('with %s beside %s is told: %s', (a, b, state) => {
    expect(prose(`公开${b}。`, `公开${a}。`).state).toBe(state);
  });
  it('differs in figures, sentences that went and sentences that came', () => {
    expect(prose('全年收到申请2件。工作有序推进，公开3条。另有说明。')).toEqual({
      outcome: 'differ',
      state: 'differs',
      changed: [[{ from: '0', to: '2' }]],
      onlyA: [],
      onlyB: ['另有说明。'],
      claims: [[[0], [2]]],
    });
    expect(prose('全年收到申请0件。')).toEqual({
      ...nothing,
      outcome: 'differ',
      state: 'differs',
      onlyA: ['工作有序推进，公开3条。'],
    });
  });
  it('differs where the same sentences stand in another order', () => {
    expect(prose('工作有序推进，公开3条。全年收到申请0件。')).toEqual({
      ...nothing,
      outcome: 'differ',
      state: 'differs',
    });
  });
  it('that only one has is told, and left aside where only tables are asked for', () => {
    expect(told({}, { text })).toMatchObject({ outcome: 'differ', prose: 'only-b' });
    expect(told({ text }, {})).toMatchObject({ outcome: 'differ', prose: 'only-a' });
    expect(told({ text: '全年收到申请9件。' }, {}, true)).toEqual({ ...same, prose: 'unread' });
  });
});

describe('a report that could not be read', () => {
  it('is neither the same as another nor different', () => {
    const run = runExample(base);
    const unread = { ...run, report: null, verdict: 'not-assessable' } as const;
    expect(diffRuns(unread, run)).toMatchObject({ outcome: 'unknown', reports: null });
    expect(diffRuns(run, unread)).toMatchObject({ outcome: 'unknown', reports: null });
  });
});
