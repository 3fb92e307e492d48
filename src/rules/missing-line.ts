import { CellKind } from '../model/cell.ts';
import type { Table } from '../model/edition.ts';
import { absentCells, isLineAbsent, linesStandingAlone, type Report } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';

/** Every cell of the form is there and no heading has figures: nothing to look into. */
function isComplete({ form, kinds }: Report): boolean {
  for (let cell = 0; cell < kinds.length; cell++) {
    if ((kinds[cell] === CellKind.absent) !== (form.optional[cell] === 1)) return false;
  }
  return true;
}

/** A table of which nothing is there is a problem of the reading, not a missing line. */
function isInReport(report: Report, table: Table): boolean {
  return report.form.lines.some((line) => line.table === table && !isLineAbsent(report, line));
}

export default findingRule({
  id: 'missing-line',
  sentences: {
    line: {
      zh: '缺少“{line}”一行：法定格式要求填写，没有发生的填 0',
      en: 'Line “{line}” is missing: the form requires it; write 0 where there was none',
    },
    cells: {
      zh: '“{line}”一行缺少单元格：{cells}',
      en: 'Line “{line}” lacks cells: {cells}',
    },
    merged: {
      zh: '“{line}”只有一行：法定格式分 {count} 行填写，已按一行合计核对',
      en: '“{line}” is one line: the form has {count}; it was checked as their sum',
    },
  },
  find: (report, say) => {
    const { form } = report;
    if (isComplete(report)) return [];
    const merged = linesStandingAlone(report);
    const replaced = new Set(merged.flatMap((heading) => heading.parts));
    return form.lines.flatMap((line) => {
      const at = { table: line.table.id, row: line.path, column: null };
      const name = { line: line.index };
      if (merged.includes(line)) {
        const cells = line.columns.map((_, i) => line.firstCell + i);
        const args = { line: name, count: line.parts.length };
        const severity = line.mayStandAlone ? 'warning' : 'error';
        const merged = say('merged', args, { at, cells, severity });
        const absent = absentCells(report, line);
        const lacks = { line: name, cells: { cells: absent } };
        return absent.length === 0
          ? [merged]
          : [merged, say('cells', lacks, { at, cells: absent, severity: 'error' })];
      }
      const cells = absentCells(report, line);
      if (line.optional || replaced.has(line.index) || cells.length === 0) return [];
      if (!isInReport(report, line.table)) return [];
      const where = { at, cells, severity: 'error' } as const;
      return isLineAbsent(report, line)
        ? [say('line', { line: name }, where)]
        : [say('cells', { line: name, cells: { cells } }, where)];
    });
  },
  page: {
    title: { zh: '法定格式的每一行都在', en: 'Every line of the form is there' },
    what: {
      zh: '逐行核对报告是否包含法定格式的每一行、每一格。某一类只填了合计一行的，按一行合计核对并指出；其中 2021 年格式的“（六）其他处理”较为常见，只作提示。',
      en: 'Every line and cell of the form is looked for. Where a heading is filled in as one line, that line is checked as the sum of its lines, which are missing; for “(6) other handling” of the 2021 form, where this is common, that is only a warning.',
    },
    why: {
      zh: '少了一行，合计就无从核对；读者也无法知道那一类是没有发生，还是漏填。',
      en: 'Without a line the totals cannot be checked, and a reader cannot know whether there was none or whether it was forgotten.',
    },
    mend: {
      zh: '补上缺少的行；没有发生的填 0，不适用的填“/”。',
      en: 'Add the missing line; write 0 where there was none and “/” where it does not apply.',
    },
    clause: {
      zh: '国办发〔2014〕32号、国办公开办函〔2019〕60号、〔2021〕30号所附格式',
      en: 'the forms attached to 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 〔2021〕30号',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      without: ['requests.handled.notProcessed.publication'],
    },
    passing: { edition: '2021', year: 2023, cells: {} },
  },
});
