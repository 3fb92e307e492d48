import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'column-total',
  fails: {
    zh: '“{column}”列，“{line}”不等于所含各行之和：{equation}',
    en: 'Column “{column}”: “{line}” is not the sum of its rows: {equation}',
  },
  page: {
    title: { zh: '每列总计等于各行之和', en: 'Each column adds up' },
    what: {
      zh: '表三的每一列，“（七）总计”都要等于（一）至（六）所有各行之和。报告在（三）至（六）的标题行印有小计的，小计也要等于其下各行之和。',
      en: 'In every column of table 3, “(7) total” is the sum of all rows of (1) to (6). Where a report prints a subtotal beside a heading of (3) to (6), that subtotal is the sum of the rows below it.',
    },
    why: {
      zh: '本年度办结的每一件申请，只计入（一）至（六）的一种办理结果，不重不漏。总计对不上，说明有的申请漏计、重计，或者总计算错。部分公开也是其中一项，同样要加进总计。',
      en: 'Every request handled in the year is counted under one result of (1) to (6), once. Where the total differs, a request was left out or counted twice, or the total was added up wrongly. “Granted in part” is one of the results and belongs to the total.',
    },
    mend: {
      zh: '把该列从（一）到（六）重新加一遍；常见的错误是漏登一种办理结果，把部分公开在其他情形中又计了一次，或者把结转下年度的件数加进了（七）总计。',
      en: 'Add up the column from (1) to (6) again. Common slips: a result that was not entered, a request granted in part counted a second time elsewhere, or the cases carried forward added into “(7) total”.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号、〔2021〕30号，表三“（七）总计”，以及（三）至（六）印有的小计',
      en: '国办公开办函〔2019〕60号 and 〔2021〕30号, table 3, “(7) total”, and the subtotals of (3) to (6) where they are printed',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.total': 12,
        'requests.handled.granted.naturalPerson': 9,
        'requests.handled.granted.total': 9,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 2,
        'requests.carriedForward.total': 2,
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 12,
        'requests.newlyReceived.total': 12,
        'requests.handled.granted.naturalPerson': 9,
        'requests.handled.granted.total': 9,
        'requests.handled.notProcessed.duplicate.naturalPerson': 1,
        'requests.handled.notProcessed.duplicate.total': 1,
        'requests.handled.total.naturalPerson': 10,
        'requests.handled.total.total': 10,
        'requests.carriedForward.naturalPerson': 2,
        'requests.carriedForward.total': 2,
      },
    },
  },
});
