import type { Edition, Label } from '../../src/model/edition.ts';
import {
  type Form,
  type FormLine,
  flatColumns,
  formOf,
  isColumnGroup,
} from '../../src/model/form.ts';
import { balancedValues, drawFrom } from './generate.ts';

/** A cell as the author of a document writes it, with the slots that it takes. */
export interface Slot {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
}
export type Sheet = readonly (readonly Slot[])[];
/** A paragraph or a table. */
export type Part = string | Sheet;

/** The balanced figures of a report, most of them 0 as in life; subtotals add up what stands below them. */
export function figuresFor(edition: Edition, seed: number, most = 400): number[] {
  const draw = drawFrom(seed);
  const form = formOf(edition);
  const values = balancedValues(edition, (n) => (draw(2) === 0 ? draw(n) : 0), most);
  for (const { firstCell, columns, parts } of form.headings) {
    for (const i of columns.keys()) {
      values[firstCell + i] = parts.reduce(
        (sum, part) => sum + (values[(form.lines[part]?.firstCell ?? 0) + i] ?? 0),
        0,
      );
    }
  }
  // A change of nothing is no -0.
  return values.map((value) => value + 0);
}

/** How an author sets the tables of a form. */
export interface Style {
  /** What is printed in a cell; its value by default. */
  readonly figure?: (cell: number, value: number) => string;
  readonly label?: (text: string) => string;
  /** Headings merged over their lines, printed in each, left blank after the first, in one cell with the line, or in rows of their own. */
  readonly headings?: 'merged' | 'repeated' | 'first' | 'joined' | 'rows';
  /** Lines that are printed; by default all but the headings that may carry a subtotal. */
  readonly isPrinted?: (line: FormLine) => boolean;
}

const none: Style = {};

function span(text: string, columns: number, rows = 1): Slot {
  return { text, columns, rows };
}

function figuresOf(line: FormLine, values: readonly number[], { figure }: Style): Slot[] {
  return line.columns.map((_, i) => {
    const value = values[line.firstCell + i] ?? 0;
    return { text: figure?.(line.firstCell + i, value) ?? String(value) };
  });
}

/** The lines of a list of three columns of labels, as of table 三. */
function lineRows(lines: readonly FormLine[], values: readonly number[], style: Style): Slot[][] {
  const { headings = 'merged', label = (text: string) => text } = style;
  const rows: Slot[][] = [];
  const met = new Set<Label>();
  for (const [i, line] of lines.entries()) {
    const own: Slot[] = [];
    const above = line.optional ? [...line.headings, line.label] : line.headings;
    for (const heading of above) {
      const isFirst = !met.has(heading);
      met.add(heading);
      const under = (each: FormLine) => each.headings.includes(heading) || each.label === heading;
      const count = lines.slice(i).filter(under).length;
      if (headings === 'rows') {
        const blank = line.columns.map(() => ({ text: '' }));
        if (isFirst) rows.push([span(label(heading.zh), 1), ...blank]);
      } else if (headings === 'merged') {
        if (isFirst) own.push(span(label(heading.zh), 1, count));
      } else if (headings !== 'joined') {
        own.push({ text: isFirst || headings === 'repeated' ? label(heading.zh) : '' });
      }
    }
    const isSubtotal = line.optional;
    const text = isSubtotal ? '小计' : line.label.zh;
    const joined = headings === 'joined' ? [...above.slice(-1).map(({ zh }) => zh)] : [];
    const width = headings === 'joined' || headings === 'rows' ? 1 : 3 - above.length;
    own.push(span(label([...joined, text].join('')), width));
    rows.push([...own, ...figuresOf(line, values, style)]);
  }
  return rows;
}

function isDue(line: FormLine, style: Style): boolean {
  return style.isPrinted?.(line) ?? !line.optional;
}

/** Table 二: a part for each block, each with its caption and its header. */
export function blocksOfTwo(form: Form, values: readonly number[], style: Style = none): Sheet[] {
  const { label = (text: string) => text } = style;
  const [table] = form.edition.tables;
  return (table?.blocks ?? []).map((block) => {
    const columns = flatColumns(block.columns);
    const width = (i: number): number => (i < columns.length - 1 ? 1 : 4 - columns.length);
    const lines = form.lines.filter((line) => line.block === block && isDue(line, style));
    return [
      [span(label(block.zh), 4)],
      [{ text: label('信息内容') }, ...columns.map(({ zh }, i) => span(label(zh), width(i)))],
      ...lines.map((line) => [
        { text: label(line.label.zh) },
        ...figuresOf(line, values, style).map(({ text }, i) => span(text, width(i))),
      ]),
    ];
  });
}

export function tableTwo(form: Form, values: readonly number[], style: Style = none): Sheet {
  return blocksOfTwo(form, values, style).flat();
}

export function headerOfThree(form: Form, { label = (text) => text }: Style = none): Sheet {
  const block = form.edition.tables[1]?.blocks[0];
  const [group] = block?.columns ?? [];
  const nodes = group !== undefined && isColumnGroup(group) ? group.columns : [];
  return [
    [span(label(block?.zh ?? ''), 3, 3), span(label(group?.zh ?? ''), 7)],
    nodes.map((node) =>
      isColumnGroup(node) ? span(label(node.zh), node.columns.length) : span(label(node.zh), 1, 2),
    ),
    nodes.flatMap((node) =>
      isColumnGroup(node) ? flatColumns(node.columns).map(({ zh }) => ({ text: label(zh) })) : [],
    ),
  ];
}

/** Table 三 without its header. */
export function bodyOfThree(form: Form, values: readonly number[], style: Style = none): Sheet {
  const [, table] = form.edition.tables;
  const lines = form.lines.filter((line) => line.table === table && isDue(line, style));
  return lineRows(lines, values, style);
}

export function tableThree(form: Form, values: readonly number[], style: Style = none): Sheet {
  return [...headerOfThree(form, style), ...bodyOfThree(form, values, style)];
}

export function linesOfFour(form: Form): FormLine[] {
  return form.lines.filter(({ table }) => table === form.edition.tables[2]);
}

export function tableFour(form: Form, values: readonly number[], style: Style = none): Sheet {
  const { label = (text: string) => text } = style;
  const [first, ...others] = linesOfFour(form);
  const columns = first?.columns ?? [];
  return [
    [span(label('行政复议'), 5), span(label('行政诉讼'), 10)],
    [
      ...columns.map(({ zh }) => span(label(zh), 1, 2)),
      ...others.map((line) => span(label(line.label.zh), 5)),
    ],
    others.flatMap(() => columns.map(({ zh }) => ({ text: label(zh) }))),
    linesOfFour(form).flatMap((line) => figuresOf(line, values, style)),
  ];
}

/** The list of the 2014 form. */
export function list(form: Form, values: readonly number[], style: Style = none): Sheet {
  const { label = (text: string) => text } = style;
  const met = new Set<Label>();
  const rows: Slot[][] = [[{ text: '统计指标' }, { text: '单位' }, { text: '统计数' }]];
  for (const line of form.lines) {
    for (const heading of line.headings) {
      if (!met.has(heading) && heading.zh !== line.label.zh)
        rows.push([{ text: label(heading.zh) }, { text: '' }, { text: '' }]);
      met.add(heading);
    }
    const unit = 'unit' in line.label ? String(line.label.unit) : '';
    rows.push([{ text: label(line.label.zh) }, { text: unit }, ...figuresOf(line, values, style)]);
  }
  return rows;
}

/** A whole report in the order of the form. */
export function reportOf(form: Form, values: readonly number[], style: Style = none): Part[] {
  const { edition } = form;
  if (edition.tables.length === 1) return [edition.tables[0]?.zh ?? '', list(form, values, style)];
  const [one = '', two = '', three = '', four = '', ...rest] = edition.sections.map(({ zh }) => zh);
  const prose = '本机关认真贯彻落实条例，全面推进政府信息公开工作，未收取信息处理费。';
  return [
    ...[one, prose],
    ...[two, tableTwo(form, values, style)],
    ...[three, tableThree(form, values, style)],
    ...[four, tableFour(form, values, style)],
    ...rest.flatMap((title) => [title, prose]),
  ];
}
