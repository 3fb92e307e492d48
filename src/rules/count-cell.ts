import { CellKind } from '../model/cell.ts';
import type { FormCell } from '../model/form.ts';
import { kindOf, type Report } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';

/** A decimal number and nothing else, such as `1,234.5`. */
const decimalNumber = /^[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+$/u;

/** The cells worth a closer look: next to none, so that most reports cost one pass over two arrays. */
function suspects({ kinds, values, form }: Report): FormCell[] {
  const cells: FormCell[] = [];
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index];
    if (kind !== CellKind.unreadable && (values[index] ?? 0) >= 0) continue;
    const cell = form.cells[index];
    if (cell === undefined) continue;
    if (kind === CellKind.unreadable || cell.figure === 'count') cells.push(cell);
  }
  return cells;
}

function variantOf(report: Report, cell: FormCell, printed: string) {
  if (kindOf(report, cell.index) === CellKind.number) return 'negative';
  // Full-width digits and signs are read as their plain forms.
  const plain = printed.normalize('NFKC').trim();
  return cell.figure !== 'amount' && decimalNumber.test(plain) ? 'fractional' : 'unreadable';
}

export default findingRule({
  id: 'count-cell',
  sentences: {
    negative: {
      zh: '“{line}”行“{column}”列填的是“{printed}”：数量不能小于 0',
      en: 'Line “{line}”, column “{column}” says “{printed}”: a count cannot be below 0',
    },
    fractional: {
      zh: '“{line}”行“{column}”列填的是“{printed}”：数量应当是整数',
      en: 'Line “{line}”, column “{column}” says “{printed}”: it must be a whole number',
    },
    unreadable: {
      zh: '“{line}”行“{column}”列填的是“{printed}”：读不出一个确定的数',
      en: 'Line “{line}”, column “{column}” says “{printed}”: it cannot be read as one number',
    },
  },
  find: (report, say) =>
    suspects(report).map((cell) => {
      const { index, line, column } = cell;
      const printed = report.printed(index) ?? '';
      const variant = variantOf(report, cell, printed);
      const args = {
        line: { line: line.index },
        column: { zh: column.zh, en: column.en },
        printed,
      };
      const at = { table: line.table.id, row: line.path, column: column.id };
      return say(variant, args, { at, cells: [index], severity: 'error' });
    }),
  page: {
    title: { zh: '每一格的数字填写规范', en: 'Every cell holds a proper figure' },
    what: {
      zh: '逐格核对填写的内容：件数、次数、人数等数量应当是不小于 0 的整数；“本年增/减”可以是负数，但应当是整数；金额可以有小数。读不出一个确定的数的，逐格指出。',
      en: 'Every cell is looked at. Counts must be whole numbers from 0; “net change” may be negative but must be a whole number; sums of money may have decimals. A cell that cannot be read as one number is named.',
    },
    why: {
      zh: '申请、案件和文件都是一件一件计的，没有负数，也没有小数。读不出的格子无法参加核对，别人也无法引用。',
      en: 'Requests, cases and documents are counted one by one: there is no negative and no fraction. A cell that cannot be read cannot be checked, and nobody can quote it.',
    },
    mend: {
      zh: '改成一个数字，需要说明的写在数字后面的括号里；没有发生的填 0，不适用的填“/”。常见的错误是一格里写了两个数，或者把百分比、金额填进了数量一格。',
      en: 'Write one number, with any remark in brackets after it; write 0 where there was none and “/” where it does not apply. Common slips: two numbers in one cell, or a percentage or a sum of money in the place of a count.',
    },
    clause: {
      zh: '国办发〔2014〕32号、国办公开办函〔2019〕60号、〔2021〕30号所附格式的栏目名称和计量单位',
      en: 'the labels and units of the forms attached to 国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 〔2021〕30号',
    },
    failing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.decisions': -3 },
    },
    passing: {
      edition: '2019',
      year: 2020,
      cells: { 'proactiveDisclosure.licensing.decisions': 3 },
    },
  },
});
