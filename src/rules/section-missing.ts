import { isLineAbsent, type Report, sentencesOf } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';

/** The sections whose tables are there, with or without a title. */
function tabled(report: Report): Set<string> {
  const lines = report.form.lines.filter((line) => !isLineAbsent(report, line));
  return new Set(lines.map(({ table }) => table.id));
}

/** The tables alone, with or without their titles, are an extract and no report that could lack a section. */
function isBare(report: Report): boolean {
  const {
    sections,
    form: { edition },
  } = report;
  const isTable = (id: string): boolean => edition.tables.some((table) => table.id === id);
  return (
    sections?.every(isTable) === true &&
    !sentencesOf(report).some(({ text }) => text.endsWith('。'))
  );
}

export default findingRule({
  id: 'section-missing',
  sentences: {
    missing: {
      zh: '没有找到“{section}”这一部分的标题：法定格式分六个部分，没有内容的也要保留标题并写明“无”',
      en: 'No title of the section “{section}” was found: the form has six sections; one without content keeps its title and says so',
    },
  },
  find: (report, say) => {
    const { sections, form } = report;
    if (sections === null || isBare(report)) return [];
    const found = new Set(sections);
    const tables = tabled(report);
    return form.edition.sections.flatMap((section) => {
      if (found.has(section.id) || tables.has(section.id)) return [];
      const args = { section: { zh: section.zh, en: section.en } };
      const at = { table: null, row: null, column: null };
      return [say('missing', args, { at, cells: [], severity: 'warning' })];
    });
  },
  page: {
    title: { zh: '法定格式的六个部分都在', en: 'Every section of the form is there' },
    what: {
      zh: '在报告里找法定格式六个部分的标题。标题不必一字不差，没有序号、说法略有不同的也算；表格在的，就算这一部分在。',
      en: 'The titles of the six sections of the form are looked for. They need not be verbatim: other wordings and titles without an ordinal will do, and a table stands for its section.',
    },
    why: {
      zh: '六个部分是法定格式规定的。缺了“存在的主要问题及改进情况”或“其他需要报告的事项”，读者无法知道是没有，还是漏了。',
      en: 'The form prescribes them. Without problems or other matters a reader cannot know whether there were none or whether they were forgotten.',
    },
    mend: {
      zh: '补上缺少的部分和它的标题；没有内容的，写明“无”。如果标题在图片里，改成文字。',
      en: 'Add the section with its title; where there is nothing to say, say so. If the title is in a picture, write it as text.',
    },
    clause: {
      zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
      en: 'the forms attached to 国办公开办函〔2019〕60号 and 〔2021〕30号',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      sections: [
        'overview',
        'proactiveDisclosure',
        'requests',
        'reconsiderationAndLitigation',
        'problems',
      ],
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {},
      sections: [
        'overview',
        'proactiveDisclosure',
        'requests',
        'reconsiderationAndLitigation',
        'problems',
        'other',
      ],
    },
  },
});
