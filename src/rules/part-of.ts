import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'part-of',
  fails: {
    zh: '“{line}”一行，部分大于总数：{equation}',
    en: 'Line “{line}”: the part is larger than the whole: {equation}',
  },
  page: {
    title: { zh: '部分不大于总数', en: 'A part is not larger than the whole' },
    what: {
      zh: '2014 年统计表中，“其中”一项不大于它所属的总数。2019 年格式表二中，本年新公开数量一般不大于对外公开总数量；这一项只作提示。',
      en: 'In the form of 2014 a line “of these” is not larger than the figure it belongs to. In table 2 of the form of 2019 “newly disclosed” is as a rule not larger than “total disclosed”; this is a query only.',
    },
    why: {
      zh: '“其中”是总数的一部分，不可能比总数大。本年新公开的文件通常也计入对外公开总数量，只有当年公开、当年又废止等情况例外。',
      en: 'What is part of a figure cannot exceed it. Documents newly disclosed in the year normally belong to the total disclosed too, except for example those repealed within the same year.',
    },
    mend: {
      zh: '核对这两个数字是否填颠倒、多写一位，或者统计范围不同。2019 年格式的数字核实无误的，说明理由即可。',
      en: 'See whether the two figures were exchanged, a digit was added, or they cover different things. Where the figures of the form of 2019 are right, give the reason.',
    },
    clause: {
      zh: '国办发〔2014〕32号，政府信息公开情况统计表一（一）、二（二）1、二（二）2的“其中”；国办公开办函〔2019〕60号，表二“本年新公开数量”“对外公开总数量”',
      en: '国办发〔2014〕32号, statistics 1 (1), 2 (2) 1 and 2 (2) 2, “of these”; 国办公开办函〔2019〕60号, table 2, “newly disclosed” and “total disclosed”',
    },
    failing: {
      edition: '2014',
      year: 2017,
      cells: {
        'statistics.disclosure.disclosed.total.figure': 30,
        'statistics.disclosure.disclosed.normativeDocuments.figure': 40,
      },
    },
    passing: {
      edition: '2014',
      year: 2017,
      cells: {
        'statistics.disclosure.disclosed.total.figure': 30,
        'statistics.disclosure.disclosed.normativeDocuments.figure': 4,
      },
    },
  },
});
