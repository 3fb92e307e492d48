import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import type { AuditedOrgan, AuditedReport } from '../../src/model/audit.ts';
import { formOf } from '../../src/model/form.ts';
import { type ShownSheet, shownOrgan } from '../../src/page/shape.ts';
import { client } from '../../src/reporters/audit/client.ts';
import { embeddedJson } from '../../src/reporters/audit/embed.ts';
import { formToShow } from '../../src/reporters/audit/forms.ts';
import {
  organChunk,
  pageEnd,
  pageHead,
  sheetChunk,
  unplacedChunk,
} from '../../src/reporters/audit/page.ts';
import { layoutOf } from '../../src/writers/layout.ts';
import { sampleContext, sampleOrgan, sampleSummary } from '../support/auditSample.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function attribute(element: Element | undefined, name: string): string | null {
  return element?.attrs.find((each) => each.name === name)?.value ?? null;
}

function textIn(element: Element | undefined): string {
  return (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');
}

interface Block {
  readonly kind: string | null;
  readonly source: string | null;
  readonly value: unknown;
}

/** The blocks of data that a browser finds in a page, and everything else in it. */
function read(html: string): { blocks: Block[]; others: string[] } {
  const all = elementsOf(parse(html));
  const isData = (element: Element): boolean => attribute(element, 'type') === 'application/json';
  return {
    blocks: all.filter(isData).map((element) => ({
      kind: attribute(element, 'data-block'),
      source: JSON.parse(attribute(element, 'data-source') ?? 'null'),
      value: JSON.parse(textIn(element)),
    })),
    others: all.filter((element) => !isData(element)).map(({ tagName }) => tagName),
  };
}

const sample = sampleOrgan('青川县财政局');
const head = pageHead('zh');
const end = pageEnd(sampleSummary([sample]), sampleContext());
const frame = read(head + end).others;

const hostile = [
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  ']]>-->',
  '"\' onload="alert(1)',
  '&lt;b&gt;&amp;&#x3c;',
  '\u2028\u2029\u202e\u0000\ud800\ufeff',
  '=HYPERLINK("http://x")',
  '__proto__',
];

function organNamed(name: string): AuditedOrgan {
  const reports = sample.organ.reports.map((report) => ({
    ...report,
    organ: name,
    source: `${name}/${report.source}`,
  }));
  const [taken] = reports;
  return {
    organ: name,
    reports,
    links: sample.organ.links,
    duplicates: [
      { year: 2020, taken: taken?.source ?? '', others: [{ source: name, cellsDiffering: 2 }] },
    ],
  };
}

describe('a value in the page', () => {
  it('is what it was for a parser of JSON, and nothing at all for one of HTML', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const embedded = embeddedJson(value);
        expect(JSON.parse(embedded)).toEqual(value);
        expect(embedded).not.toMatch(/[<>&\u2028\u2029]/u);
      }),
    );
  });
});

describe('an organ in the page', () => {
  it.each(hostile)('comes back whole, whatever its name: %j', (name) => {
    const organ = organNamed(name);
    const findings = organ.reports.slice(0, 2).flatMap(({ source }) => [
      { source, ruleId: 'row-total' },
      { source, ruleId: 'column-total' },
      { source, ruleId: 'row-total' },
    ]);
    const { blocks, others } = read(head + organChunk(organ, findings) + end);
    expect(others).toEqual(frame);
    expect(blocks.map(({ kind }) => kind)).toEqual(['organ', 'setting']);
    const packed = JSON.parse(JSON.stringify(blocks[0]?.value));
    expect(shownOrgan(packed)).toEqual({
      ...organ,
      reports: organ.reports.map((report, i) => ({
        ...report,
        rules: i < 2 ? ['column-total', 'row-total'] : [],
      })),
    });
  });

  it('keeps verdicts, formats, missing figures and other names of an organ', () => {
    const [report] = sample.organ.reports;
    if (report === undefined) throw new Error('no report');
    const nothing = { newlyReceived: null, carriedOver: null, handled: null, carriedForward: null };
    const reports: AuditedReport[] = [
      { ...report, verdict: 'not-assessable', format: null, edition: null, flow: nothing },
      { ...report, verdict: 'fail', format: 'csv', organ: '青川财政局', warnings: 3 },
    ];
    const links = (['holds', 'breaks', 'undecided', 'gap'] as const).map((outcome, i) => ({
      from: 2014 + i,
      to: 2015 + i,
      outcome,
    }));
    const organ: AuditedOrgan = { organ: '青川县财政局', reports, links, duplicates: [] };
    const packed = JSON.parse(JSON.stringify(read(organChunk(organ, [])).blocks[0]?.value));
    expect(shownOrgan(packed)).toEqual({
      ...organ,
      reports: reports.map((each) => ({ ...each, rules: [] })),
    });
  });

  it('without a name is one report that stands in no series', () => {
    const [known] = sample.organ.reports;
    if (known === undefined) throw new Error('no report');
    const report = { ...known, organ: null, year: null };
    const chunk = unplacedChunk(report, [{ source: report.source, ruleId: 'row-total' }]);
    expect(shownOrgan(JSON.parse(JSON.stringify(read(chunk).blocks[0]?.value)))).toEqual({
      organ: null,
      reports: [{ ...report, rules: ['row-total'] }],
      links: [],
      duplicates: [],
    });
  });
});

describe("a report's tables in the page", () => {
  it.each(hostile)('come back whole, whatever they print: %j', (text) => {
    const [sheet] = sample.sheets;
    const finding = sample.findings[0];
    if (sheet === undefined || finding === undefined) throw new Error('no finding');
    const problem = { code: 'line-unread', message: text, source: text, path: null };
    const printed = {
      source: `${text}/2020.json`,
      cells: [text, null, ''],
      findings: [{ ...finding, message: text }],
      problems: [problem],
    };
    const { blocks, others } = read(head + sheetChunk(printed) + end);
    expect(others).toEqual(frame);
    const expected: ShownSheet = {
      cells: [text, null, ''],
      problems: [problem],
      findings: [
        {
          rule: finding.ruleId,
          severity: finding.severity,
          message: text,
          scope: finding.scope,
          claim: finding.claim,
          cells: finding.cells.map(({ cell, source }) => ({ cell, source })),
        },
      ],
    };
    expect(blocks[0]).toEqual({ kind: 'sheet', source: `${text}/2020.json`, value: expected });
  });
});

describe('the page', () => {
  it('allows its own style and script and nothing else', () => {
    const all = elementsOf(parse(head + end));
    const hashOf = (tag: string): string => {
      const own = all.find((each) => each.tagName === tag && attribute(each, 'type') === null);
      return `sha256-${createHash('sha256').update(textIn(own)).digest('base64')}`;
    };
    const policy = all.find((each) => attribute(each, 'http-equiv') !== null);
    expect(attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src '${hashOf('style')}'; script-src '${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('asks for nothing from elsewhere', () => {
    const page = head + organChunk(sample.organ, sample.findings) + end;
    const loaders = ['link', 'img', 'iframe', 'object', 'embed', 'a', 'base', 'source'];
    expect(read(page).others.filter((tag) => loaders.includes(tag))).toEqual([]);
    expect(client.style).not.toMatch(/url\(|@import|https?:/u);
    expect(client.script.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/u);
  });

  it.each(['zh', 'en'] as const)('says in %s what it is and that it needs its script', (lang) => {
    const all = elementsOf(parse(pageHead(lang)));
    const language = attribute(
      all.find(({ tagName }) => tagName === 'html'),
      'lang',
    );
    const title = textIn(all.find(({ tagName }) => tagName === 'title'));
    expect([language, title]).toEqual(
      lang === 'zh'
        ? ['zh-CN', '政府信息公开工作年度报告审核']
        : ['en', 'Audit of annual reports on open government information'],
    );
  });

  it.each(editions)('lays out the $id form as all other writers do', (edition) => {
    const shown: typeof edition = JSON.parse(JSON.stringify(formToShow(edition, 'zh')));
    const grids = (each: typeof edition) =>
      layoutOf(formOf(each)).map(({ table, widths, rows }) => ({ id: table.id, widths, rows }));
    expect(grids(shown)).toEqual(grids(edition));
    expect(formOf(shown).cells.map(({ name }) => name)).toEqual(
      formOf(edition).cells.map(({ name }) => name),
    );
  });

  it('makes texts of texts: no source of its script can make anything else of them', () => {
    const files = readdirSync('src/page').filter((name) => name.endsWith('.ts'));
    const wrong = files.filter((name) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc/u.test(
        readFileSync(`src/page/${name}`, 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
