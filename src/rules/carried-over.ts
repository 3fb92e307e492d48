import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'carried-over',
  fails: {
    zh: '“{column}”列，上年结转与 {before} 年报告的结转下年度不一致：{equation}',
    en: 'Column “{column}”: what was carried over is not what the report of {before} carried forward: {equation}',
  },
  page: {
    title: { zh: '上年结转等于上一年的结转下年度', en: 'What is carried over was carried forward' },
    what: {
      zh: '今年表三的“二、上年结转政府信息公开申请数量”逐列与上一年报告的“四、结转下年度继续办理”比较。总计不一致是错误；只有单列不一致的是提示，因为同一件申请前后两年可能归入不同的申请人类别。需要上一年的报告：giar check --previous，或 giar audit。',
      en: 'Item 2 of table 3, “carried over”, is compared column by column with item 4, “carried forward”, of the report of the year before. A total that differs is an error; a single column is a warning, as a request may be counted under another kind of applicant a year later. It takes the report of the year before: giar check --previous, or giar audit.',
    },
    why: {
      zh: '去年年底没有办完的申请，就是今年年初手里的申请。两个数不同，不是去年多报少报，就是今年漏记。',
      en: 'The requests open at the end of a year are those at hand when the next begins. Where the two differ one of the reports is wrong.',
    },
    mend: {
      zh: '对照上一年已公布的报告。上一年报告有误的，应当按规定更正并说明；因机构改革、合并或统计口径变化造成的，在第六部分说明。',
      en: 'Compare with the published report of the year before. If that one is wrong, correct it and say so; where a reform, a merger or another scope is the reason, say so in section 6.',
    },
    clause: {
      zh: '由表三“上年结转”和“结转下年度继续办理”两项的含义推得',
      en: 'follows from what items 2 and 4 of table 3 mean',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.carriedOver.naturalPerson': 2,
        'requests.carriedOver.total': 2,
        'requests.handled.granted.naturalPerson': 2,
        'requests.handled.granted.total': 2,
        'requests.handled.total.naturalPerson': 2,
        'requests.handled.total.total': 2,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: {
          'requests.newlyReceived.naturalPerson': 3,
          'requests.newlyReceived.total': 3,
          'requests.carriedForward.naturalPerson': 3,
          'requests.carriedForward.total': 3,
        },
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.carriedOver.naturalPerson': 3,
        'requests.carriedOver.total': 3,
        'requests.handled.granted.naturalPerson': 3,
        'requests.handled.granted.total': 3,
        'requests.handled.total.naturalPerson': 3,
        'requests.handled.total.total': 3,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: {
          'requests.newlyReceived.naturalPerson': 3,
          'requests.newlyReceived.total': 3,
          'requests.carriedForward.naturalPerson': 3,
          'requests.carriedForward.total': 3,
        },
      },
    },
  },
});
