import { describe, expect, it } from 'vitest';
import { edition2014 } from '../../src/editions/2014.ts';
import { edition2019 } from '../../src/editions/2019.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import { editions } from '../../src/editions/index.ts';
import type { Edition } from '../../src/model/edition.ts';
import { formOf } from '../../src/model/form.ts';
import { type FormGrid, headRows, pageWidth } from '../../src/writers/grid.ts';
import { gridsOf, layoutOf } from '../../src/writers/layout.ts';
import { filledForm } from './forms.ts';

function covered({ rows, widths }: FormGrid): number[][] {
  const slots = rows.map(() => widths.map(() => 0));
  for (const { row, column, rowSpan, columnSpan } of rows.flatMap((each) => each.slots)) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        const line = slots[r];
        const met = line?.[c];
        if (line === undefined || met === undefined) throw new Error(`beyond the grid: ${r}, ${c}`);
        line[c] = met + 1;
      }
    }
  }
  return slots;
}

/** Rows as text: spans as `text>columns^rows`, a figure as its cell's name. */
function printed(grid: FormGrid, edition: Edition): string[] {
  const { cells } = formOf(edition);
  return grid.rows.map(({ slots }) =>
    slots
      .map(({ content, rowSpan, columnSpan }) => {
        const text =
          content.kind === 'figure'
            ? (cells[content.cell]?.name.split('.').slice(1).join('.') ?? '?')
            : content.kind === 'empty'
              ? ''
              : content.text;
        return `${text}${columnSpan > 1 ? `>${columnSpan}` : ''}${rowSpan > 1 ? `^${rowSpan}` : ''}`;
      })
      .join(' | '),
  );
}

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'the layout of %s',
  (_, edition) => {
    const form = formOf(edition);
    const grids = layoutOf(form);

    it('has every required cell once and no other', () => {
      const cells = grids.flatMap((grid) =>
        grid.rows.flatMap(({ slots }) =>
          slots.flatMap(({ content }) => (content.kind === 'figure' ? [content.cell] : [])),
        ),
      );
      const required = form.cells.filter((cell) => !cell.line.optional).map(({ index }) => index);
      expect(cells.sort((a, b) => a - b)).toEqual(required);
    });

    it('covers every slot of every row once', () => {
      for (const grid of grids) expect(new Set(covered(grid).flat())).toEqual(new Set([1]));
    });

    it('is as wide as a page', () => {
      for (const { widths } of grids) {
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(pageWidth);
        expect(Math.min(...widths)).toBeGreaterThan(2);
      }
    });
  },
);

describe('the printed tables', () => {
  const [two, three, four] = layoutOf(formOf(edition2021));

  it('have a header row for each block of table 2', () => {
    expect(two && printed(two, edition2021).slice(0, 7)).toEqual([
      '第二十条第（一）项>4',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章 | governmentRules.issued | governmentRules.repealed | governmentRules.inForce',
      '行政规范性文件 | normativeDocuments.issued | normativeDocuments.repealed | normativeDocuments.inForce',
      '第二十条第（五）项>4',
      '信息内容 | 本年处理决定数量>3',
      '行政许可 | licensing.decisions>3',
    ]);
  });

  it('have three header rows and merged headings in table 3', () => {
    const rows = three ? printed(three, edition2021) : [];
    const figures = (line: string): string =>
      `${line}.naturalPerson | ${line}.enterprise | ${line}.researchInstitution | ${line}.publicInterestOrganization | ${line}.legalServiceOrganization | ${line}.otherOrganization | ${line}.total`;
    expect(rows.slice(0, 3)).toEqual([
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）>3^3 | 申请人情况>7',
      '自然人^2 | 法人或其他组织>5 | 总计^2',
      '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他',
    ]);
    expect(rows[3]).toBe(`一、本年新收政府信息公开申请数量>3 | ${figures('newlyReceived')}`);
    expect(rows[5]).toBe(
      `三、本年度办理结果^22 | （一）予以公开>2 | ${figures('handled.granted')}`,
    );
    expect(rows[7]).toBe(
      `（三）不予公开^8 | 1.属于国家秘密 | ${figures('handled.denied.stateSecret')}`,
    );
    expect(rows.at(-1)).toBe(`四、结转下年度继续办理>3 | ${figures('carriedForward')}`);
    expect(rows).toHaveLength(28);
  });

  it('have one row of figures under three header rows in table 4', () => {
    expect(four && headRows(four)).toBe(3);
    expect(four && printed(four, edition2021).slice(0, 2)).toEqual([
      '行政复议>5 | 行政诉讼>10',
      '结果维持^2 | 结果纠正^2 | 其他结果^2 | 尚未审结^2 | 总计^2 | 未经复议直接起诉>5 | 复议后起诉>5',
    ]);
    expect(four?.rows).toHaveLength(4);
    expect(four?.rows[3]?.slots).toHaveLength(15);
  });

  it('share the width where a block has two columns and another three', () => {
    const [grid] = layoutOf(formOf(edition2019));
    const rows = grid ? printed(grid, edition2019) : [];
    expect(rows.filter((row) => row.includes('采购'))).toEqual([
      '信息内容 | 采购项目数量 | 采购总金额>2',
      '政府集中采购 | procurement.projects | procurement.amount>2',
    ]);
  });

  it('are one list with units in the form of 2014, a heading with a figure printed once', () => {
    const [grid] = layoutOf(formOf(edition2014));
    expect(grid && printed(grid, edition2014).slice(0, 6)).toEqual([
      '统计指标 | 单位 | 统计数',
      '一、主动公开情况 |  | ',
      '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） | 条 | disclosure.disclosed.total.figure',
      '其中：主动公开规范性文件数 | 条 | disclosure.disclosed.normativeDocuments.figure',
      '制发规范性文件总数 | 件 | disclosure.normativeDocumentsIssued.figure',
      '（二）通过不同渠道和方式公开政府信息的情况 |  | ',
    ]);
  });
});

describe('the tables of a filled form', () => {
  const form = formOf(edition2021);

  it('have a row for a subtotal that is there', () => {
    const filled = filledForm(form, (name) => (name.includes('handled.denied.') ? '1' : '0'));
    const rows = gridsOf(filled).flatMap((grid) => printed(grid, edition2021));
    const at = rows.findIndex((row) => row.startsWith('（三）不予公开>2'));
    expect(rows[at]).toContain('handled.denied.naturalPerson');
    expect(rows[at + 1]).toContain('（三）不予公开^8 | 1.属于国家秘密');
  });

  it('leave out what the document does not have, and headings over nothing', () => {
    const filled = {
      ...filledForm(form, () => '0'),
      isAbsent: (index: number) => {
        const name = form.cells[index]?.name ?? '';
        return name.includes('otherHandling.') || name.startsWith('proactive');
      },
    };
    const grids = gridsOf(filled);
    expect(grids.map((grid) => grid.table.id)).toEqual([
      'requests',
      'reconsiderationAndLitigation',
    ]);
    const rows = grids.flatMap((grid) => printed(grid, edition2021));
    expect(rows.filter((row) => row.includes('其他处理'))).toEqual([]);
  });
});
