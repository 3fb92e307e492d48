import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'column-balance',
  fails: {
    zh: '“{column}”列，第一项加第二项不等于第三项加第四项：{equation}',
    en: 'Column “{column}”: items 1 and 2 do not add up to items 3 and 4: {equation}',
  },
  page: {
    title: { zh: '每列勾稽相符', en: 'Each column balances' },
    what: {
      zh: '表三的每一列都要满足：本年新收 + 上年结转 = 办理结果总计 + 结转下年度。七列逐列检查，总计列相等不能说明其他列相等。',
      en: 'In every column of table 3: newly received + carried over = total handled + carried forward. All seven columns are checked one by one; a balanced total says nothing about the others.',
    },
    why: {
      zh: '一件申请进来之后，要么办结，要么结转，不会多也不会少。哪一列不平，那一列至少有一个数字是错的。',
      en: 'A request that came in is either handled or carried forward; none appears and none vanishes. In a column that does not balance at least one figure is wrong.',
    },
    mend: {
      zh: '先核对该列的四个数字；常见的错误是把一件申请记在了另一类申请人名下，或把结转下年度的件数加进了（七）总计。',
      en: 'Look at the four figures of the column. Common slips: a request counted under another kind of applicant, or the cases carried forward added into “(7) total”.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号、〔2021〕30号，表三表头：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
      en: '国办公开办函〔2019〕60号 and 〔2021〕30号, header of table 3: in this column, items 1 and 2 add up to items 3 and 4',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.total': 12,
        'requests.handled.granted.naturalPerson': 10,
        'requests.handled.granted.total': 10,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 1,
        'requests.carriedForward.enterprise': 1,
        'requests.carriedForward.total': 2,
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.total': 12,
        'requests.handled.granted.naturalPerson': 10,
        'requests.handled.granted.total': 10,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 2,
        'requests.carriedForward.total': 2,
      },
    },
  },
});
