/** The words of `giar diff`. */
export const diffTexts = {
  zh: {
    diff: '逐格比较同一份报告的两个版本（草稿与公布稿、网页与附件等）',
    diffA: '一个版本；- 表示标准输入',
    diffB: '另一个版本',
    onlyTables: '只比较表格，不比较正文',
    diffCodes: '退出码：0 相同；1 不同；2 有一份读不了，或者有的格读不准，无法判断是否相同。',
    diffOneStdin: '标准输入只能用一次',
  },
  en: {
    diff: 'compare two versions of a report, cell by cell: draft and published, page and attachment',
    diffA: 'one version; - is standard input',
    diffB: 'the other version',
    onlyTables: 'compare the tables only, not the prose',
    diffCodes:
      'Exit codes: 0 the same; 1 different; 2 one of them cannot be read, or cells can be read in several ways, so that it cannot be told.',
    diffOneStdin: 'standard input can be read only once',
  },
};
