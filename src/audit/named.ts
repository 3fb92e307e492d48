import type { Subject } from './records.ts';

/** Words that name a report and no organ. */
const reportWords =
  /政府信息公开|信息公开|政务公开|工作|年度|年报|报告|统计表|附件|正文|定稿|终稿|最终版|公开版|副本|文件|编号|report/giu;
const yearIn = /(?<!\d)((?:19|20)\d\d)年?(?!\d)/gu;
const han = /\p{Script=Han}/gu;

function yearsIn(text: string): number[] {
  return [...new Set([...text.matchAll(yearIn)].map(([, year]) => Number(year)))];
}

function organIn(text: string): string | null {
  const left = text
    .replace(yearIn, '')
    .replace(reportWords, '')
    .replace(/[^\p{Script=Han}\p{Letter}]/gu, '');
  return (left.match(han)?.length ?? 0) >= 2 ? left : null;
}

/**
 * What the name of a file, or else of the folder that it lies in, says of organ and year: a
 * fall-back for reports that do not say it themselves. Two years are none.
 * @param path parted by `/`
 */
export function namedBy(path: string): Subject {
  const parts = path.split('/');
  const [folder, file] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
  const stem = file.replace(/\.[a-z0-9]{1,8}$/iu, '');
  const [first, ...more] = yearsIn(stem);
  const [above, ...others] = yearsIn(folder);
  const year = more.length > 0 ? null : (first ?? (others.length > 0 ? null : (above ?? null)));
  return { organ: organIn(stem) ?? organIn(folder), year };
}
