import { type Day, isAfter, isoOf } from '../model/day.ts';
import { kindOfOrgan } from '../model/organ.ts';
import type { Report } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';

/** The last day on which a report is in time; null where the article names none for its organ. */
function deadlineOf({ organ, year, form: { edition } }: Report): Day | null {
  const { deadlines, years } = edition;
  if (year === null || year < years.from) return null;
  const { department, government } = deadlines;
  const isSame = department.month === government.month && department.day === government.day;
  const kind = isSame ? 'government' : kindOfOrgan(organ ?? '');
  return kind === 'other' ? null : { year: year + 1, ...deadlines[kind] };
}

export default findingRule({
  id: 'published-late',
  sentences: {
    late: {
      zh: '公布日期是 {published}，晚于规定的期限 {deadline}。如果这是重新发布的日期，请核对首次公布的日期',
      en: 'It was published on {published}, after the deadline of {deadline}; if that is the date of a re-publication, look up the first one',
    },
  },
  find: (report, say) => {
    const { published } = report;
    if (published === null) return [];
    const deadline = deadlineOf(report);
    if (deadline === null || !isAfter(published, deadline)) return [];
    const args = { published: isoOf(published), deadline: isoOf(deadline) };
    const at = { table: null, row: null, column: null };
    return [say('late', args, { at, cells: [], severity: 'warning' })];
  },
  page: {
    title: { zh: '按期公布', en: 'The report is published in time' },
    what: {
      zh: '报告写明了公布日期（正文之前的“发布日期”等，或者网页头部的 PubDate 等标签）的，与期限对照：县级以上人民政府部门是次年 1 月 31 日，人民政府是次年 3 月 31 日；2019 年以前的报告都是次年 3 月 31 日。乡镇、街道、国务院部门和垂直管理单位，条例没有规定期限，不查；分不清是政府还是部门的，按较晚的期限。',
      en: 'Where the document says when it was published, by a label before its text or in the head of the page (PubDate and the like), that day is compared with the deadline: 31 January of the next year for departments of governments of county level and above, 31 March for governments, and 31 March for all reports before 2019. For towns, street offices, ministries and what they manage the Regulation names none; where it cannot be told whether an organ is a government or a department, the later one counts.',
    },
    why: {
      zh: '按期公布年度报告是条例规定的义务，上级检查和第三方评估都看公布日期。',
      en: 'To publish the report in time is a duty under the Regulation, and inspections look at the date.',
    },
    mend: {
      zh: '已经晚了的，说明情况；如果页面上的日期是更新或重新发布的日期，写明首次公布的日期。',
      en: 'If it is late, give the reason; if the date on the page is that of an update, state the day of first publication.',
    },
    clause: {
      zh: '《中华人民共和国政府信息公开条例》（2019 年修订）第四十九条；修订前第三十一条',
      en: 'Regulation on Open Government Information (2019), article 49; before its revision, article 31',
    },
    failing: {
      edition: '2021',
      organ: '云川市教育局',
      year: 2023,
      published: '2024-02-06',
      cells: {},
    },
    passing: {
      edition: '2021',
      organ: '云川市教育局',
      year: 2023,
      published: '2024-01-26',
      cells: {},
    },
  },
});
