import { contradicted, whereOf } from '../model/contradiction.ts';
import { findingRule } from '../model/rule.ts';

export default findingRule({
  id: 'prose-all',
  sentences: {
    some: {
      zh: '正文{quote}，表中却是 {sum}',
      en: 'The prose says {quote}, but the table has {sum}',
    },
    others: {
      zh: '正文{quote}，表中却是：全部 {all}，其中 {sum}',
      en: 'The prose says {quote}, but the table has {all}, of which {sum}',
    },
  },
  find: (report, say) =>
    contradicted(report, 'all').map((claim) => {
      const where = whereOf(report, claim, [...claim.cells, ...(claim.of ?? [])], 'table');
      const said = { quote: { quote: claim.figure }, sum: { amount: claim.cells } };
      if (claim.of === null) return say('some', said, where);
      return say('others', { ...said, all: { amount: claim.of } }, where);
    }),
  page: {
    title: { zh: '“均”“无”与表格一致', en: 'All and none agree with the tables' },
    what: {
      zh: '正文里“均获维持”“未发生被纠错”“未收到申请”“均为自然人申请”一类的话，与表格对照。说收到的申请“均已办结”而表中有结转下年度的，是提示。',
      en: 'Statements such as all upheld, none corrected, no request received, all by natural persons are compared with the tables. That all requests received were concluded, where some were carried forward, is a warning.',
    },
    why: {
      zh: '这类话最容易留用上一年的，或者忘了尚未审结的案件。',
      en: 'Such sentences are easily left over from last year, or forget the cases still pending.',
    },
    mend: {
      zh: '按表格改写这句话，例如“已审结的均获维持，尚未审结3件”。',
      en: 'Say what the table says, such as: all that were decided were upheld, three are pending.',
    },
    clause: { zh: '由正文与表格的数推得', en: 'follows from the figures of prose and tables' },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'reconsiderationAndLitigation.reconsideration.upheld': 4,
        'reconsiderationAndLitigation.reconsideration.pending': 3,
        'reconsiderationAndLitigation.reconsideration.total': 7,
      },
      text: '政府信息公开行政复议7件，均获维持。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'reconsiderationAndLitigation.reconsideration.upheld': 7,
        'reconsiderationAndLitigation.reconsideration.total': 7,
      },
      text: '政府信息公开行政复议7件，均获维持。',
    },
  },
});
