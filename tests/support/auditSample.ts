import { readFileSync } from 'node:fs';
import { runDocument } from '../../src/check.ts';
import { editions } from '../../src/editions/index.ts';
import type {
  AuditedOrgan,
  AuditedReport,
  AuditFinding,
  AuditSummary,
  Link,
  ReportSheet,
} from '../../src/model/audit.ts';
import type { Run } from '../../src/model/run.ts';
import type { Language } from '../../src/model/words.ts';
import { sentences } from '../../src/pipeline.ts';
import type { PageContext } from '../../src/reporters/audit/page.ts';
import { resultOf } from '../../src/reporters/result.ts';
import { rules } from '../../src/rules/index.ts';
import { type JsonObject, put } from '../cli/records.ts';

/** An invented organ with reports of several years, all made from those of the fixtures. */
export interface SampleOrgan {
  readonly organ: AuditedOrgan;
  readonly findings: readonly AuditFinding[];
  readonly sheets: readonly ReportSheet[];
}

function load(name: string): JsonObject {
  return JSON.parse(readFileSync(`fixtures/reports/${name}/report.json`, 'utf8'));
}

const forms = {
  2014: load('beiyuan-jyj-2017'),
  2019: load('qinglin-swj-2020'),
  2021: load('yunchuan-2023'),
};

function recordOf(organ: string, year: number): JsonObject {
  const form = year <= 2018 ? forms[2014] : year <= 2020 ? forms[2019] : forms[2021];
  const { $schema: _, ...record } = form;
  return {
    ...record,
    edition: year <= 2018 ? '2014' : year <= 2020 ? '2019' : '2021',
    organ,
    year,
  };
}

/** A whole number from 0 to 99 that is always the same for the same texts. */
function chance(...parts: readonly (string | number)[]): number {
  let hash = 7;
  for (const character of parts.join('/')) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return Math.abs(hash) % 100;
}

/** Some reports are spoilt: a total is off, a column does not balance, a cell cannot be read, a table is blank. */
function spoilt(record: JsonObject, organ: string, year: number): JsonObject {
  const luck = chance(organ, year);
  if (year <= 2018) {
    return luck < 85 ? record : put(record, 'tables.statistics.requests.received.online', 41);
  }
  if (luck < 62) return record;
  if (luck < 76) return put(record, 'tables.requests.handled.granted.6', 77);
  if (luck < 84) return put(record, 'tables.requests.carriedForward', [9, 1, 0, 0, 3, 0, 13]);
  if (luck < 92) return put(record, 'tables.reconsiderationAndLitigation.reconsideration.4', '约5');
  return put(record, 'tables.reconsiderationAndLitigation');
}

function figureOf({ report }: Run, line: string): number | null {
  const cell = report?.form.cells.find(
    ({ name }) =>
      name === `requests.${line}.total` || name === `statistics.requests.${line}.figure`,
  );
  return cell === undefined ? null : (report?.values[cell.index] ?? null);
}

interface SampleReport {
  readonly report: AuditedReport;
  readonly sheet: ReportSheet;
}

function reportOf(organ: string, year: number, lang: Language): SampleReport {
  const source = `${organ}/${year}.json`;
  const text = JSON.stringify(spoilt(recordOf(organ, year), organ, year), null, 2);
  const [run] = runDocument(text, source);
  if (run === undefined) throw new Error('no report');
  const result = resultOf(run, sentences, lang);
  const findings = result.findings.map(
    (finding): AuditFinding => ({ ...finding, source, organ, year, scope: 'report' }),
  );
  const shift = chance(organ, year, 'flow') - 50;
  const moved = (value: number | null): number | null =>
    value === null ? null : Math.max(0, value + Math.round((value * shift) / 120));
  const { edition, format, verdict, problems } = result;
  return {
    report: {
      ...{ source, organ, year, edition, format, verdict },
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      waived: 0,
      flow: {
        newlyReceived: moved(figureOf(run, year <= 2018 ? 'received.total' : 'newlyReceived')),
        carriedOver: figureOf(run, 'carriedOver'),
        handled: moved(figureOf(run, year <= 2018 ? 'answered.total' : 'handled.total')),
        carriedForward: moved(figureOf(run, 'carriedForward')),
      },
    },
    sheet: {
      source,
      cells: run.report?.form.cells.map(({ index }) => run.report?.printed(index) ?? null) ?? [],
      findings,
      problems,
    },
  };
}

/** A chain that breaks names a cell of both reports. */
function breakOf(later: SampleReport, earlier: SampleReport): AuditFinding {
  const cell = 'requests.carriedOver.total';
  return {
    ...{ source: later.report.source, organ: later.report.organ, year: later.report.year },
    ...{ ruleId: 'carried-over', severity: 'error', scope: 'years' },
    message: `“二、上年结转政府信息公开申请数量”总计与 ${earlier.report.year} 年报告的“四、结转下年度继续办理”不一致`,
    at: { table: 'requests', row: 'carriedOver', column: 'total' },
    cells: [
      { cell, printed: '5', source: `${later.report.source}:12:30` },
      {
        cell: 'requests.carriedForward.total',
        printed: '9',
        source: `${earlier.report.source}:40:9`,
      },
    ],
    equation: null,
    claim: null,
    suggestions: [],
    waiver: null,
  };
}

function outcomeOf(later: AuditedReport, earlier: AuditedReport): Link['outcome'] {
  const years = [earlier.year ?? 0, later.year ?? 0] as const;
  if (years[1] - years[0] > 1) return 'gap';
  if (years[1] <= 2019) return 'undecided';
  return chance(later.source, 'link') < 85 ? 'holds' : 'breaks';
}

/** An organ of this name with the reports of ten years, now and then one of them missing. */
export function sampleOrgan(name: string, lang: Language = 'zh'): SampleOrgan {
  const years = Array.from({ length: 10 }, (_, i) => 2016 + i);
  const made = years
    .filter((year) => chance(name, year, 'there') >= 6)
    .map((year) => reportOf(name, year, lang));
  const links: Link[] = [];
  const sheets: ReportSheet[] = [];
  for (const [i, later] of made.entries()) {
    const earlier = made[i - 1];
    const outcome = earlier === undefined ? null : outcomeOf(later.report, earlier.report);
    const breaks = earlier !== undefined && outcome === 'breaks' ? [breakOf(later, earlier)] : [];
    if (outcome !== null) {
      links.push({ from: earlier?.report.year ?? 0, to: later.report.year ?? 0, outcome });
    }
    sheets.push({ ...later.sheet, findings: [...later.sheet.findings, ...breaks] });
  }
  const taken = made[1]?.report;
  const duplicates =
    taken?.year == null || chance(name) > 20
      ? []
      : [
          {
            year: taken.year,
            taken: taken.source,
            others: [{ source: `${name}/副本.docx`, cellsDiffering: 3 }],
          },
        ];
  return {
    organ: { organ: name, reports: made.map(({ report }) => report), links, duplicates },
    findings: sheets.flatMap(({ findings }) => findings),
    sheets,
  };
}

const places = ['青川', '云岭', '白石', '江北', '南湾', '东屏', '清溪', '长宁'];
const offices = [
  '财政局',
  '教育局',
  '民政局',
  '司法局',
  '自然资源局',
  '住房和城乡建设局',
  '卫生健康委员会',
  '市场监督管理局',
  '人民政府办公室',
];

/** Names of invented organs, all different. */
export function sampleNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / (places.length * offices.length));
    const place = places[Math.floor(i / offices.length) % places.length];
    return `${place}${round === 0 ? '县' : `第${round + 1}区`}${offices[i % offices.length]}`;
  });
}

/** What these organs come to. */
export function sampleSummary(organs: readonly SampleOrgan[], unplaced = 0): AuditSummary {
  const reports = organs.flatMap(({ organ }) => organ.reports);
  const findings = organs.flatMap((each) => each.findings);
  const links = organs.flatMap(({ organ }) => organ.links);
  const linked = (outcome: Link['outcome']): number =>
    links.filter((link) => link.outcome === outcome).length;
  const judged = (verdict: AuditedReport['verdict']): number =>
    reports.filter((report) => report.verdict === verdict).length;
  const counted = (severity: 'error' | 'warning', scope: AuditFinding['scope']): number =>
    findings.filter((each) => each.severity === severity && each.scope === scope).length;
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))];
  const tallies = ids.map((rule) => {
    const own = findings.filter(({ ruleId }) => ruleId === rule);
    const severity = own.some((each) => each.severity === 'error') ? 'error' : 'warning';
    const sources = new Set(own.map(({ source }) => source));
    return { rule, severity, findings: own.length, reports: sources.size } as const;
  });
  return {
    version: 1,
    tool: { name: 'giar', version: '0.1.0' },
    lang: 'zh',
    latest: null,
    notes: [],
    duplicates: { years: 0, differing: 0 },
    shard: null,
    files: { read: reports.length, leftAside: 12 },
    interrupted: null,
    summary: {
      reports: reports.length,
      pass: judged('pass'),
      fail: judged('fail'),
      notAssessable: judged('not-assessable'),
      errors: counted('error', 'report'),
      warnings: counted('warning', 'report'),
      waived: 0,
    },
    organs: organs.length,
    unplaced,
    links: {
      holds: linked('holds'),
      breaks: linked('breaks'),
      undecided: linked('undecided'),
      gap: linked('gap'),
    },
    series: { errors: counted('error', 'years'), warnings: 0 },
    levels: { errors: 0, warnings: 0 },
    rules: tallies.sort((a, b) => b.reports - a.reports || (a.rule < b.rule ? -1 : 1)),
    problems: [
      {
        code: 'document-broken',
        message: '文件已损坏，无法读取',
        source: '青川县财政局/坏文件.docx',
        path: null,
      },
    ],
  };
}

const titles = new Map(rules.map(({ id, page }) => [id, page.title]));

export function sampleContext(lang: Language = 'zh'): PageContext {
  return { lang, editions, ruleTitle: (rule) => titles.get(rule)?.[lang] ?? '' };
}
