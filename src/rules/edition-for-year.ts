import { type Edition, isInForce } from '../model/edition.ts';
import { findingRule } from '../model/rule.ts';
import type { Words } from '../model/words.ts';

function yearsOf({ years: { from, to } }: Edition): Words {
  return to === null
    ? { zh: `${from} 年起`, en: `from ${from}` }
    : { zh: `${from}—${to} 年`, en: `${from}–${to}` };
}

export default findingRule({
  id: 'edition-for-year',
  sentences: {
    unknown: {
      zh: '没有写明报告年度，无法核对是否使用了当年施行的格式。请在标题里写明，如“某某局2024年政府信息公开工作年度报告”',
      en: 'The year of the report is not given, so it cannot be told whether this is the form in force for it; state it in the title',
    },
    outside: {
      zh: '{year} 年的报告用的是“{edition}”（{instrument}），该格式适用于 {years}的报告；应当使用当年施行的格式（数字已按实际使用的格式核对）',
      en: 'The report of {year} uses the “{edition}” ({instrument}), which is for the years {years}; it must use the form in force for its year (the figures were checked under the form really used)',
    },
  },
  find: ({ year, form: { edition } }, say) => {
    const nowhere = { table: null, row: null, column: null };
    if (year === null) {
      return [say('unknown', {}, { at: nowhere, cells: [], severity: 'warning' })];
    }
    if (isInForce(edition, year)) return [];
    const args = {
      year: String(year),
      edition: { zh: edition.zh, en: edition.en },
      instrument: edition.instrument,
      years: yearsOf(edition),
    };
    return [say('outside', args, { at: nowhere, cells: [], severity: 'error' })];
  },
  page: {
    title: { zh: '使用当年施行的格式', en: 'The form is the one in force for the year' },
    what: {
      zh: '把报告实际使用的格式与报告年度对照：报告应当使用当年施行的格式。格式不对的，仍按实际使用的格式核对数字。',
      en: 'The form that the report uses is compared with the year it reports on: it must be the form in force for that year. Under a wrong form the figures are checked all the same, by the form really used.',
    },
    why: {
      zh: '各年格式的栏目不同，名称相近的含义也不一定相同。用错格式，该报的没有报，数字也不能与其他机关、其他年度比较或汇总。',
      en: 'The forms ask for different figures, and similar labels do not always mean the same. Under a wrong form what is due is not reported, and the figures cannot be compared or added up with those of other organs and years.',
    },
    mend: {
      zh: '换成当年施行的格式，按新的栏目重新统计填写，不要只改表头；如果是报告年度写错，改正年度。',
      en: 'Take the form in force for the year and fill it in anew; do not only change the headers. If the year of the report is wrong, correct the year.',
    },
    clause: {
      zh: '国办发〔2014〕32号、国办公开办函〔2019〕60号、〔2021〕30号',
      en: '国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 〔2021〕30号',
    },
    failing: { edition: '2019', year: 2022, cells: {} },
    passing: { edition: '2021', year: 2022, cells: {} },
  },
});
