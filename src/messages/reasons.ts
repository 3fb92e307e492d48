import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Language } from '../model/words.ts';
import { brief, visible } from './visible.ts';

type Clause = Readonly<Record<Language, string>>;

/** What keeps a report from being assessed, in a clause: {0} are the tables concerned. */
const clauses: Partial<Readonly<Record<ProblemCode, Clause>>> = {
  'table-missing': { zh: '没有找到{0}', en: '{0} not found' },
  'table-blank': { zh: '{0}全部空白', en: '{0} blank throughout' },
  'table-opaque': { zh: '{0}不是文字，读不到', en: '{0} not there as text' },
  'table-twice': { zh: '{0}有两份，数字不同', en: '{0} there twice with different figures' },
  'cells-uncertain': { zh: '{0}有数字无法确定', en: 'figures of {0} uncertain' },
  'line-unread': { zh: '有的行没有读到', en: 'lines not read' },
  'previous-not-before': {
    zh: '所给的上一年报告不是上一年的',
    en: 'the report given as the one of the year before is not that',
  },
  'members-missing': { zh: '缺少下级单位的报告', en: 'reports of members missing' },
  'members-other-form': {
    zh: '有的单位用了另一版格式',
    en: 'members on another edition of the form',
  },
  'members-other-year': {
    zh: '有的单位的报告是别的年度的',
    en: 'reports of members of another year',
  },
  'members-none': { zh: '没有下级单位的报告', en: 'no reports of members' },
  'rule-threw': { zh: '程序自身出错', en: 'a defect of the program' },
};

/** A title in short: 表三, table 3, or in quotation marks where it has no number. */
function shortTitle(title: string): string {
  const zh = /^([一二三四五六七八九十]+)、/u.exec(title)?.[1];
  if (zh !== undefined) return `表${zh}`;
  const en = /^(\d+)\. /u.exec(title)?.[1];
  if (en !== undefined) return `table ${en}`;
  return `“${brief(title)}”`;
}

function tablesOf(problems: readonly Problem[], lang: Language): string {
  const titles = problems.flatMap(({ args: { table } }) =>
    table === undefined ? [] : [shortTitle(typeof table === 'string' ? table : table[lang])],
  );
  return [...new Set(titles)].join(lang === 'zh' ? '、' : ', ');
}

/** Why a report that was read cannot be assessed, one clause for each kind of problem. */
export function reasonTexts(problems: readonly Problem[], lang: Language): string[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const clause = clauses[code];
    if (clause === undefined) return [];
    const tables = tablesOf(
      problems.filter((each) => each.code === code),
      lang,
    );
    return [visible(clause[lang].replace('{0}', () => tables))];
  });
}
