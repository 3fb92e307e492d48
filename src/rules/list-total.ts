import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'list-total',
  fails: {
    zh: '“{line}”不等于所列各项之和：{equation}',
    en: '“{line}” is not the sum of the items listed under it: {equation}',
  },
  page: {
    title: { zh: '总数等于所列各项之和', en: 'A figure is the sum of its items' },
    what: {
      zh: '2014 年统计表中，下列总数要等于其下所列各项之和：收到申请数、申请办结数、申请答复数、不同意公开答复数、行政复议数量、行政诉讼数量、从事政府信息公开工作人员数。主动公开政府信息数不在此列：同一信息在几个渠道公开只计 1 条。',
      en: 'In the form of 2014 these figures are the sum of the items listed under them: requests received, concluded, answered and denied, administrative reconsideration, litigation, staff. The information disclosed is not among them: the same information in several channels counts once.',
    },
    why: {
      zh: '统计表把这些总数完整地分成了几项，每一件（人）只归入其中一项。相加不等，说明有漏计、重计，或者总数算错。',
      en: 'The form divides these figures completely, and each case or person belongs to one item. Where they do not add up, something was left out or counted twice, or the total is wrong.',
    },
    mend: {
      zh: '把所列各项重新加一遍，再核对总数；常见的错误是漏填一项，或者改了某一项之后没有改总数。',
      en: 'Add up the items again and look at the total. Common slips: an item not filled in, or a total not changed after one of its items was.',
    },
    clause: {
      zh: '国办发〔2014〕32号，政府信息公开情况统计表三（一）、三（二）、三（三）、三（三）4、四、五、八（三）',
      en: '国办发〔2014〕32号, statistics 3 (1), 3 (2), 3 (3), 3 (3) 4, 4, 5 and 8 (3)',
    },
    failing: {
      edition: '2014',
      year: 2017,
      cells: {
        'statistics.requests.received.total.figure': 5,
        'statistics.requests.received.inPerson.figure': 1,
        'statistics.requests.received.online.figure': 3,
      },
    },
    passing: {
      edition: '2014',
      year: 2017,
      cells: {
        'statistics.requests.received.total.figure': 5,
        'statistics.requests.received.inPerson.figure': 1,
        'statistics.requests.received.online.figure': 3,
        'statistics.requests.received.letter.figure': 1,
      },
    },
  },
});
