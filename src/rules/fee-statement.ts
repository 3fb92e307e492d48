import { sentencesOf } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';
import { unmentioned } from '../model/topics.ts';

const id = 'fee-statement';

export default findingRule({
  id,
  sentences: {
    unsaid: {
      zh: '“{section}”没有写明收取{topic}的情况，其他部分也没有提到；没有收取的，写明没有收取',
      en: '“{section}” does not say which {topic} were charged, nor does any other section; if none were, say so',
    },
  },
  find: (report, say) => {
    const { form } = report;
    const sentences = sentencesOf(report);
    const section = form.edition.sections.at(-1);
    if (section === undefined || !sentences.some((each) => each.section === section.id)) return [];
    return unmentioned(id, report).map(({ zh, en }) => {
      const args = { section: { zh: section.zh, en: section.en }, topic: { zh, en } };
      const at = { table: null, row: null, column: null };
      return say('unsaid', args, { at, cells: [], severity: 'warning' });
    });
  },
  page: {
    title: { zh: '写明信息处理费情况', en: 'The processing fees are stated' },
    what: {
      zh: '2021 年版格式的报告，第六部分有内容、而全文没有提到信息处理费或收费情况的，给出提示。表二里的行政事业性收费是另一回事，不算。',
      en: 'In a report of the 2021 form whose section 6 has a text, the information processing fees must be mentioned somewhere in the prose. The administrative fees (行政事业性收费) of table 2 are another thing and do not count.',
    },
    why: {
      zh: '信息处理费从 2021 年起可以收取，收取情况要随年度报告公布；不写，读者无法知道是没有收取还是没有报告。',
      en: 'The fees may be charged since 2021 and are published with the report; without a word on them nobody can tell whether none were charged or none were reported.',
    },
    mend: {
      zh: '在“六、其他需要报告的事项”写明，例如“本年度未收取信息处理费”。',
      en: 'State it in section 6, for example: no information processing fees were charged this year.',
    },
    clause: {
      zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），国办公开办函〔2021〕30号',
      en: '国办函〔2020〕109号 on information processing fees, and 国办公开办函〔2021〕30号',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      other: '本年度没有其他需要报告的事项。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {},
      other: '本年度未收取信息处理费，没有其他需要报告的事项。',
    },
  },
});
