import { describe, expect, it } from 'vitest';
import { auditOrgan } from '../../src/audit/organs.ts';
import type { AuditRecord } from '../../src/audit/records.ts';
import { audited, toolsFor } from '../../src/auditing.ts';
import { exampleRecord } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import { checkDocument } from '../../src/pipeline.ts';

const nobody = { organ: null, year: null, said: null };

/** A report as an audit keeps it, after a way through JSON. */
function recordOf(example: Omit<Example, 'edition' | 'organ'>, name = 'report.json'): AuditRecord {
  const file = `${example.year}/${name}`;
  const edition = example.year < 2021 ? '2019' : '2021';
  const text = JSON.stringify(exampleRecord({ edition, organ: '某市某局', ...example }));
  const [checked] = checkDocument(text, file);
  if (checked === undefined || 'misfit' in checked) throw new Error('an example is no report');
  const record = audited(checked, { file, line: 0 }, nobody, { lang: 'zh', isCounted: false });
  return JSON.parse(JSON.stringify(record));
}

function cells(received: number, over: number, forward: number) {
  const handled = received + over - forward;
  const lines = {
    newlyReceived: received,
    carriedOver: over,
    'handled.granted': handled,
    'handled.total': handled,
    carriedForward: forward,
  };
  const entries = Object.entries(lines).flatMap(([line, value]) =>
    ['naturalPerson', 'total'].map((column) => [`requests.${line}.${column}`, value] as const),
  );
  return Object.fromEntries(entries);
}

const auditOf = (...records: AuditRecord[]) => auditOrgan('某市某局', records, toolsFor('zh'));

describe('an organ through the years', () => {
  it('holds where every year begins as the one before ended, across editions of the form', () => {
    const { organ, findings } = auditOf(
      recordOf({ year: 2021, cells: cells(5, 2, 1) }),
      recordOf({ year: 2019, cells: cells(9, 0, 3) }),
      recordOf({ year: 2020, cells: cells(4, 3, 2) }),
    );
    expect(organ.reports.map(({ year }) => year)).toEqual([2019, 2020, 2021]);
    expect(organ.links.map(({ from, to, outcome }) => [from, to, outcome])).toEqual([
      [2019, 2020, 'holds'],
      [2020, 2021, 'holds'],
    ]);
    expect(findings).toEqual([]);
    expect(organ.reports[0]?.flow).toEqual({
      newlyReceived: 9,
      carriedOver: 0,
      handled: 6,
      carriedForward: 3,
    });
  });

  it('breaks where one does not, both reports named', () => {
    const { organ, findings } = auditOf(
      recordOf({ year: 2022, cells: cells(9, 0, 3) }),
      recordOf({ year: 2023, cells: cells(4, 2, 2) }),
    );
    expect(organ.links.map(({ outcome }) => outcome)).toEqual(['breaks']);
    expect(findings.map((found) => [found.ruleId, found.severity, found.scope])).toEqual([
      ['carried-over', 'warning', 'years'],
      ['carried-over', 'error', 'years'],
    ]);
    expect(findings[1]?.cells).toEqual([
      { cell: 'requests.carriedOver.total', printed: '2', source: '2023/report.json' },
      { cell: '2022/requests.carriedForward.total', printed: '3', source: '2022/report.json' },
    ]);
    expect(findings[1]).toMatchObject({
      organ: '某市某局',
      year: 2023,
      source: '2023/report.json',
    });
  });

  it('has a gap where a year is missing, over which nothing is compared', () => {
    const { organ, findings } = auditOf(
      recordOf({ year: 2021, cells: cells(9, 0, 3) }),
      recordOf({ year: 2023, cells: cells(4, 0, 0) }),
    );
    expect(organ.links).toEqual([{ from: 2021, to: 2023, outcome: 'gap' }]);
    expect(findings).toEqual([]);
  });

  it('leaves open what a report does not print', () => {
    const without = ['requests.carriedForward'];
    const { organ } = auditOf(
      recordOf({ year: 2022, cells: {}, without }),
      recordOf({ year: 2023, cells: cells(4, 0, 0) }),
    );
    expect(organ.links.map(({ outcome }) => outcome)).toEqual(['undecided']);
  });

  it('takes one of several reports of a year, and says how the others differ', () => {
    const { organ } = auditOf(
      recordOf({ year: 2023, cells: cells(4, 0, 0) }, 'b.json'),
      recordOf({ year: 2023, cells: cells(4, 0, 0) }, 'a.json'),
      recordOf({ year: 2023, cells: cells(5, 0, 0) }, 'c.json'),
    );
    expect(organ.reports.map(({ source }) => source)).toEqual(['2023/b.json']);
    expect(organ.duplicates).toEqual([
      {
        year: 2023,
        taken: '2023/b.json',
        others: [
          { source: '2023/a.json', cellsDiffering: 0 },
          { source: '2023/c.json', cellsDiffering: 6 },
        ],
      },
    ]);
  });

  it('checks a rate of growth against the year before', () => {
    const text = '2023年共收到政府信息公开申请52件，比上年增长23.8%。';
    const { organ, findings } = auditOf(
      recordOf({ year: 2022, cells: cells(40, 0, 0) }),
      recordOf({ year: 2023, cells: cells(52, 0, 0), text }),
    );
    expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ['prose-growth', expect.stringContaining('从 40 到 52 是 30.0%，不是 23.8%')],
    ]);
    expect(organ.links.map(({ outcome }) => outcome)).toEqual(['breaks']);
  });

  it('finds tables and prose copied from any earlier year, and names the latest', () => {
    const table = {
      'proactiveDisclosure.licensing.decisions': 1245,
      'proactiveDisclosure.penalties.decisions': 87,
      'proactiveDisclosure.compulsion.decisions': 12,
      'proactiveDisclosure.fees.amount': 30,
      'proactiveDisclosure.normativeDocuments.issued': 4,
      'proactiveDisclosure.normativeDocuments.repealed': 4,
    };
    const words = '坚持以公开为常态、不公开为例外，围绕群众关心的事项做好发布与解读。'.repeat(6);
    const said = (year: number) => `${year}年，本机关${words}`;
    const { findings } = auditOf(
      recordOf({ year: 2021, cells: table, text: said(2021) }),
      recordOf({ year: 2022, cells: {}, text: '本年没有需要说明的情况。' }),
      recordOf({ year: 2023, cells: table, text: said(2023) }),
    );
    expect(findings.map(({ ruleId, year, message }) => [ruleId, year, message])).toEqual([
      ['stale-copy', 2023, expect.stringContaining('与 2021 年的报告相同')],
      ['stale-copy', 2023, expect.stringContaining('与 2021 年的报告一字不差')],
    ]);
  });
});
