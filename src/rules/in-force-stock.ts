import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'in-force-stock',
  fails: {
    zh: '“{line}”一行，现行有效件数与 {before} 年的现行有效件数加制发减废止对不上（现行有效 + 废止与制发 + 上年现行有效）：{equation}',
    en: 'Line “{line}”: what is in force does not follow from {before}, issued and repealed (in force + repealed against issued + in force before): {equation}',
  },
  page: {
    title: { zh: '现行有效件数与上一年相接', en: 'What is in force follows from the year before' },
    what: {
      zh: '2021 年版表二：现行有效件数 = 上一年现行有效件数 + 本年制发件数 − 本年废止件数。文件也会因到期失效、集中清理、修改而增减，所以只是提示。需要上一年的报告：giar check --previous，或 giar audit。',
      en: 'On the 2021 form: in force = in force the year before + issued − repealed. Documents also lapse, are cleared out or amended, so that this is a warning only. It takes the report of the year before: giar check --previous, or giar audit.',
    },
    why: {
      zh: '最常见的是忘记更新现行有效件数，或把制发件数填成了现行有效件数。',
      en: 'The usual slip is a figure that was not brought up to date, or the number issued put in its place.',
    },
    mend: {
      zh: '按现行有效的文件目录核对；因失效、清理造成差额的，不必改动，可在第六部分说明。',
      en: 'Count the list of documents in force; where lapse or clearing out is the reason nothing has to be changed, but section 6 may say so.',
    },
    clause: {
      zh: '由表二三个栏目的含义推得，有例外',
      en: 'plausible from what the columns of table 2 mean, with exceptions',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'proactiveDisclosure.normativeDocuments.issued': 4,
        'proactiveDisclosure.normativeDocuments.repealed': 1,
        'proactiveDisclosure.normativeDocuments.inForce': 27,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: { 'proactiveDisclosure.normativeDocuments.inForce': 27 },
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'proactiveDisclosure.normativeDocuments.issued': 4,
        'proactiveDisclosure.normativeDocuments.repealed': 1,
        'proactiveDisclosure.normativeDocuments.inForce': 30,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: { 'proactiveDisclosure.normativeDocuments.inForce': 27 },
      },
    },
  },
});
