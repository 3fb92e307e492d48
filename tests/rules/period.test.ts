import { describe, expect, it } from 'vitest';
import { exampleRecord, runExample } from '../../src/example.ts';
import { runOf } from '../../src/pipeline.ts';
import { boundBytes } from '../support/documents.ts';
import { clean, found, messages, runFixture, runRecord, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;

/** What the rule finds in an overview of 2023: variants. */
function variants(text: string): string[] {
  const { findings } = runExample({ edition: '2021', year: 2023, cells: {}, text });
  return findings.filter(({ rule }) => rule === 'period').map(({ variant }) => variant);
}

describe('period', () => {
  it('finds a period of another year', () => {
    const run = runFixture('period/another-year.fail');
    expect(told(run)).toEqual({
      ...clean,
      verdict: 'fail',
      findings: [
        found(
          'period other',
          nowhere,
          '正文“本报告所列数据的统计期限自【2022年1月1日起至2022年12月31日】止”：统计期限不是报告年度 2023 年',
        ),
      ],
    });
    expect(messages(run, 'en')[0]).toMatch(/that is not the period of 2023, the year of the/u);
  });

  it('finds a period that ends in another year', () => {
    const { verdict, findings } = told(runFixture('period/ends-in-another-year.fail'));
    expect([verdict, findings.map(({ rule }) => rule)]).toEqual(['fail', ['period other']]);
  });

  it('asks about a part of the year', () => {
    expect(told(runFixture('period/half-a-year.warning')).findings).toEqual([
      found(
        'period part',
        nowhere,
        '正文“统计期限自【2023年7月1日至12月31日】”：统计期限不是 1 月 1 日至 12 月 31 日的全年；如有原因（如当年新设机关），请写明',
        'warning',
      ),
    ]);
  });

  it('asks about a sentence that begins with last year', () => {
    expect(told(runFixture('period/sentence-of-last-year.warning')).findings).toEqual([
      found(
        'period stale',
        nowhere,
        '正文“【2022年】，我局收到申请4件，均按期答复”：报告年度是 2023 年，这一句说的却是 2022 年，是否沿用了旧稿？',
        'warning',
      ),
    ]);
  });

  it.each(['whole-year.pass', 'other-years-by-right.pass'])('has nothing to say of %s', (name) => {
    expect(told(runFixture(`period/${name}`))).toEqual(clean);
  });

  it.each([
    '报告中所列数据的统计期限为2022年1月1日至12月31日。',
    '本报告中所列数据统计时段为 2022 年 1 月 1 日—2022 年 12 月 31 日。',
    '统计期限：2022年度。',
    '本报告统计期限自二〇二二年一月一日起至二〇二二年十二月三十一日止。',
    '统计期为2022年1月至12月。',
    '统计期限为2022.1.1-2022.12.31。',
    '数据统计期限：2022-01-01至2022-12-31。',
    '统计时限为2022年1月1日0时至2022年12月31日24时。',
    '统计期限从2023年1月1日到2022年12月31日。',
    '本报告内容涵盖2022年1月1日至12月31日的政府信息公开工作情况。',
    '本年度报告的期限为2022年1月1日至2022年12月31日。',
    '本报告涉及的数据自2022年1月1日起，至2022年12月31日止。',
  ])('sees the other year in %s', (text) => expect(variants(text)).toEqual(['other']));

  it.each([
    '统计期限从2023年1月1日至2023年11月30日。',
    '本报告所列数据自二〇二三年一月十日至二〇二三年十二月二十日。',
  ])('sees the part of the year in %s', (text) => expect(variants(text)).toEqual(['part']));

  it.each([
    '本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止。',
    '统计期限为2023年。',
    '统计期限为2023.1.1-2023.12.31。',
    '统计期为2023年1月至12月。',
    '对2022年1月1日至2022年12月31日制发的文件进行清理。',
    '统计期限与上年相同，不作说明。',
    '本报告内容涵盖2023年1月1日至12月31日的政府信息公开工作情况。',
    '按时公布2022年政府信息公开工作年度报告。',
  ])('has nothing to say of %s', (text) => expect(variants(text)).toEqual([]));

  it.each([
    '2022年度，我局共收到申请5件。',
    '2022年全年主动公开政府信息300条。',
    '（一）主动公开。2021年，通过网站发布信息1.2万余条。',
    '一、依申请公开情况：2022年我局收到申请3件。',
    '二〇二二年，组织培训2次。',
    '2022年，我局认真落实公开要求，栏目清楚。',
    '截至2022年12月31日，现行有效规范性文件17件。',
    '网站运行平稳，截止2022年底公开信息3000条。',
  ])('asks about %s', (text) => expect(variants(text)).toEqual(['stale']));

  it.each([
    '2023年，我局收到申请5件。',
    '2022年，我局收到申请5件，2023年收到7件。',
    '2022年，我局收到申请5件。2023年，我局收到申请7件。',
    '2023年，我局收到申请7件。2022年，我局收到申请5件。',
    '2022年，收到申请5件，比2021年多1件。',
    '栏目清楚。2022年，我局认真落实公开要求。',
    '2022年，我局成立，公开信息3条。',
    '2022年以来，公开信息30条。',
    '2022年收到的申请1件结转至今年办理。',
    '2022年，我局印发《2022年要点》。',
    '2024年，我局将公开信息30条。',
    '公开2022年决算信息28条。',
    '截至2023年12月31日，现行有效规范性文件17件。',
    '截至2022年底结转的申请3件均已办结。',
    '截至2022年12月31日公开30条，2023年公开40条。',
    '截至2021年12月31日，现行有效规范性文件17件。',
  ])('takes the year to be there by right in %s', (text) => expect(variants(text)).toEqual([]));

  /** What the rule finds in a page of 2023 with this preface: variants. */
  const preface = async (text: string): Promise<string[]> => {
    const title = '云川市教育局2023年政府信息公开工作年度报告';
    const page = `<meta charset="utf-8"><title>${title}</title><p>${text}</p><p>一、总体情况</p><p>2023年，本局主动公开信息3条。</p>`;
    const report = await boundBytes(new TextEncoder().encode(page), 'page.html');
    const { findings } = runOf(report, 'page.html');
    return findings.filter(({ rule }) => rule === 'period').map(({ variant }) => variant);
  };

  it.each([
    '按照条例要求，现将云川市教育局2022年政府信息公开工作年度报告公布如下。',
    '根据条例，特向社会公布2022年度云川市教育局政府信息公开工作报告。',
    '由办公室编制本局二〇二二年政府信息公开年度报告。',
  ])('asks about the other year by which a preface calls the report: %s', async (text) =>
    expect(await preface(text)).toEqual(['titled']),
  );

  it.each([
    '按照条例要求，现将云川市教育局2023年政府信息公开工作年度报告公布如下。',
    '按照条例和《云川市2022年政务公开工作要点》要求，编制本报告。',
    '根据2022年政府信息公开工作年度报告的要求编制。',
  ])('has nothing to say of the preface %s', async (text) =>
    expect(await preface(text)).toEqual([]),
  );

  it('compares the years of the period where that of the report is not given', () => {
    const { tables, edition } = exampleRecord({ edition: '2021', year: 2023, cells: {} });
    const said = (overview: string) =>
      told(runRecord({ edition, tables, text: { overview } })).findings.map(({ rule }) => rule);
    expect(said('统计期限自2022年1月1日至2022年12月31日。')).toEqual(['edition-for-year unknown']);
    expect(said('统计期限自2022年1月1日至2023年12月31日。')).toEqual([
      'edition-for-year unknown',
      'period other',
    ]);
  });
});
