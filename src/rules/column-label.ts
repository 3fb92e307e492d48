import { findingRule } from '../model/rule.ts';

export default findingRule({
  id: 'column-label',
  sentences: {
    renamed: {
      zh: '“{column}”一栏的表头写成了“{printed}”：意思可能不同，请核对填的是哪一种数（数字已按“{column}”核对）',
      en: 'The column “{column}” is headed “{printed}”: that may mean something else; make sure which figure was filled in (it was checked as “{column}”)',
    },
  },
  find: ({ form, renamed }, say) =>
    renamed.flatMap(({ cell, text }) => {
      const at = form.cells[cell];
      if (at === undefined) return [];
      const { line, column } = at;
      const where = { table: line.table.id, row: line.path, column: column.id };
      const args = { column: { zh: column.zh, en: column.en }, printed: text };
      return [say('renamed', args, { at: where, cells: [cell], severity: 'warning' })];
    }),
  page: {
    title: { zh: '表头与法定格式一致', en: 'The headers are those of the form' },
    what: {
      zh: '把每张表的表头与法定格式对照。个别字的出入、空格、换行和常见的别称不算；换了说法、换了计量单位的指出来，例如把“本年增/减”写成“本年数量”，把“单位：万元”写成“单位：元”。',
      en: 'The headers of each table are compared with the form. Spaces, line breaks, slips in a character and common other names do not count; other words or another unit do, such as “this year’s number” for “net change”, or yuan for ten thousand yuan.',
    },
    why: {
      zh: '表头换了说法，下面填的往往就是另一种数：该填增减数的填了总数，金额差了一万倍，别人却会按法定格式去理解和汇总。',
      en: 'Under other words there often stands another figure: a total where a change is due, a sum of money ten thousand times too large; yet everybody will read and add it up as the form says.',
    },
    mend: {
      zh: '把表头改回法定格式的文字，并核对这一栏填的数与表头一致。',
      en: 'Put the words of the form back into the header and make sure that the figures below are what it asks for.',
    },
    clause: {
      zh: '国办发〔2014〕32号、国办公开办函〔2019〕60号、〔2021〕30号所附格式',
      en: 'the forms attached to 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 〔2021〕30号',
    },
    failing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.netChange': 87 },
      headers: { 'proactiveDisclosure.licensing.netChange': '本年数量' },
    },
    passing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.netChange': 87 },
    },
  },
});
