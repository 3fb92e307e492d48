import type { Draw } from '../../../tests/support/generate.ts';
import type { Figures } from './figures.ts';
import { applicants, placesOf } from './places.ts';

const whens = [
  '年初',
  '上半年',
  '下半年',
  '岁末',
  '平时',
  '每月',
  '每季度',
  '政策出台时',
  '收到意见后',
] as const;
const whos = [
  '局办公室',
  '政务公开科',
  '法规科',
  '各业务科室',
  '下属单位',
  '窗口工作人员',
  '网站编辑组',
  '值班人员',
] as const;
const hows = [
  '对照目录逐条',
  '会同有关单位',
  '按照分工',
  '结合群众来电',
  '根据检查结果',
  '依照条例规定',
  '利用公开栏目',
  '通过座谈会',
] as const;
const deeds = [
  '清理过时的办事指南并注明失效日期',
  '修订公开目录，补上遗漏的条目',
  '核对栏目里的链接，打不开的当天修好',
  '回复网民留言，把常问的问题编成问答',
  '检查公开属性，说明不公开的理由',
  '整理申请登记簿，写清答复的经过',
  '为不会上网的老人准备纸质材料',
  '把政策解读改写成通俗的说法',
  '培训新到岗的工作人员',
  '公布监督电话，记录来电的内容',
  '讨论答复文书的用语，统一格式',
  '改进搜索功能，方便群众查找',
] as const;

const pick = <T>(choices: readonly T[], draw: Draw): T | '' =>
  choices[draw(choices.length - 1)] ?? '';

function paragraph(sentences: number, draw: Draw): string {
  let text = '';
  for (let i = 0; i < sentences; i++) {
    text += `${pick(whens, draw)}，${pick(whos, draw)}${pick(hows, draw)}${pick(deeds, draw)}。`;
  }
  return text;
}

/** What the tables say, in words: the figures are always those of the tables, slips and all. */
function restated({ form, values, year }: Figures): string {
  const { newlyReceived, carriedOver, handled, carriedForward, cases } = placesOf(form);
  const total = (line: number): number => values[line + applicants] ?? 0;
  const last = cases[0];
  const reviews = last === undefined ? 0 : (values[last.firstCell + last.columns.length - 1] ?? 0);
  return [
    `本报告所列数据的统计期限自${year}年1月1日至${year}年12月31日。`,
    `全年收到政府信息公开申请${total(newlyReceived)}件。`,
    `上年结转申请${total(carriedOver)}件。`,
    `全年作出答复${total(handled)}件。`,
    `结转下年度继续办理${total(carriedForward)}件。`,
    `发生行政复议${reviews}件。`,
  ].join('');
}

/** About 5.5 KB of prose, other sentences every year. */
export function proseOf(figures: Figures, draw: Draw): Readonly<Record<string, string>> {
  return {
    overview: `${restated(figures)}${paragraph(44, draw)}`,
    problems: paragraph(12, draw),
    other: `本年度未收取信息处理费。${paragraph(4, draw)}`,
  };
}
