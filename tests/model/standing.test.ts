import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { type Standing, standings } from '../../src/model/standing.ts';

const cells = {
  'requests.newlyReceived.naturalPerson': 40,
  'requests.newlyReceived.total': 40,
  'requests.carriedForward.naturalPerson': 40,
  'requests.carriedForward.total': 40,
};

/** What became of each figure of a text, in its order. */
function standing(text: string, own: Readonly<Record<string, number | null>> = cells) {
  const { report } = runExample({ edition: '2021', year: 2023, cells: own, text });
  if (report?.prose == null) throw new Error('no prose');
  return [...standings(report, report.prose)].map(
    ([{ printed, unit }, each]): [string, Standing] => [printed + unit, each],
  );
}

describe('what became of a figure', () => {
  it('is right or wrong where a cell says so', () => {
    expect(standing('2023年收到政府信息公开申请40件，结转下年度继续办理50件。')).toEqual([
      ['40件', 'right'],
      ['50件', 'wrong'],
    ]);
  });

  it('is doubtful where the words have several meanings', () => {
    expect(standing('2023年受理政府信息公开申请50件。')).toEqual([['50件', 'doubtful']]);
  });

  it('is only understood where a cell cannot tell', () => {
    const blank = { ...cells, 'requests.newlyReceived.total': null };
    expect(standing('2023年收到政府信息公开申请50件。', blank)).toEqual([['50件', 'understood']]);
  });

  it('is unknown where nothing says what is counted', () => {
    expect(standing('2023年植树50件。')).toEqual([['50件', 'unknown']]);
  });

  it('of the parts of a list is right where they add up, and not wrong where they do not', () => {
    const list = (last: string) =>
      standing(`2023年主动公开政府信息90条，其中甲类10条、乙类20条、其他${last}。`);
    expect(list('60条').map(([, each]) => each)).toEqual(['right', 'right', 'right', 'right']);
    expect(list('30条').map(([, each]) => each)).toEqual([
      'doubtful',
      'understood',
      'understood',
      'understood',
    ]);
  });

  it('is the worst that any claim says of it', () => {
    const text = '2023年收到政府信息公开申请50件，其中自然人申请40件、其他组织申请10件。';
    expect(standing(text)[0]).toEqual(['50件', 'wrong']);
  });
});
