import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'item-count',
  fails: {
    zh: '“{line}”一行，上一年项目数量加本年增/减小于 0：{equation}',
    en: 'Line “{line}”: items last year and net change add up to less than 0: {equation}',
  },
  page: {
    title: { zh: '项目数量不小于 0', en: 'There are no fewer than 0 items' },
    what: {
      zh: '2019 年格式表二中，有项目数量的每一行都要满足：上一年项目数量 + 本年增/减 ≥ 0。减少的填负数，增加的填正数。',
      en: 'In table 2 of the form of 2019, in every line with a number of items: items last year + net change ≥ 0. A decrease is written as a negative number, an increase as a positive one.',
    },
    why: {
      zh: '上一年项目数量加本年增/减，就是本年末的项目数量。减少的不能比原有的多。',
      en: 'Items last year and net change make up the items at the end of the year. No more can be taken away than there were.',
    },
    mend: {
      zh: '核对上一年的报告和本年增/减；常见的错误是漏填上一年项目数量，或者把减少后的数量当作本年增/减。',
      en: 'Look at the report of the year before and at the net change. Common slips: items last year not filled in, or the number left after a decrease written as the net change.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号，表二“上一年项目数量”“本年增/减”',
      en: '国办公开办函〔2019〕60号, table 2, “items last year” and “net change”',
    },
    failing: {
      edition: '2019',
      year: 2020,
      cells: {
        'proactiveDisclosure.licensing.itemsLastYear': 100,
        'proactiveDisclosure.licensing.netChange': -120,
      },
    },
    passing: {
      edition: '2019',
      year: 2020,
      cells: {
        'proactiveDisclosure.licensing.itemsLastYear': 100,
        'proactiveDisclosure.licensing.netChange': -12,
      },
    },
  },
});
