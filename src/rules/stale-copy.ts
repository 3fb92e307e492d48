import { CellKind } from '../model/cell.ts';
import type { Label } from '../model/edition.ts';
import type { Report } from '../model/report.ts';
import { kindOf } from '../model/report.ts';
import { comparingRule, type Found } from '../model/rule.ts';
import type { Words } from '../model/words.ts';

/** Different figures above 0 that a table must hold before the same ones again are no chance. */
const tellingFigures = 5;
/** Characters that a section must have before the same words again are no chance. */
const tellingWords = 150;

/** Columns of what is carried from year to year, and so may stay as it is. */
function stocksOf({ form }: Report): ReadonlySet<string> {
  const byLine = form.edition.series.filter(({ each }) => each === 'line');
  return new Set(byLine.flatMap(({ before }) => before));
}

/** All figures of a table are the same in both reports, which are of the same form. */
function isSameTable(report: Report, earlier: Report, table: string): boolean {
  return report.form.cells.every(
    ({ index, line }) =>
      line.table.id !== table || (report.values[index] ?? 0) === (earlier.values[index] ?? 0),
  );
}

/** A table has enough different figures to tell anything. */
function isTelling(report: Report, table: string): boolean {
  const stocks = stocksOf(report);
  const figures = new Set<number>();
  for (const { index, line, column } of report.form.cells) {
    if (line.table.id !== table || stocks.has(column.id)) continue;
    const value = report.values[index] ?? 0;
    if (kindOf(report, index) === CellKind.number && value > 0) figures.add(value);
  }
  return figures.size >= tellingFigures;
}

/** A section without blanks and years; null for a short one. */
function wordsOf(report: Report, section: string): string | null {
  const said = report.passages.filter((passage) => passage.section === section);
  const text = said.map((passage) => passage.text).join('');
  const words = text.replace(/\s/gu, '').replace(/(?:19|20)\d\d(?!\d)/gu, '');
  return words.length < tellingWords ? null : words;
}

/** “一”“二” */
function named(labels: readonly Label[]): Words {
  return {
    zh: labels.map(({ zh }) => `“${zh}”`).join(''),
    en: labels.map(({ en }) => `“${en}”`).join(', '),
  };
}

export default comparingRule({
  id: 'stale-copy',
  sentences: {
    table: {
      zh: '{tables}的全部数字与 {before} 年的报告相同，可能沿用了旧表',
      en: 'All figures of {tables} are those of the report of {before}; what was there may have been left in place',
    },
    prose: {
      zh: '{sections}除年份外与 {before} 年的报告一字不差，可能沿用了旧稿',
      en: 'But for the years {sections} is word for word as in {before}; the old text may have been left in place',
    },
  },
  compare: (report, earlier, say) => {
    const before = String(earlier.year ?? '');
    const { tables, sections } = report.form.edition;
    const both = [report, earlier];
    const copiedTables = tables.filter(
      ({ id }) =>
        report.form === earlier.form &&
        isSameTable(report, earlier, id) &&
        both.every((each) => isTelling(each, id)),
    );
    const copiedSections = sections.filter(({ id }) => {
      const words = wordsOf(report, id);
      return words !== null && words === wordsOf(earlier, id);
    });
    const nowhere = { table: null, row: null, column: null };
    const found: Found[] = [];
    const [first] = copiedTables;
    if (first !== undefined) {
      const cell = report.form.cells.find(({ line }) => line.table.id === first.id)?.index;
      const at = copiedTables.length === 1 ? { ...nowhere, table: first.id } : nowhere;
      const where = { at, cells: cell === undefined ? [] : [cell], severity: 'warning' } as const;
      found.push(say('table', { tables: named(copiedTables), before }, where));
    }
    if (copiedSections.length > 0) {
      const args = { sections: named(copiedSections), before };
      found.push(say('prose', args, { at: nowhere, cells: [], severity: 'warning' }));
    }
    return found;
  },
  page: {
    title: { zh: '没有沿用往年的表或文字', en: 'Nothing was left from an earlier year' },
    what: {
      zh: '一个表的全部数字（至少五个不同的正数）与往年报告相同，或正文一节（一百五十字以上）除年份外与往年一字不差，给出提示。需要往年的报告：giar check --previous，或 giar audit。',
      en: 'A warning where all figures of a table, at least five different ones above 0, are those of an earlier report, or where a section of 150 characters or more is the same but for the years. It takes the earlier report: giar check --previous, or giar audit.',
    },
    why: {
      zh: '新报告常在去年的文件上修改，忘了改的表和段落会原样留下。',
      en: 'A new report is often written over the last one, and what was forgotten stays as it was.',
    },
    mend: {
      zh: '核对该表、该节是否已经更新；确实相同的，不必改动。',
      en: 'See whether the table or section was brought up to date; if it really is the same, nothing has to be changed.',
    },
    clause: { zh: '经验判断，有例外', en: 'plausible, with exceptions' },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'proactiveDisclosure.licensing.decisions': 1245,
        'proactiveDisclosure.penalties.decisions': 87,
        'proactiveDisclosure.compulsion.decisions': 12,
        'proactiveDisclosure.fees.amount': 30,
        'proactiveDisclosure.normativeDocuments.issued': 4,
        'proactiveDisclosure.normativeDocuments.repealed': 4,
        'proactiveDisclosure.normativeDocuments.inForce': 27,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: {
          'proactiveDisclosure.licensing.decisions': 1245,
          'proactiveDisclosure.penalties.decisions': 87,
          'proactiveDisclosure.compulsion.decisions': 12,
          'proactiveDisclosure.fees.amount': 30,
          'proactiveDisclosure.normativeDocuments.issued': 4,
          'proactiveDisclosure.normativeDocuments.repealed': 4,
          'proactiveDisclosure.normativeDocuments.inForce': 27,
        },
      },
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'proactiveDisclosure.licensing.decisions': 1251,
        'proactiveDisclosure.penalties.decisions': 92,
        'proactiveDisclosure.compulsion.decisions': 12,
        'proactiveDisclosure.fees.amount': 30,
        'proactiveDisclosure.normativeDocuments.issued': 4,
        'proactiveDisclosure.normativeDocuments.repealed': 4,
        'proactiveDisclosure.normativeDocuments.inForce': 27,
      },
      before: {
        edition: '2021',
        year: 2022,
        cells: {
          'proactiveDisclosure.licensing.decisions': 1245,
          'proactiveDisclosure.penalties.decisions': 87,
          'proactiveDisclosure.compulsion.decisions': 12,
          'proactiveDisclosure.fees.amount': 30,
          'proactiveDisclosure.normativeDocuments.issued': 4,
          'proactiveDisclosure.normativeDocuments.repealed': 4,
          'proactiveDisclosure.normativeDocuments.inForce': 27,
        },
      },
    },
  },
});
