import type { Form, FormCell, FormLine } from './form.ts';
import { onceFor } from './onceFor.ts';
import type { Report } from './report.ts';
import type { Words } from './words.ts';

/** A report that another one is compared with, and how its lines and cells are told from those of the other. */
export interface Companion {
  readonly report: Report;
  /** Put before the names of its cells: `2022/requests.carriedForward.total`. */
  readonly name: string;
  /** Put before the labels of its lines: 2022 年. */
  readonly label: Words;
}

/** Pairs of years that are remembered for a form. */
const mostLaidOut = 100;

function labelled(line: FormLine, offset: number, firstCell: number, label: Words): FormLine {
  const { zh, en } = line.label;
  return {
    ...line,
    index: line.index + offset,
    firstCell: line.firstCell + firstCell,
    label: { ...line.label, zh: `${label.zh}${zh}`, en: `${label.en} ${en}` },
    parts: line.parts.map((part) => part + offset),
  };
}

const laidOut: (form: Form) => Map<string, { companions: readonly Form[]; form: Form }> = onceFor(
  () => new Map(),
);

/** Forms of editions seen as one; there are few of them, and pairs of years are asked for again and again. */
function jointForm(own: Form, companions: readonly Companion[]): Form {
  if (companions.length !== 1) return layOut(own, companions);
  const key = companions.map(({ name, report }) => `${name} ${report.form.edition.id}`).join('\n');
  const known = laidOut(own);
  const before = known.get(key);
  const isSame = before?.companions.every((form, i) => form === companions[i]?.report.form);
  if (before !== undefined && isSame) return before.form;
  const form = layOut(own, companions);
  if (known.size < mostLaidOut)
    known.set(key, { companions: companions.map((c) => c.report.form), form });
  return form;
}

function layOut(own: Form, companions: readonly Companion[]): Form {
  const lines: FormLine[] = [...own.lines];
  const cells: FormCell[] = [...own.cells];
  for (const { report, name, label } of companions) {
    const [firstLine, firstCell] = [lines.length, cells.length];
    const relabelled = report.form.lines.map((line) => labelled(line, firstLine, firstCell, label));
    lines.push(...relabelled);
    for (const cell of report.form.cells) {
      cells.push({
        ...cell,
        index: cell.index + firstCell,
        name: `${name}/${cell.name}`,
        line: relabelled[cell.line.index] ?? cell.line,
      });
    }
  }
  return { ...own, lines, cells };
}

function joined(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists;
  return first.concat(...others);
}

/**
 * Several reports seen as one, so that an equation over them is an equation like any other: the
 * cells of the first report at their own indices, those of the others behind them, in turn.
 */
export function jointReport(own: Report, companions: readonly Companion[]): Report {
  const all = [own, ...companions.map(({ report }) => report)];
  const starts: number[] = [];
  let size = 0;
  for (const { form } of all) {
    starts.push(size);
    size += form.cells.length;
  }
  const within = (cell: number): readonly [Report, number] => {
    const i = Math.max(
      0,
      starts.findLastIndex((start) => start <= cell),
    );
    return [all[i] ?? own, cell - (starts[i] ?? 0)];
  };
  return {
    ...own,
    form: jointForm(own.form, companions),
    kinds: joined(all.map(({ kinds }) => kinds)),
    values: joined(all.map(({ values }) => values)),
    printed(cell) {
      const [report, at] = within(cell);
      return report.printed(at);
    },
    place(cell) {
      const [report, at] = within(cell);
      return report.place(at);
    },
  };
}
