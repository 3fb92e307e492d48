import type { FilledForm } from './writer.ts';

/** What a form prints beside the names that its edition holds: over the labels, over the units. */
export const headings = { labels: '信息内容', units: '单位' } as const;

/** The words of the sheet on which the identities are worked out. */
export const checkWords = {
  sheet: '核对',
  title: '勾稽关系核对（随填报自动计算，空白和“/”按 0 计）',
  columns: ['序号', '表', '依据', '行或列', '左边合计', '关系', '右边合计', '差额', '结果'],
  summary: '不通过项数',
} as const;

/** What an identity comes to. A text in a figure cell cannot be added; `open`: a blank may still save it. */
export const verdicts = {
  pass: '通过',
  fail: '不通过',
  query: '请核实',
  blank: '未填',
  open: '未填完',
  text: '有文字',
} as const;

/** The title of a report, as far as organ and year are known. */
export function titleOf({ organ, year }: Pick<FilledForm, 'organ' | 'year'>): string {
  return `${organ ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;
}

/** The title as a heading: of a blank form with room for organ and year. */
export function headingOf(filled: Pick<FilledForm, 'organ' | 'year'>): string {
  const room = filled.organ === null && filled.year === null ? '__________  ____年' : '';
  return room + titleOf(filled);
}

/** A short name for a table: 表三 for one that is numbered 三、, its title for any other. */
export function shortName(title: string): string {
  const number = /^([一二三四五六七八九十]+)、/u.exec(title)?.[1];
  return number === undefined ? title : `表${number}`;
}
