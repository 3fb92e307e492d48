/** The words of `giar selftest`. */
export const selftestTexts = {
  zh: {
    selftest: '在报告的副本里逐格放入笔误，看查出多少、改对多少：说明“通过”有多可靠',
    selftestCodes: '退出码：0 测完；2 读不了，或者报告无法评定。',
    selftestOpen: '这份报告无法评定，没有测：请先用 giar check 查看',
  },
  en: {
    selftest:
      'put slips into copies of a report and see how many are caught, and mended: what a pass is worth',
    selftestCodes: 'Exit codes: 0 tested; 2 the report cannot be read, or cannot be assessed.',
    selftestOpen: 'the report cannot be assessed and was not tested; see giar check',
  },
};
