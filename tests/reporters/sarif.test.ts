import { describe, expect, it } from 'vitest';
import { runDocument } from '../../src/check.ts';
import type { ResultFinding } from '../../src/model/result.ts';
import type { Run } from '../../src/model/run.ts';
import { checkDocument, sentences } from '../../src/pipeline.ts';
import { resultOf } from '../../src/reporters/result.ts';
import { sarifReporter } from '../../src/reporters/sarif/index.ts';
import { counter, resultFor } from '../../src/reporters/sarif/results.ts';
import { uriOf } from '../../src/reporters/sarif/uri.ts';
import { rules } from '../../src/rules/index.ts';
import {
  failing,
  type JsonObject,
  listed,
  ndjson,
  passing,
  pretty,
  put,
  undecided,
} from '../cli/records.ts';
import { laidOut } from '../golden/reported.ts';
import { ranDocument } from '../support/documents.ts';
import { type SarifResult, sarifErrors, sarifRun } from '../support/sarif.ts';

const total = 'tables.requests.handled.total.0';

async function runOf(text: string) {
  return logged(runDocument(text, 'report.json'));
}

async function logged(runs: readonly Run[]) {
  const log = await laidOut(sarifReporter(), runs);
  expect(sarifErrors(log)).toBeNull();
  return sarifRun(log);
}

const resultsOf = async (record: JsonObject) => (await runOf(pretty(record))).results;

/** The text that stands in a region, which is in one line. */
function textAt(text: string, { locations }: Pick<SarifResult, 'locations'>): string {
  const region = locations[0]?.physicalLocation.region;
  const line = text.split('\n')[(region?.startLine ?? 0) - 1] ?? '';
  return line.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1);
}

describe('SARIF', () => {
  it('is valid by its schema for no report, passes, failures, an undecided and a broken one', async () => {
    const texts = [passing, failing, listed, undecided, {}].map(pretty);
    const runs = texts.flatMap((text, i) => runDocument(text, `${i}.json`));
    for (const some of [[], runs.slice(0, 1), runs]) {
      expect(sarifErrors(await laidOut(sarifReporter(), some))).toBeNull();
    }
  });
  it('names the rule of each result by its place in the list of rules', async () => {
    const { tool, results } = await runOf(pretty(failing));
    expect(results).toHaveLength(3);
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
  it('points at the value of each cell, from its first character to its last', async () => {
    const text = pretty(failing);
    const { results } = await runOf(text);
    const [first] = results;
    const shown = [...(first?.locations ?? []), ...(first?.relatedLocations ?? [])];
    expect(shown.map((each) => textAt(text, { locations: [each] }))).toEqual([
      '2109',
      '149',
      '2164',
      '95',
    ]);
    expect(shown.map((each) => each.logicalLocations?.[0]?.fullyQualifiedName)).toEqual([
      'requests.newlyReceived.naturalPerson',
      'requests.carriedOver.naturalPerson',
      'requests.handled.total.naturalPerson',
      'requests.carriedForward.naturalPerson',
    ]);
  });
  it('points into the line of NDJSON in which the report stands', async () => {
    const text = ndjson(passing, failing);
    const runs = text
      .trim()
      .split('\n')
      .flatMap((line, i) => checkDocument(line, 'year.ndjson', i + 1))
      .filter((checked) => 'report' in checked);
    const { results } = await logged(runs);
    expect(results.map((each) => textAt(text, each))).toEqual(['2109', '28', '12']);
  });
  it('points at the text in which a wrong sentence stands, then at its cells', async () => {
    const overview = '2025年，新收到政府信息公开申请7件。';
    const record = put(passing, 'text', { overview });
    const text = pretty(record);
    const [result] = await resultsOf(record);
    expect(result?.ruleId).toBe('prose-figure');
    expect(JSON.parse(textAt(text, { locations: result?.locations ?? [] }))).toBe(overview);
    expect(
      result?.relatedLocations.map((each) => each.logicalLocations?.[0]?.fullyQualifiedName),
    ).toEqual(['requests.newlyReceived.total']);
  });
  it('was not successful where a report could not be assessed, and says why', async () => {
    const { invocations } = await runOf('{');
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ descriptor: { id: 'json-syntax' }, level: 'error' }],
      },
    ]);
    const open = await runOf(pretty(undecided));
    expect(open.invocations[0]?.executionSuccessful).toBe(false);
    expect(open.invocations[0]?.toolExecutionNotifications[0]?.descriptor.id).toBe('undecided');
    expect((await runOf(pretty(failing))).invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });
});

describe('SARIF of a document that is no text', () => {
  it('names the file, and the place in words of its own', async () => {
    const run = await ranDocument('fixtures/reports/qinglin-swj-2020/report.docx');
    const { results } = await logged([run]);
    const [first] = results;
    expect(first?.locations[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: { uri: 'fixtures/reports/qinglin-swj-2020/report.docx' },
      },
      properties: { place: expect.stringMatching(/docx#table=\d+&row=\d+&column=\d+$/u) },
    });
    expect(first?.locations[0]?.physicalLocation.region).toBeUndefined();
    expect(first?.fixes).toBeUndefined();
  });
});

describe('the fingerprint of a result', () => {
  const prints = async (record: JsonObject) =>
    (await resultsOf(record)).map((each) => each.partialFingerprints['giar/v1']);
  it('stays the same when a figure changes, and differs from all others', async () => {
    const before = await prints(failing);
    expect(new Set(before).size).toBe(before.length);
    const other = await prints(put(failing, 'tables.requests.newlyReceived.0', 2100));
    expect(other).toEqual(expect.arrayContaining(before));
  });
  it('tells figures of the prose apart that restate the same cell', async () => {
    const twice = '新收到政府信息公开申请7件。2025年本年新收政府信息公开申请8件。';
    const made = await prints(put(passing, 'text', { overview: twice }));
    expect(made).toHaveLength(2);
    expect(new Set(made).size).toBe(2);
  });
});

/** The first finding of a run, as if this had been suggested. */
function suggested(run: Run, changes: ResultFinding['suggestions'][number]['changes']) {
  const told = resultOf(run, sentences, 'en').findings[0];
  const [finding] = run.findings;
  if (told === undefined || finding === undefined || run.report === null) throw new Error('none');
  const suggestion = {
    confidence: 'certain',
    message: 'it ought to be 2164',
    slip: null,
    changes,
  } as const;
  return resultFor(
    run.report,
    finding,
    { ...told, suggestions: [suggestion] },
    { rules, lang: 'en' },
    counter(),
  );
}

const change = (cell: string, from: number, to: number) => ({
  cell,
  printed: String(from),
  source: '',
  from,
  to,
});

describe('a fix', () => {
  const name = 'requests.handled.total.naturalPerson';
  const fixed = (text: string, cells: readonly string[] = [name]) => {
    const [run] = runDocument(text, 'report.json');
    if (run === undefined) throw new Error('no run');
    const made = suggested(
      run,
      cells.map((cell) => change(cell, 2164, 2163)),
    );
    const { fixes }: SarifResult = JSON.parse(JSON.stringify(made));
    return fixes;
  };
  /** A text with the replacements of a fix made, from the last to the first. */
  function applied(text: string, fixes: SarifResult['fixes']): string {
    const lines = text.split('\n');
    const made = fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    for (const { deletedRegion: at, insertedContent } of made.toReversed()) {
      const line = lines[at.startLine - 1] ?? '';
      lines[at.startLine - 1] =
        line.slice(0, at.startColumn - 1) + insertedContent.text + line.slice(at.endColumn - 1);
    }
    return lines.join('\n');
  }
  it('replaces the value of the cell in the text, and nothing else', () => {
    const text = pretty(failing);
    expect(JSON.parse(applied(text, fixed(text)))).toEqual(put(failing, total, 2163));
  });
  it('replaces several values', () => {
    const text = pretty(failing);
    const made = fixed(text, ['requests.newlyReceived.naturalPerson', name]);
    const both = put(put(failing, total, 2163), 'tables.requests.newlyReceived.0', 2163);
    expect(JSON.parse(applied(text, made))).toEqual(both);
  });
  it('replaces a figure that is written as a text, with its quotes', () => {
    const text = pretty(put(failing, total, '2164'));
    expect(JSON.parse(applied(text, fixed(text)))).toEqual(put(failing, total, 2163));
  });
  it('is not given where words stand beside the figure, or nothing stands there', () => {
    expect(fixed(pretty(put(failing, total, '2164（含上年）')))).toBeUndefined();
    expect(fixed(pretty(put(failing, total, null)))).toBeUndefined();
    expect(fixed(pretty(failing), [name, 'no.such.cell'])).toBeUndefined();
  });
});

describe('a file as a URI', () => {
  it.each([
    ['report.json', 'report.json'],
    ['年报/2020 年.json', '%E5%B9%B4%E6%8A%A5/2020%20%E5%B9%B4.json'],
    ['a:b?c#d%.json', 'a%3Ab%3Fc%23d%25.json'],
    ['../x/./y.json', '../x/./y.json'],
    ['/home/me/a b.json', 'file:///home/me/a%20b.json'],
    ['C:\\年报\\a.docx', 'file:///C:/%E5%B9%B4%E6%8A%A5/a.docx'],
    ['\\\\host\\share\\a.docx', 'file://host/share/a.docx'],
    ['x\ud800.json', 'x%EF%BF%BD.json'],
  ])('%j is %s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
    expect(() => new URL(uri, 'file:///base/')).not.toThrow();
  });
});
