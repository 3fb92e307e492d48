import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, runFixture, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;
const sentence = '坚持以公开为常态、不公开为例外，围绕群众关心的事项做好发布与解读。';
const said = (year: number, words: string) => ({
  edition: '2021',
  year,
  cells: {},
  text: `${year}年，本机关${words}`,
});

describe('stale-copy', () => {
  it('asks about a table whose figures are those of the year before', () => {
    expect(told(runFixture('stale-copy/table-left-from-last-year.warning'))).toEqual({
      verdict: 'pass',
      findings: [
        found(
          'stale-copy table',
          ['proactiveDisclosure', null, null],
          '“二、主动公开政府信息情况”的全部数字与 2022 年的报告相同，可能沿用了旧表',
          'warning',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('has nothing to say where one figure is new', () => {
    expect(told(runFixture('stale-copy/one-figure-brought-up-to-date.pass'))).toEqual(clean);
  });

  it('asks about a section that is the same but for the years', () => {
    const run = runExample({
      ...said(2023, sentence.repeat(6)),
      before: said(2022, sentence.repeat(6)),
    });
    expect(told(run).findings).toEqual([
      found(
        'stale-copy prose',
        nowhere,
        '“一、总体情况”除年份外与 2022 年的报告一字不差，可能沿用了旧稿',
        'warning',
      ),
    ]);
  });

  it('has nothing to say of a section of few words, or of other ones', () => {
    expect(told(runExample({ ...said(2023, sentence), before: said(2022, sentence) }))).toEqual(
      clean,
    );
    const other = said(2022, `${sentence.repeat(6)}另有一句。`);
    expect(told(runExample({ ...said(2023, sentence.repeat(6)), before: other }))).toEqual(clean);
  });
});
