import { describe, expect, it } from 'vitest';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

describe('column-label', () => {
  it('finds a header in other words, and checks the figures all the same', () => {
    const run = runFixture('column-label/other-words.warning');
    expect(told(run)).toEqual({
      ...clean,
      findings: [
        found(
          'column-label renamed',
          ['proactiveDisclosure', 'licensing', 'netChange'],
          '“本年增/减”一栏的表头写成了“本年数量”：意思可能不同，请核对填的是哪一种数（数字已按“本年增/减”核对）',
          'warning',
        ),
      ],
    });
    expect(messages(run, 'en')).toEqual([
      'The column “net change” is headed “本年数量”: that may mean something else; make sure which figure was filled in (it was checked as “net change”)',
    ]);
  });

  it('says nothing of the headers of the form', () => {
    expect(told(runFixture('column-label/same-words.pass'))).toEqual(clean);
  });
});
