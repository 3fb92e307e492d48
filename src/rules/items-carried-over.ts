import { equationRule } from '../model/rule.ts';

export default equationRule({
  id: 'items-carried-over',
  fails: {
    zh: '“{line}”一行，上一年项目数量与 {before} 年报告的“上一年项目数量 + 本年增/减”不一致：{equation}',
    en: 'Line “{line}”: the items of last year are not those that the report of {before} ended with: {equation}',
  },
  page: {
    title: {
      zh: '上一年项目数量与上一年报告相接',
      en: 'Items of last year follow from its report',
    },
    what: {
      zh: '2019 年版表二的“上一年项目数量”，应当等于上一年报告同一行的“上一年项目数量”加“本年增/减”。需要上一年的报告：giar check --previous，或 giar audit。',
      en: 'On the 2019 form “items last year” must equal “items last year” plus “net change” of the same line in the report of the year before. It takes that report: giar check --previous, or giar audit.',
    },
    why: {
      zh: '项目数量逐年累计，两份报告应当首尾相接。',
      en: 'The items are carried from year to year, so that two reports join.',
    },
    mend: {
      zh: '对照上一年已公布的报告核实；因权责清单调整或机构改革造成的，在第六部分说明。',
      en: 'Compare with the published report of the year before; where lists were revised or organs reformed, say so in section 6.',
    },
    clause: {
      zh: '由表二“上一年项目数量”“本年增/减”的含义推得',
      en: 'follows from what the columns of table 2 mean',
    },
    failing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.itemsLastYear': 205 },
      before: {
        edition: '2019',
        year: 2019,
        cells: {
          'proactiveDisclosure.licensing.itemsLastYear': 245,
          'proactiveDisclosure.licensing.netChange': -41,
        },
      },
    },
    passing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.itemsLastYear': 204 },
      before: {
        edition: '2019',
        year: 2019,
        cells: {
          'proactiveDisclosure.licensing.itemsLastYear': 245,
          'proactiveDisclosure.licensing.netChange': -41,
        },
      },
    },
  },
});
