import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'case-total',
  fails: {
    zh: '“{line}”的总计不等于各种结果与尚未审结之和：{equation}',
    en: '“{line}”: the total is not the sum of the results and the pending cases: {equation}',
  },
  page: {
    title: { zh: '复议、诉讼总计等于各项之和', en: 'Case totals add up' },
    what: {
      zh: '表四的行政复议、未经复议直接起诉、复议后起诉三组，每一组都要满足：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结。三组分别检查，彼此之间没有等式。',
      en: 'In each of the three groups of table 4 (administrative reconsideration, litigation direct, litigation after reconsideration): total = upheld + corrected + other result + pending. The three are checked one by one; nothing ties one group to another.',
    },
    why: {
      zh: '一件复议或诉讼案件，要么已经有一种结果，要么尚未审结，四项相加就是总计。',
      en: 'A case has either one of the results or is still pending, so the four figures make up the total.',
    },
    mend: {
      zh: '核对该组的五个数字；常见的错误是总计没有包括尚未审结的案件，或者只填了总计，没有填各项。',
      en: 'Look at the five figures of the group. Common slips: a total that leaves out the pending cases, or a total filled in without its parts.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号、〔2021〕30号，表四“总计”',
      en: '国办公开办函〔2019〕60号 and 〔2021〕30号, table 4, “total”',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'reconsiderationAndLitigation.reconsideration.upheld': 2,
        'reconsiderationAndLitigation.reconsideration.corrected': 1,
        'reconsiderationAndLitigation.reconsideration.pending': 1,
        'reconsiderationAndLitigation.reconsideration.total': 3,
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'reconsiderationAndLitigation.reconsideration.upheld': 2,
        'reconsiderationAndLitigation.reconsideration.corrected': 1,
        'reconsiderationAndLitigation.reconsideration.pending': 1,
        'reconsiderationAndLitigation.reconsideration.total': 4,
      },
    },
  },
});
