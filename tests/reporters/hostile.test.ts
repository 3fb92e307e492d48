import { parse as parseJunit } from 'junit2json';
import MarkdownIt from 'markdown-it';
import Papa from 'papaparse';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { csvHead } from '../../src/audit/batch.ts';
import { sentences } from '../../src/pipeline.ts';
import { csvColumns, csvReporter } from '../../src/reporters/csv.ts';
import { githubReporter } from '../../src/reporters/github.ts';
import { type ReporterName, reporterFor } from '../../src/reporters/index.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import { junitReporter } from '../../src/reporters/junit/index.ts';
import { markdownReporter } from '../../src/reporters/markdown/index.ts';
import { ndjsonReporter } from '../../src/reporters/ndjson.ts';
import { resultOf } from '../../src/reporters/result.ts';
import { sarifReporter } from '../../src/reporters/sarif/index.ts';
import { failing } from '../cli/records.ts';
import { laidOut, runsOf } from '../golden/reported.ts';
import { hostileName, hostileRuns } from '../support/hostileReport.ts';
import { sarifErrors, sarifRun } from '../support/sarif.ts';

const runs = hostileRuns();
const told = runs.map((run) => resultOf(run, sentences, 'en'));
const findings = told.flatMap((each) => each.findings);
const problems = told.flatMap((each) => each.problems);

/** Characters that a terminal might obey, or that turn a line round. */
function obeyed(text: string): string[] {
  return [...text].filter(
    (c) => c !== '\n' && c !== '\ufeff' && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(c),
  );
}

describe('a hostile report', () => {
  it('has much to say', () => {
    expect(findings.length).toBeGreaterThan(25);
    expect(findings.filter(({ waiver }) => waiver !== null)).toHaveLength(1);
    expect(problems.length).toBeGreaterThan(1);
  });
  it.each<ReporterName>(['terminal', 'json', 'ndjson', 'sarif', 'junit', 'github', 'markdown'])(
    'has nothing in it as %s that a terminal obeys',
    async (name) => {
      for (const lang of ['zh', 'en'] as const)
        expect(obeyed(await laidOut(await reporterFor(name), runs, lang))).toEqual([]);
    },
  );
});

describe('as JSON', () => {
  it('is read back whole', async () => {
    const { reports } = JSON.parse(await laidOut(jsonReporter, runs));
    expect(reports).toEqual(JSON.parse(JSON.stringify(told)));
  });
  it('is one report a line as NDJSON', async () => {
    const lines = (await laidOut(ndjsonReporter, runs)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(told)));
  });
});

describe('as SARIF', () => {
  it('is valid, with as many results as findings, and no link or placeholder in any message', async () => {
    const text = await laidOut(sarifReporter(), runs);
    expect(sarifErrors(text)).toBeNull();
    const { results, invocations } = sarifRun(text);
    expect(results).toHaveLength(findings.length);
    expect(invocations[0]?.toolExecutionNotifications.length).toBeGreaterThanOrEqual(
      problems.length,
    );
    const words = JSON.stringify([results.map(({ message }) => message), invocations]);
    expect(words).toContain('[press] (javascript:alert(4))');
    expect(words).not.toContain('](');
    expect(words).not.toMatch(/(?<!\{)\{(?:\{\{)*\w+\}/u);
    for (const { locations } of results) {
      const { uri } = locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
      expect(uri).toMatch(/^[\w%./~-]+$/u);
      const wellFormed = hostileName.replace(/\p{Cs}/gu, '\ufffd');
      expect(decodeURIComponent(uri)).toBe(wellFormed);
    }
  });
});

describe('as JUnit XML', () => {
  it('is well-formed, with none but its own elements, and read back by a public reader', async () => {
    const text = await laidOut(junitReporter, runs);
    const elements = new Map<string, Set<string>>();
    const parser = new SaxesParser();
    const faults: Error[] = [];
    parser.on('error', (error) => faults.push(error));
    parser.on('opentag', ({ name, attributes }) => {
      elements.set(name, new Set([...(elements.get(name) ?? []), ...Object.keys(attributes)]));
    });
    parser.write(text).close();
    expect(faults).toEqual([]);
    expect([...elements].map(([name, attributes]) => [name, ...attributes])).toEqual([
      ['testsuites', 'name'],
      ['testsuite', 'name', 'tests', 'failures', 'errors', 'skipped', 'time', 'id'],
      ['testcase', 'name', 'classname', 'time'],
      ['skipped', 'message'],
      ['failure', 'message', 'type'],
      ['system-out'],
      ['error', 'message', 'type'],
    ]);
    const read = await parseJunit(text);
    const words = JSON.stringify(read);
    for (const said of [
      '</script><script>alert(1)</script>',
      ']]><failure/>',
      '&lt;&#60;&amp;&bogus;',
    ])
      expect(words).toContain(said);
  });
});

/** The commands that a build server finds in a log: it looks for `::` at the beginning of a line, and for `##[` anywhere else. */
function commands(text: string) {
  return text.split(/\r\n|[\r\n\u0085\u2028\u2029]/u).flatMap((line) => {
    const [, command, properties = '', message] =
      /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/u.exec(line) ?? [];
    if (command === undefined) return line === '' ? [] : [{ command: line, keys: [], message: '' }];
    const keys = properties.split(',').map((pair) => pair.split('=')[0]);
    return [{ command, keys, message }];
  });
}

describe('as annotations of GitHub', () => {
  it('is one command for each thing said, each with the properties of its own', async () => {
    const made = commands(await laidOut(githubReporter, runs));
    const open = told.filter(({ undecided }) => undecided.length > 0).length;
    const notes = told.flatMap((each) => each.notes).length;
    expect(made).toHaveLength(findings.length + problems.length + open + notes + 1);
    for (const { command, keys } of made) {
      expect(['error', 'warning', 'notice']).toContain(command);
      expect(['file,line,col,title', 'file,title', 'title']).toContain(keys.join(','));
    }
  });
});

type Node = DefaultTreeAdapterMap['node'];

/** The names of the elements of a page, with their attributes, and its text. */
function walked(node: Node, names: Set<string>, texts: string[]): void {
  if ('value' in node) texts.push(node.value);
  if ('data' in node) names.add(`<!--${node.data}-->`);
  if ('attrs' in node) for (const { name } of node.attrs) names.add(`${node.nodeName} ${name}`);
  if (!node.nodeName.startsWith('#')) names.add(node.nodeName);
  if ('childNodes' in node) for (const child of node.childNodes) walked(child, names, texts);
}

describe('as Markdown', () => {
  it.each(['zh', 'en'] as const)(
    'is a page of headings, lists and tables with nothing but words in them, in %s',
    async (lang) => {
      const markdown = new MarkdownIt({ html: true, linkify: true });
      const page = parseFragment(markdown.render(await laidOut(markdownReporter(), runs, lang)));
      const names = new Set<string>();
      const texts: string[] = [];
      walked(page, names, texts);
      expect([...names].sort()).toEqual([
        'br',
        'code',
        'details',
        'h2',
        'h3',
        'li',
        'p',
        'strong',
        'summary',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
        'ul',
      ]);
      const text = texts.join('');
      expect(text).toContain('<img src=x onerror=alert(2)>');
      expect(text).toContain('[press](javascript:alert(4)) ![x](http://127.0.0.1/x)');
      expect(text).not.toMatch(/@[a-z]|#\d/iu);
    },
  );
  it('has as many rows and fields in its tables as it should', async () => {
    const page = parseFragment(new MarkdownIt().render(await laidOut(markdownReporter(), runs)));
    const rows: number[] = [];
    const count = (node: Node): void => {
      if (node.nodeName === 'tr' && 'childNodes' in node)
        rows.push(node.childNodes.filter(({ nodeName }) => /^t[dh]$/u.test(nodeName)).length);
      if ('childNodes' in node) node.childNodes.forEach(count);
    };
    count(page);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows)).toEqual(new Set([4]));
  });
});

describe('as CSV', () => {
  it('is a table with a field for each column, none of which a spreadsheet would run', async () => {
    const text = await laidOut(csvReporter, runs);
    const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual([...csvColumns]);
    const undecided = told.flatMap((each) => each.undecided);
    expect(data).toHaveLength(findings.length + undecided.length + problems.length);
    const fields = data.flatMap((row) => Object.values(row));
    expect(fields.filter((field) => /^[=+\-@＝＋－＠\r]/u.test(field))).toEqual([]);
    expect(obeyed(fields.join('').replaceAll('\t', ''))).toEqual([]);
  });
  it('has a tab before what begins as a formula, and before nothing else', async () => {
    const record = { ...failing, organ: '=1+1', year: 2020 };
    const text = await laidOut(csvReporter, runsOf({ '-a.json': record, 'b.json': failing }));
    const { data } = Papa.parse<string[]>(text);
    const tabs = data.slice(1).flatMap((row) => row.filter((field) => field.startsWith('\t')));
    const names = tabs.map((field) => field.replace(/:\d.*$/u, ''));
    expect(new Set(names)).toEqual(new Set(['\t-a.json', '\t=1+1']));
  });
  it('has the columns of the findings of an audit first', () => {
    expect(csvColumns.slice(0, csvHead.length)).toEqual(csvHead);
  });
});
