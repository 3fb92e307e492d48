import type { Subject } from './records.ts';

/** Words that name a report and no organ. */
const reportWords =
  /政府信息公开|信息公开|政务公开|工作|年度|年报|报告|统计表|附件|正文|定稿|终稿|最终版|公开版|副本|文件|编号|扫描件|扫描|空白表|空白|说明|汇总表|表格|盖章|report/giu;
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

/** How names of organs end. */
const organLike =
  /(?:局|委|委员会|办|办公室|厅|政府|管委会|院|署|社|会|中心|队|所|站|街道|镇|乡|区|县|市|省|州|盟|旗|学校|大学|公司|集团)$/u;

/** Of the name of the file and that of its folder, the one that is a name of an organ. */
function likelier(file: string | null, folder: string | null): string | null {
  if (file !== null && organLike.test(file)) return file;
  return folder !== null && organLike.test(folder) ? folder : (file ?? folder);
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
  return { organ: likelier(organIn(stem), organIn(folder)), year, said: null };
}
