import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith, ndjson, passing, pretty, put } from './records.ts';

const folder = resolve('fixtures/reports/yunchuan-2023');
const report = (format: string): string => join(folder, `report.${format}`);
const truth: unknown = JSON.parse(readFileSync(report('json'), 'utf8'));
const verdictOf = (out: string): string | undefined => out.trimEnd().split('\n').at(-1);

const withoutProse = (format: string): string =>
  `a ${format} file has the tables only: checking it says nothing of the prose, which json, html and docx keep`;

describe('extracting to stdout', () => {
  it.each(['docx', 'html', 'xlsx', 'pdf', 'txt', 'md', 'csv', 'doc'])(
    'writes the figures of %s as report.json',
    (format) => {
      const ran = giar(['extract', report(format), '--lang', 'en']);
      expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
      const { tables, organ, year, edition } = JSON.parse(ran.out);
      expect({ tables, organ, year, edition }).toEqual({
        tables: Reflect.get(Object(truth), 'tables'),
        organ: '云川市人民政府',
        year: 2023,
        edition: '2021',
      });
    },
  );

  it('writes the prose of the sections without a table', () => {
    const { text } = JSON.parse(giar(['extract', report('docx')]).out);
    expect(text).toEqual(Reflect.get(Object(truth), 'text'));
  });

  it('writes a workbook to a pipe', () => {
    const ran = giar(['extract', report('html'), '--format', 'xlsx']);
    expect(ran.code).toBe(0);
    expect(ran.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('reads a document from standard input', () => {
    const input = new Uint8Array(readFileSync(report('docx')));
    const ran = giar(['extract', '-'], { input });
    expect([ran.code, JSON.parse(ran.out).year]).toEqual([0, 2023]);
  });
});

describe('what a terminal might obey in an extract', () => {
  const organ = '甲\u202e乙\u001b[31m\u2028\u200b\u2066丙\u009b';
  const cell = '5\u202e';
  const record = put(put(passing, 'organ', organ), 'tables.requests.newlyReceived.0', cell);
  const cwd = folderWith({ 'a.json': pretty(record) });
  const unsafe = /(?![\r\n\t\ufeff])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  it.each(['json', 'html', 'csv'])('is written out as %s and comes back', (format) => {
    const { out } = giar(['extract', 'a.json', '--format', format, '--lang', 'en'], { cwd });
    expect(out).not.toMatch(unsafe);
    const again = giar(['extract', '-', '--lang', 'en'], { input: out });
    const { tables } = JSON.parse(again.out);
    expect(tables.requests.newlyReceived[0]).toBe(format === 'csv' ? '5\\u202e' : cell);
  });
});

describe('extracting to a file', () => {
  it('takes the format from its name and says what was written', () => {
    const cwd = folderWith({});
    const ran = giar(['extract', report('pdf'), '-o', 'out.csv', '--lang', 'en'], { cwd });
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(ran.err).toBe(`giar: ${withoutProse('csv')}\ngiar: written: out.csv\n`);
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toContain('行政许可,31846');
  });

  it('does not replace a file unless it is told to', () => {
    const cwd = folderWith({ 'out.json': 'kept' });
    const refused = giar(['extract', report('docx'), '-o', 'out.json', '--lang', 'en'], { cwd });
    expect([refused.code, refused.out, refused.err]).toEqual([
      2,
      '',
      'giar: out.json exists and was not replaced; take another name, or add --force\n',
    ]);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('kept');
    const forced = giar(['extract', report('docx'), '-o', 'out.json', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).year).toBe(2023);
  });

  it('says why a file cannot be written', () => {
    const ran = giar(['extract', report('docx'), '-o', 'none/out.json', '--lang', 'en'], {
      cwd: folderWith({}),
    });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('none/out.json cannot be written (ENOENT)');
  });
});

describe('what was extracted', () => {
  it.each(['report.docx', 'odd/run-together.txt', 'odd/blanks.html', 'odd/notes-in-cells.html'])(
    'has the verdict of the document: %s',
    (name) => {
      const file = join(folder, name);
      const own = giar(['check', file, '--lang', 'en']);
      const { out } = giar(['extract', file]);
      const again = giar(['check', '-', '--lang', 'en'], { input: out });
      expect([again.code, verdictOf(again.out)]).toEqual([own.code, verdictOf(own.out)]);
    },
  );
});

describe('the prose of what was extracted', () => {
  const text = {
    overview: '2023年收到政府信息公开申请9999件。',
    problems: '无。',
    other: '未收取信息处理费。',
  };
  const record = { ...Object(truth), text };
  const cwd = folderWith({ 'wrong.json': JSON.stringify(record) });
  const found = (args: readonly string[], input: string | Uint8Array) => {
    const { out } = giar(['check', ...args, '--format', 'json'], { cwd, input });
    const findings: { ruleId: string }[] = JSON.parse(out).reports[0].findings;
    return findings.map(({ ruleId }) => ruleId);
  };

  it.each(['json', 'html', 'docx'])('is found wrong as in the document after %s', (format) => {
    const ran = giar(['extract', 'wrong.json', '--format', format, '--lang', 'en'], { cwd });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(found(['-'], ran.bytes)).toEqual(found(['wrong.json'], ''));
    expect(found(['-'], ran.bytes)).toContain('prose-figure');
  });

  it.each(['xlsx', 'csv'])('is not in %s, and that is told', (format) => {
    const ran = giar(['extract', 'wrong.json', '--format', format, '--lang', 'en'], { cwd });
    expect([ran.code, ran.err]).toEqual([0, `giar: ${withoutProse(format)}\n`]);
    expect(found(['-'], ran.bytes)).toEqual([]);
  });

  it('is told where it stands outside the sections for text', () => {
    const page = readFileSync(report('html'), 'utf8').replace(
      /<table/u,
      '<p>二、主动公开政府信息情况</p><p>2023年收到政府信息公开申请9999件。</p><table',
    );
    const ran = giar(['extract', '-', '--lang', 'en'], { input: page });
    expect(ran.err).toBe(
      'giar: figures of the prose outside the overview, the problems and the other matters were not written (1): to check them check the document itself\n',
    );
  });
});

describe('what cannot be extracted', () => {
  it('is a file without a report: exit 2 and nothing written', () => {
    const cwd = folderWith({ 'prose.txt': '没有表格。\n' });
    const ran = giar(['extract', 'prose.txt', '-o', 'out.json', '--lang', 'en'], { cwd });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^prose\.txt: /u);
    expect(() => readFileSync(join(cwd, 'out.json'))).toThrow('ENOENT');
  });

  it('is more than one report', () => {
    const ran = giar(['extract', '-', '--lang', 'en'], { input: ndjson(passing, passing) });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('only one report can be taken at a time');
  });

  it('is a report with uncertain cells, for certain: it is written, with exit 2', () => {
    const ran = giar(['extract', join(folder, 'odd/run-together.txt'), '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toBe('');
    expect(ran.out).toMatch(/"\d+\?"/u);
  });
});
