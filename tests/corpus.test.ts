import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { recordOf, truths } from './support/truth.ts';

describe.skipIf(truths.size === 0)('real reports', () => {
  const national = [...truths].filter(
    ([, { edition }]) => edition === '2019' || edition === '2021',
  );
  it.each(national)('%s fails as often as was found by an independent reading', (_name, truth) => {
    const [report] = check(recordOf(truth)).reports;
    const found = report?.findings
      .filter(({ equation }) => equation !== null)
      .map(({ ruleId, at }) => [ruleId, at.row, at.column]);
    expect(found, JSON.stringify(truth.broken)).toHaveLength(truth.broken?.length ?? 0);
  });
});
