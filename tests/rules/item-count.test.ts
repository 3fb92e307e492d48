import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const table = 'proactiveDisclosure';
const rule = 'item-count fails';

describe('item-count', () => {
  it('finds more items taken away than there were, “/” being none', () => {
    const run = runFixture('item-count/more-taken-away-than-there-were.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          [table, 'licensing', null],
          '“行政许可”一行，上一年项目数量加本年增/减小于 0：39 − 41 = −2 < 0',
        ),
        found(
          rule,
          [table, 'fees', null],
          '“行政事业性收费”一行，上一年项目数量加本年增/减小于 0：/ − 4 = −4 < 0',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Line “licensing”: items last year and net change add up to less than 0: 39 − 41 = −2 < 0',
    );
  });

  it('leaves a decrease of a blank open', () => {
    const run = runFixture('item-count/blank-last-year-with-decrease.undecided');
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [['item-count', 'licensing', null]],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 45, passed: 44, failed: 0, inconclusive: 1 });
  });

  it.each(['all-taken-away.pass', 'blank-beside-increase.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`item-count/${name}`))).toEqual(clean);
    },
  );

  it.each(['licensing', 'otherServices', 'penalties', 'compulsion', 'fees'])(
    'lets the items of %s fall to 0 and no further',
    (line) => {
      const run = (netChange: number) => {
        const cells = {
          [`${table}.${line}.itemsLastYear`]: 12,
          [`${table}.${line}.netChange`]: netChange,
        };
        return told(runExample({ edition: '2019', year: 2020, cells }));
      };
      expect(run(-12)).toEqual(clean);
      const { verdict, findings } = run(-13);
      expect(verdict).toBe('fail');
      expect(findings.map((each) => [each.rule, each.at])).toEqual([[rule, [table, line, null]]]);
      expect(findings[0]?.zh).toMatch(/小于 0：12 − 13 = −1 < 0$/u);
    },
  );
});
