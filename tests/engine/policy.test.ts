import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settingsNotes } from '../../src/engine/policy/notes.ts';
import { settleFindings } from '../../src/engine/policy/settle.ts';
import { isSame, subjectOf } from '../../src/engine/policy/subject.ts';
import { noRuns, withRun } from '../../src/engine/summary.ts';
import { exampleRecord, runExample } from '../../src/example.ts';
import { problemText } from '../../src/messages/problems.ts';
import { noPolicy, type Policy, type Settings } from '../../src/model/policy.ts';
import { problem } from '../../src/model/problem.ts';
import type { Example } from '../../src/model/rule.ts';
import type { Run } from '../../src/model/run.ts';
import { pathOf, seenFrom, wholeSource } from '../../src/model/sourcePath.ts';
import type { WaiverEntry } from '../../src/model/waiver.ts';
import { settled } from '../../src/pipeline.ts';
import { warned } from '../cli/records.ts';
import { runFixture, runRecord } from '../support/runs.ts';

/** One line total is wrong, by one. */
const wrong: Example = {
  edition: '2021',
  year: 2023,
  organ: '云川市人民政府',
  cells: { 'requests.newlyReceived.naturalPerson': 5, 'requests.newlyReceived.total': 6 },
};
const columns: Example = {
  ...wrong,
  cells: { 'requests.newlyReceived.naturalPerson': 5, 'requests.newlyReceived.total': 5 },
};
const place = { source: 'giar.waivers.json', at: null, line: 3 };

const settings: Settings = {
  name: 'giar.config.json',
  folder: '/desk/reports',
  rules: {},
  overrides: [],
  tolerances: { sharePoints: 0, moneyYuan: 0 },
};
const policyOf = (own: Partial<Settings>, waivers: readonly WaiverEntry[] = []): Policy => ({
  folder: '/desk',
  settings: { ...settings, ...own },
  waivers,
  today: '2026-06-30',
});

function entriesFor({ report, findings }: Run, more: Partial<WaiverEntry['waiver']> = {}) {
  if (report === null) throw new Error('no report');
  const { organ, year } = report;
  return findings.map((finding): WaiverEntry => {
    const waiver = { reason: '已核实', by: null, until: null, place, ...more };
    return { rule: finding.rule, organ, year, path: null, ...subjectOf(report, finding), waiver };
  });
}

const said = ({ verdict, findings, notes, coverage }: Run) => ({
  verdict,
  findings: findings.map(({ rule, severity, waiver }) => [rule, severity, waiver?.reason ?? null]),
  notes: notes.map((note) => `${note.source}: ${problemText(note, 'en')}`),
  made: coverage.checks.made,
});

describe('the level of a rule', () => {
  const run = runExample(wrong);
  const made = run.coverage.checks.made;

  it('stays as it is where nothing is settled: the run is the same one', () => {
    expect(settled(run, noPolicy('2026-06-30'))).toBe(run);
    expect(run.findings.map(({ rule }) => rule)).toEqual([
      'column-balance',
      'column-balance',
      'row-total',
    ]);
  });

  it('is off: findings are dropped, its checks are not made, and that is told', () => {
    const off = settled(run, policyOf({ rules: { 'column-balance': 'off' } }));
    expect(said(off)).toEqual({
      verdict: 'fail',
      findings: [['row-total', 'error', null]],
      notes: ['giar.config.json: switched off by the settings and not checked (1): column-balance'],
      made: made - 7,
    });
    expect(off.coverage.checks.failed).toBe(1);
    expect(off.checks.some(({ equation }) => equation.rule === 'column-balance')).toBe(false);
  });

  it('is never a pass where it leaves no check', () => {
    const rules = Object.fromEntries(
      [...new Set(run.checks.map(({ equation }) => equation.rule))].map(
        (id) => [id, 'off'] as const,
      ),
    );
    const off = settled(run, policyOf({ rules }));
    expect([off.verdict, off.findings, off.coverage.checks.made]).toEqual([
      'not-assessable',
      [],
      0,
    ]);
  });

  it('is lowered: findings are warnings, decide no verdict, and that is told', () => {
    const rules = { 'column-balance': 'warning', 'row-total': 'warning' } as const;
    expect(said(settled(run, policyOf({ rules })))).toEqual({
      verdict: 'pass',
      findings: [
        ['column-balance', 'warning', null],
        ['column-balance', 'warning', null],
        ['row-total', 'warning', null],
      ],
      notes: [
        'giar.config.json: by the settings only warnings, which decide no verdict: column-balance, row-total',
      ],
      made,
    });
  });

  it('leaves the findings of the run as they are, which other reports may share', () => {
    const before = run.findings.map(({ severity, waiver }) => [severity, waiver]);
    settled(run, policyOf({ rules: { 'row-total': 'warning' } }, entriesFor(run)));
    expect(run.findings.map(({ severity, waiver }) => [severity, waiver])).toEqual(before);
  });

  it('may be another for an organ or a path, and the last override counts', () => {
    const level = (overrides: Settings['overrides']) =>
      settled(run, policyOf({ rules: { 'row-total': 'warning' }, overrides })).findings.at(-1)
        ?.severity;
    const organs = ['云川市人民政府'];
    const [own, other] = [[/^example\.json$/u], [/^x\.json$/u]];
    const at = (rules: Settings['rules'], which: Partial<Settings['overrides'][number]>) => ({
      organs: null,
      sources: null,
      rules,
      ...which,
    });
    expect(level([])).toBe('warning');
    expect(level([at({ 'row-total': 'error' }, { organs })])).toBe('error');
    expect(level([at({ 'row-total': 'error' }, { organs: ['别处'] })])).toBe('warning');
    // The report lies beside the folder of the settings, not in it.
    expect(level([at({ 'row-total': 'error' }, { sources: own })])).toBe('warning');
    const inside = {
      ...run,
      report: run.report && { ...run.report, source: 'reports/example.json' },
    };
    const insideLevel = (sources: RegExp[]) =>
      settled(
        inside,
        policyOf({ rules: {}, overrides: [at({ 'row-total': 'warning' }, { sources })] }),
      ).findings.at(-1)?.severity;
    expect([insideLevel(own), insideLevel(other)]).toEqual(['warning', 'error']);
    const twice = [at({ 'row-total': 'error' }, {}), at({ 'row-total': 'warning' }, { organs })];
    expect(level(twice)).toBe('warning');
  });

  it('that was raised fails a report that had only a warning', () => {
    const doubtful = runRecord(warned);
    expect([
      doubtful.verdict,
      doubtful.findings.map(({ rule, severity }) => [rule, severity]),
    ]).toEqual(['pass', [['missing-line', 'warning']]]);
    const raised = settled(doubtful, policyOf({ rules: { 'missing-line': 'error' } }));
    expect([raised.verdict, raised.notes]).toEqual(['fail', []]);
  });

  it('of repairs: those of findings that are dropped go with them', () => {
    const [first, second] = run.findings;
    if (first === undefined || second === undefined) throw new Error('no findings');
    const group = { confidence: 'likely', repairs: [], hasMore: false, lines: [] } as const;
    const last = run.findings.slice(2);
    const repaired: Run = {
      ...run,
      repairs: [
        { ...group, findings: [first] },
        { ...group, findings: [second, ...last] },
      ],
    };
    const off = settled(
      repaired,
      policyOf({ rules: { 'column-balance': 'off', 'row-total': 'warning' } }),
    );
    expect(off.repairs).toEqual([{ ...group, findings: off.findings }]);
  });
});

describe('a waiver', () => {
  const run = runExample(wrong);

  it('accepts a finding whose values are as they were; it is shown and counts for nothing', () => {
    const own = settled(run, { ...noPolicy('2026-06-30'), waivers: entriesFor(run) });
    expect(said(own)).toEqual({
      verdict: 'pass',
      findings: [
        ['column-balance', 'error', '已核实'],
        ['column-balance', 'error', '已核实'],
        ['row-total', 'error', '已核实'],
      ],
      notes: [],
      made: run.coverage.checks.made,
    });
    expect(withRun(noRuns, own)).toMatchObject({ pass: 1, errors: 0, warnings: 0, waived: 3 });
  });

  it('lapses when a value changes, and says which', () => {
    const later = runExample({
      ...wrong,
      cells: { ...wrong.cells, 'requests.newlyReceived.total': 7 },
    });
    const entries = entriesFor(run).slice(2);
    const own = settled(later, { ...noPolicy('2026-06-30'), waivers: entries });
    expect(said(own)).toMatchObject({
      verdict: 'fail',
      notes: [
        'giar.waivers.json:3: the waiver of row-total has lapsed, as figures have changed (requests.newlyReceived.total 6 → 7); look at them again',
      ],
    });
    expect(own.findings.every(({ waiver }) => waiver === null)).toBe(true);
    expect(withRun(noRuns, own)).toMatchObject({ warnings: 1, waived: 0 });
  });

  it('holds through its last day and ends with it; without a day it does not hold', () => {
    const entries = entriesFor(run, { until: '2026-06-30' });
    const waived = (today: string | null) => settled(run, { ...noPolicy(today), waivers: entries });
    expect(waived('2026-06-30').verdict).toBe('pass');
    expect(said(waived('2026-07-01'))).toMatchObject({
      verdict: 'fail',
      notes: [
        'giar.waivers.json:3: the waiver of column-balance has ended (2026-06-30) and does not hold any more',
        'giar.waivers.json:3: the waiver of column-balance has ended (2026-06-30) and does not hold any more',
        'giar.waivers.json:3: the waiver of row-total has ended (2026-06-30) and does not hold any more',
      ],
    });
    expect(waived(null).verdict).toBe('fail');
  });

  it('that fits no finding is a warning', () => {
    const [entry] = entriesFor(run);
    if (entry === undefined) throw new Error('no entry');
    const waivers = [{ ...entry, rule: 'period', cells: {} }];
    expect(said(settled(run, { ...noPolicy(null), waivers })).notes).toEqual([
      'giar.waivers.json:3: the waiver of period is not used: there is no such finding now; delete it, or see that rule, organ, year and cells are right',
    ]);
  });

  it('is about its organ and year, or its file, alone', () => {
    const [entry] = entriesFor(run);
    if (entry === undefined) throw new Error('no entry');
    const holds = (own: Partial<WaiverEntry>) =>
      settled(run, {
        ...noPolicy(null),
        folder: '/desk',
        waivers: [{ ...entry, ...own }],
      }).findings.some(({ waiver }) => waiver !== null);
    expect(holds({})).toBe(true);
    expect(holds({ organ: '云川市 人民政府' })).toBe(true);
    expect(holds({ organ: '云川市教育局' })).toBe(false);
    expect(holds({ year: 2022 })).toBe(false);
    const file = { organ: null, year: null };
    expect(holds({ ...file, path: '/desk/example.json' })).toBe(true);
    expect(holds({ ...file, path: '/desk/other.json' })).toBe(false);
    expect(holds({ path: '/desk/other.json' })).toBe(false);
    expect(holds({ organ: '云川市人民政府', year: null, path: '/desk/example.json' })).toBe(true);
  });

  it('of a rule that is off, or that needs a report that is not there, is not told to be unused', () => {
    const [entry] = entriesFor(run);
    if (entry === undefined) throw new Error('no entry');
    const notes = (rule: string, cells: WaiverEntry['cells'], own: Settings['rules'] = {}) =>
      settled(run, policyOf({ rules: own }, [{ ...entry, rule, cells }])).notes.map(
        ({ code }) => code,
      );
    expect(notes('period', {}, { period: 'off' })).toEqual(['rules-off']);
    expect(notes('carried-over', { '2022/requests.carriedForward.total': 3 })).toEqual([]);
    expect(notes('stale-copy', {})).toEqual([]);
    expect(notes('roll-up', {})).toEqual([]);
    expect(notes('prose-growth', {})).toEqual([]);
    expect(notes('missing-line', {})).toEqual(['waiver-unused']);
  });

  it('may stand in the report itself', () => {
    const { report, findings } = run;
    if (report === null) throw new Error('no report');
    const explanations = findings.map((each) => ({
      rule: each.rule,
      ...subjectOf(report, each),
      reason: '上年系统迁移',
    }));
    const record = { ...exampleRecord(wrong), explanations };
    const own = settled(runRecord(record), noPolicy(null));
    expect([own.verdict, own.findings.map(({ waiver }) => waiver?.reason)]).toEqual([
      'pass',
      ['上年系统迁移', '上年系统迁移', '上年系统迁移'],
    ]);
  });

  it('of the prose holds for the same sentence and figure alone', () => {
    const saying = (text: string) => runExample({ ...columns, text });
    const before = saying('全年新收政府信息公开申请6件。');
    const waivers = entriesFor(before).filter(({ rule }) => rule === 'prose-figure');
    expect(waivers.map(({ details }) => details)).toEqual([
      expect.objectContaining({ figure: '6', offset: 12 }),
    ]);
    const waived = (text: string) =>
      settled(saying(text), { ...noPolicy(null), waivers })
        .findings.filter(({ rule }) => rule === 'prose-figure')
        .map(({ waiver }) => waiver?.reason ?? null);
    expect(waived('全年新收政府信息公开申请6件。')).toEqual(['已核实']);
    expect(waived('全年新收政府信息公开申请7件。')).toEqual([null]);
  });
});

describe('a tolerance', () => {
  const text = '全年新收政府信息公开申请40件，办结40件，其中予以公开30件，占75.6%。';
  const cells = {
    'requests.newlyReceived.naturalPerson': 40,
    'requests.newlyReceived.total': 40,
    'requests.handled.granted.naturalPerson': 30,
    'requests.handled.granted.total': 30,
    'requests.handled.unavailable.notHeld.naturalPerson': 10,
    'requests.handled.unavailable.notHeld.total': 10,
    'requests.handled.total.naturalPerson': 40,
    'requests.handled.total.total': 40,
  };
  const run = runExample({ edition: '2021', year: 2023, cells, text });

  it('is for shares in the prose, and what it passes over is counted', () => {
    const within = (sharePoints: number) =>
      said(settled(run, policyOf({ tolerances: { sharePoints, moneyYuan: 0 } })));
    expect(said(run).findings).toEqual([['prose-share', 'error', null]]);
    expect(within(0.5).findings).toEqual([['prose-share', 'error', null]]);
    expect(within(0.6)).toMatchObject({
      verdict: 'pass',
      findings: [],
      notes: [
        'giar.config.json: differences in the prose within what the settings tolerate, which are not listed: 1',
      ],
    });
  });

  it('is never for a count', () => {
    const counts = runExample({ ...columns, text: '全年新收政府信息公开申请6件。' });
    const tolerances = { sharePoints: 1, moneyYuan: 10_000 };
    const { findings } = settled(counts, policyOf({ tolerances }));
    expect(findings.map(({ rule }) => rule)).toEqual(counts.findings.map(({ rule }) => rule));
    expect(findings.some(({ rule }) => rule === 'prose-figure')).toBe(true);
  });
});

describe('findings by themselves, as those between years', () => {
  it('are settled as those of a run are', () => {
    const run = runExample(wrong);
    if (run.report === null) throw new Error('no report');
    const policy = policyOf({ rules: { 'column-balance': 'off' } }, entriesFor(run));
    const { findings } = settleFindings(run.report, run.findings, policy);
    expect(findings.map(({ rule, waiver }) => [rule, waiver?.reason])).toEqual([
      ['row-total', '已核实'],
    ]);
  });
});

describe('the path of a source', () => {
  it.each([
    ['/w', 'a.json', '/w/a.json'],
    ['/w', './b/../a.json', '/w/a.json'],
    ['/w/x', '../a.json', '/w/a.json'],
    ['/w', '/v/a.json', '/v/a.json'],
    ['/w', 'a.ndjson:12', '/w/a.ndjson'],
    ['/w', 'a.json#/3', '/w/a.json'],
    ['C:/w', 'b\\a.json', '/C:/w/b/a.json'],
    ['/w', '../../../a.json', '/a.json'],
  ])('seen from %s, %s is %s', (folder, source, path) => {
    expect(pathOf(folder, source)).toBe(path);
  });

  it('keeps its place in the file where that is wanted', () => {
    expect(wholeSource('/w', 'a.ndjson:12')).toBe('/w/a.ndjson:12');
  });

  it('is seen from a folder above it alone', () => {
    expect(seenFrom('/w', '/w/b/a.json')).toBe('b/a.json');
    expect(seenFrom('/', '/w/a.json')).toBe('w/a.json');
    expect(seenFrom('/w', '/wide/a.json')).toBe(null);
  });
});

describe('what a finding is about', () => {
  const fixtures = readdirSync('fixtures/rules', { recursive: true, encoding: 'utf8' });
  const names = fixtures
    .filter((name) => /\.(?:fail|warning)\.json$/u.test(name))
    .map((name) => name.replaceAll('\\', '/').replace(/\.json$/u, ''));

  it.each(names)('is told from everything else found in %s', (name) => {
    const { report, findings } = runFixture(name);
    if (report === null) throw new Error('no report');
    const subjects = findings.map((each) => ({ rule: each.rule, ...subjectOf(report, each) }));
    expect(subjects.length).toBeGreaterThan(0);
    expect(new Set(subjects.map((each) => JSON.stringify(each))).size).toBe(subjects.length);
    for (const [i, finding] of findings.entries()) {
      const again = subjectOf(report, finding);
      expect(subjects.filter((each) => each.rule === finding.rule && isSame(each, again))).toEqual([
        subjects[i],
      ]);
    }
  });

  it('is another where a figure, a mark or what cannot be read has changed', () => {
    const about = (mark: number | string | null) => {
      const { report, findings } = runExample({
        edition: '2021',
        year: 2023,
        cells: { 'requests.newlyReceived.naturalPerson': mark, 'requests.newlyReceived.total': 6 },
      });
      const finding = findings.find(({ rule }) => rule === 'row-total' || rule === 'count-cell');
      if (report === null || finding === undefined) throw new Error('nothing found');
      return subjectOf(report, finding).cells['requests.newlyReceived.naturalPerson'];
    };
    expect([5, 4, '/', '五千余', -3].map(about)).toEqual([5, 4, '/', '五千余', -3]);
  });
});

describe('a finding without cells', () => {
  it('is about the line that its sentence names', () => {
    const { report, findings } = runExample(wrong);
    const [finding] = findings;
    if (report === null || finding === undefined) throw new Error('nothing found');
    const line = report.form.lines.findIndex(({ path }) => path === 'newlyReceived');
    const bare = { ...finding, cells: [], args: { line: { line }, other: { line: 9999 } } };
    expect(subjectOf(report, bare)).toEqual({
      cells: {},
      details: { line: 'requests.newlyReceived', other: '' },
    });
  });
});

describe('what is told of settings that are for all reports of an audit', () => {
  const notesFor = (own: Partial<Settings>) =>
    settingsNotes({ ...settings, ...own }).map((each) => problemText(each, 'en'));
  it('is nothing where there are none, or nothing is loosened', () => {
    expect(settingsNotes(null)).toEqual([]);
    expect(notesFor({ rules: { 'row-total': 'error' } })).toEqual([]);
  });
  it('names the rules that are off or lowered, and counts what holds for some reports', () => {
    const override = { organs: ['云川市人民政府'], sources: [] };
    expect(
      notesFor({
        rules: { 'row-total': 'off', 'column-total': 'warning' },
        overrides: [
          { ...override, rules: { period: 'off' } },
          { ...override, rules: { period: 'error' } },
        ],
        tolerances: { sharePoints: 1, moneyYuan: 0 },
      }),
    ).toEqual([
      'switched off by the settings and not checked (1): row-total',
      'by the settings only warnings, which decide no verdict: column-total',
      'by the settings rules are off or only warnings for some reports besides (overrides: 1)',
      'by the settings shares or sums of money in the prose may be off, and such differences are not listed',
    ]);
  });
});

describe('a rule that is off', () => {
  it('is off with the problem that it had with itself', () => {
    const run = runExample(columns);
    const threw = {
      ...run,
      problems: [problem('rule-threw', { rule: 'period', reason: 'x' }, 'a')],
    };
    expect(settled(threw, policyOf({ rules: { period: 'off' } })).problems).toEqual([]);
    expect(settled(threw, policyOf({ rules: { 'row-total': 'off' } })).problems).toHaveLength(1);
  });
});
