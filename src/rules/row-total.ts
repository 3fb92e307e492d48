import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'row-total',
  fails: {
    zh: '“{line}”一行，总计不等于各类申请人之和：{equation}',
    en: 'Line “{line}”: the total is not the sum of the kinds of applicants: {equation}',
  },
  page: {
    title: { zh: '每行总计等于各类申请人之和', en: 'Each row adds up' },
    what: {
      zh: '表三的每一行都要满足：总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他。逐行检查，各列相平不能说明各行相平。',
      en: 'In every row of table 3: total = natural person + enterprise + research institution + public-interest organization + legal-service organization + other organization. Every row is checked; columns that balance say nothing about the rows.',
    },
    why: {
      zh: '每件申请只计入一类申请人，六类相加就是总计。哪一行不等，那一行至少有一个数字是错的。',
      en: 'Every request is counted under one kind of applicant, so the six kinds make up the total. In a row that does not add up at least one figure is wrong.',
    },
    mend: {
      zh: '先核对该行的总计，再核对六类申请人的数字；常见的错误是总计漏填为 0，改了某一列之后没有改总计，或者只加了自然人一列。',
      en: 'Look at the total of the row first, then at the six figures. Common slips: a total left at 0, a total not changed after one of the columns was, or natural persons alone taken as the total.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号、〔2021〕30号，表三“总计”列',
      en: '国办公开办函〔2019〕60号 and 〔2021〕30号, table 3, column “total”',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.enterprise': 1,
        'requests.newlyReceived.total': 12,
        'requests.handled.granted.naturalPerson': 10,
        'requests.handled.granted.total': 10,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 2,
        'requests.carriedForward.enterprise': 1,
        'requests.carriedForward.total': 2,
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.enterprise': 1,
        'requests.newlyReceived.total': 13,
        'requests.handled.granted.naturalPerson': 10,
        'requests.handled.granted.total': 10,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 2,
        'requests.carriedForward.enterprise': 1,
        'requests.carriedForward.total': 3,
      },
    },
  },
});
