/** An organ as the rules of publication tell them apart; `other` where they name none or nobody can tell. */
export type OrganKind = 'government' | 'department' | 'other';

/** Towns and street offices, which article 49 does not name. */
const town = /(?:镇|乡|苏木|街道)(?:人民政府|政府|办事处|办|.{0,6}办公室)?$/u;
/** Ministries and what is managed from above: they are no departments of a people's government of a place. */
const central =
  /^(?:中华人民共和国|国家|国务院|中国|最高)|(?:部|总局|总署|海关|税务局|气象局|海事局|邮政管理局|监管局分局)$/u;
const government = /(?:政府|管委会|区管理委员会)$/u;
/** The office of a government may speak for it; so may the place alone. */
const forGovernment = /(?:人民政府办公[室厅]|[省市县区州旗盟])$/u;
const department = /(?:局|厅|委|委员会|办|办公室|中心|支队|大队)$/u;

/** The people's government of a place, of any level, or what administers a zone. */
export function isGovernment(organ: string): boolean {
  return government.test(organ);
}

/** For whom an organ reports, in the sense of article 49. */
export function kindOfOrgan(organ: string): OrganKind {
  if (town.test(organ) || central.test(organ)) return 'other';
  if (isGovernment(organ) || forGovernment.test(organ)) return 'government';
  return department.test(organ) ? 'department' : 'other';
}

/** Invisible characters, and what stands around names. */
const besideNames = /[\p{Cf}\s《》〈〉“”"]/gu;
const year = '(?:20\\d\\d|二[〇零○]..)年?度?';
const title = new RegExp(
  `(?:关于)?(?:${year})?的?(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)(?:[（(]${year}[)）])?`,
  'gu',
);
const yearAround = new RegExp(`^${year}|${year}$`, 'gu');

/**
 * An organ's name as one is compared with another: NFKC, without blanks, years and the title of the
 * report. `XX市人民政府`, `XX市本级` and `XX市人民政府办公室` stay three different organs.
 */
export function organKey(name: string): string {
  const plain = name.normalize('NFKC').replace(besideNames, '').toLowerCase();
  const bare = plain
    .replace(title, '')
    .replace(yearAround, '')
    .replace(/^[:：]+|[:：]+$/gu, '');
  return bare === '' ? plain : bare;
}
