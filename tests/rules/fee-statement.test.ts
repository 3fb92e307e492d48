import { describe, expect, it } from 'vitest';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const unsaid = found(
  'fee-statement unsaid',
  [null, null, null],
  '“六、其他需要报告的事项”没有写明收取信息处理费的情况，其他部分也没有提到；没有收取的，写明没有收取',
  'warning',
);

describe('fee-statement', () => {
  it('finds a report without a word on fees', () => {
    const run = runFixture('fee-statement/not-a-word.warning');
    expect(told(run)).toEqual({ ...clean, findings: [unsaid] });
    expect(messages(run, 'en')).toEqual([
      '“6. Other matters to report” does not say which information processing fees (信息处理费) were charged, nor does any other section; if none were, say so',
    ]);
  });

  it('does not take the fees of table 2 for them', () => {
    const run = runFixture('fee-statement/only-the-fees-of-the-table.warning');
    expect(told(run)).toEqual({ ...clean, findings: [unsaid] });
  });

  it.each(['none-charged.pass', 'said-elsewhere.pass', 'before-there-were-fees.pass'])(
    'has nothing to say of %s',
    (name) => expect(told(runFixture(`fee-statement/${name}`))).toEqual(clean),
  );
});
