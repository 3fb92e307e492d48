import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../src/editions/2021.ts';
import { formOf } from '../../src/model/form.ts';
import { runOf } from '../../src/pipeline.ts';
import { boundBytes } from '../support/documents.ts';
import { figuresFor, type Part, reportOf } from '../support/render.ts';
import { htmlReport } from '../support/renderAs.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;
const missing = (section: string) =>
  found(
    'section-missing missing',
    nowhere,
    `没有找到“${section}”这一部分的标题：法定格式分六个部分，没有内容的也要保留标题并写明“无”`,
    'warning',
  );

describe('section-missing', () => {
  it('finds a section without a title', () => {
    const run = runFixture('section-missing/no-other-matters.warning');
    expect(told(run)).toEqual({ ...clean, findings: [missing('六、其他需要报告的事项')] });
    expect(messages(run, 'en')).toEqual([
      'No title of the section “6. Other matters to report” was found: the form has six sections; one without content keeps its title and says so',
    ]);
  });

  it.each([
    'all-six.pass',
    'tables-without-titles.pass',
    'list-without-sections.pass',
    'not-known.pass',
  ])('has nothing to say of %s', (name) => {
    expect(told(runFixture(`section-missing/${name}`))).toEqual(clean);
  });
});

describe('the sections of a page', () => {
  const form = formOf(edition2021);
  const title = '云川市水务局2023年政府信息公开工作年度报告';
  const parts = [title, ...reportOf(form, figuresFor(edition2021, 7, 12_000))];

  const missed = async (change: (part: string) => string[]) => {
    const changed = parts.flatMap((part): Part[] =>
      typeof part === 'string' ? change(part) : [part],
    );
    const report = await boundBytes(htmlReport(changed), 'page.html');
    if ('code' in report) throw new Error(report.code);
    const { findings } = runOf(report, 'page.html');
    return findings
      .filter(({ rule }) => rule === 'section-missing')
      .map(({ args }) => args.section);
  };
  const renamed = (from: string, to: string) =>
    missed((part) => [part.startsWith(from) ? to : part]);

  it('are all there', async () => {
    expect(await missed((part) => [part])).toEqual([]);
  });

  it('are missed where their title is', async () => {
    const { zh, en } = edition2021.sections[4] ?? { zh: '', en: '' };
    expect(await missed((part) => (part === zh ? [] : [part]))).toEqual([{ zh, en }]);
  });

  it.each([
    ['五、', '五、存在问题及整改措施'],
    ['五、', '存在的不足和改进打算'],
    ['五、', '5.政府信息公开工作存在的主要问题'],
    ['五、', '（五）存在的主要问题及改进情况'],
    ['五、', '工作有序。五、工作中存在的困难、问题及措施还有一些'],
    ['六、', '其它需说明的事项'],
    ['一、', '一、概述'],
    ['一、', '第一部分 总体情况'],
  ])('may have a title in other words: %s %s', async (from, to) => {
    expect(await renamed(from, to)).toEqual([]);
  });

  it('are there with their tables', async () => {
    expect(await missed((part) => (/^[二三四]、/u.test(part) ? [] : [part]))).toEqual([]);
  });

  it('are not asked for where there are but the tables', async () => {
    expect(await missed((part) => (/^[二三四]、/u.test(part) ? [part] : []))).toEqual([]);
    expect(await missed(() => [])).toEqual([]);
  });

  it('are told by sentences without any title', async () => {
    expect(await missed((part) => (part.endsWith('。') ? [part] : []))).toHaveLength(3);
  });
});
