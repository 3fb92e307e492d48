import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { freeze, thaw } from '../../src/model/frozen.ts';
import type { Report } from '../../src/model/report.ts';

function reportOf(cells: Record<string, number | string | null>, without: string[] = []): Report {
  const text = '2023年，收到政府信息公开申请0件。';
  const run = runExample({ edition: '2021', year: 2023, organ: '某市某局', cells, without, text });
  if (run.report === null) throw new Error('an example is no report');
  return run.report;
}

const name = 'requests.carriedOver.total';

describe('a frozen report', () => {
  it.each([
    ['numbers', reportOf({ [name]: 3 })],
    ['a mark', reportOf({ [name]: '/' })],
    ['a blank', reportOf({ [name]: null })],
    ['a line that is not there', reportOf({}, ['requests.carriedForward'])],
  ])('with %s is the same after a way through JSON', (_, report) => {
    const again = thaw(JSON.parse(JSON.stringify(freeze(report))), report.form);
    expect([again.organ, again.year, again.source, again.format]).toEqual([
      report.organ,
      report.year,
      report.source,
      report.format,
    ]);
    expect([...again.kinds]).toEqual([...report.kinds]);
    expect([...again.values]).toEqual([...report.values]);
    expect(again.passages.map(({ section, text }) => [section, text])).toEqual(
      report.passages.map(({ section, text }) => [section, text]),
    );
  });

  it('says what is printed, and where, as far as that was kept', () => {
    const report = reportOf({ [name]: 3, 'requests.carriedForward.total': null }, [
      'requests.handled.granted',
    ]);
    const at = (path: string) => report.form.cells.findIndex((cell) => cell.name === path);
    const again = thaw(freeze(report), report.form);
    expect(again.printed(at(name))).toBe('3');
    expect(again.printed(at('requests.carriedForward.total'))).toBe('');
    expect(again.printed(at('requests.handled.granted.total'))).toBeNull();
    expect(again.place(at(name))).toEqual({ source: 'example.json', at: null, line: null });
    expect(again.passages[0]?.place()).toEqual({ source: 'example.json', at: null, line: null });
  });

  it('of a document keeps the text and place of every cell', () => {
    const report = reportOf({ [name]: 3 });
    const place = { source: 'a.html', at: { kind: 'paragraph', paragraph: 1 }, line: 4 } as const;
    const document: Report = {
      ...report,
      format: 'html',
      printed: (cell) => (cell === 0 ? '０件' : null),
      place: () => place,
    };
    const again = thaw(JSON.parse(JSON.stringify(freeze(document))), report.form);
    expect([again.printed(0), again.printed(1), again.place(5)]).toEqual(['０件', null, place]);
  });
});
