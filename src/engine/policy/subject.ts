import { CellKind } from '../../model/cell.ts';
import { isCells } from '../../model/claim.ts';
import type { Form } from '../../model/form.ts';
import { kindOf, type Report } from '../../model/report.ts';
import type { Argument, Finding } from '../../model/run.ts';
import type { Answer, Explanation } from '../../model/waiver.ts';

/** What a finding is about, with the values that it was seen with. */
export type Subject = Pick<Explanation, 'cells' | 'details'>;

/** What a cell says, as `report.json` has it: any mark for not applicable as `/`, an absent one as blank. */
export function answerOf(report: Report, cell: number): Answer {
  if (kindOf(report, cell) === CellKind.number) return report.values[cell] ?? null;
  // A report that was kept and is looked at again has the mark no more.
  if (kindOf(report, cell) === CellKind.notApplicable) return '/';
  const printed = report.printed(cell);
  return printed === null || printed.trim() === '' ? null : printed;
}

function namesOf({ cells }: Form, indices: readonly number[]): string {
  return indices.map((index) => cells[index]?.name ?? '').join(' + ');
}

function detailOf(form: Form, argument: Argument): string | number {
  if (typeof argument !== 'object') return argument;
  if ('line' in argument) {
    const line = form.lines[argument.line];
    return line === undefined ? '' : `${line.table.id}.${line.path}`;
  }
  if ('cells' in argument) return namesOf(form, argument.cells);
  if ('quote' in argument) return argument.quote.sentence.text;
  if ('sums' in argument) return argument.sums.map((sum) => namesOf(form, sum)).join(' | ');
  if ('zh' in argument) return argument.zh;
  const { amount } = argument;
  return isCells(amount) ? namesOf(form, amount) : amount.printed;
}

/** An equation is told by its cells; anything else also by what its sentence names. */
function detailsOf(form: Form, { args, claim, cells }: Finding): Subject['details'] {
  if (claim === null && cells.length > 0) return {};
  const details = Object.entries(args).map(([name, argument]) => [name, detailOf(form, argument)]);
  // A sentence may say several figures of the same cells.
  const figure =
    claim === null
      ? []
      : [
          ['figure', claim.figure.printed],
          ['offset', claim.figure.start],
        ];
  return Object.fromEntries([...details, ...figure]);
}

/** What a finding is about. */
export function subjectOf(report: Report, finding: Finding): Subject {
  const within = finding.across ?? report;
  const { form } = within;
  const cells = finding.cells.map((cell) => [form.cells[cell]?.name ?? '', answerOf(within, cell)]);
  return { cells: Object.fromEntries(cells), details: detailsOf(form, finding) };
}

function isSameRecord(
  a: Readonly<Record<string, Answer>>,
  b: Readonly<Record<string, Answer>>,
): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}

/** Both are about the same, with the same values. */
export function isSame(a: Subject, b: Subject): boolean {
  return isSameRecord(a.cells, b.cells) && isSameRecord(a.details, b.details);
}
