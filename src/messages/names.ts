import { CellKind } from '../model/cell.ts';
import type { Label } from '../model/edition.ts';
import type { FormLine } from '../model/form.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { brief } from './visible.ts';

/** A label without the note in brackets that some lines of the form carry. */
export function labelText(label: Label, lang: Language): string {
  return label[lang].replace(/（区分处理的.*）$/u, '');
}

/** A line by its label, with the heading above it where the label alone would not tell; to be put in quotes. */
export function lineName(line: FormLine, lang: Language): string {
  const name = fullName(line, lang);
  return name.replace(/“/gu, '‘').replace(/”/gu, '’');
}

function fullName(line: FormLine, lang: Language): string {
  const own = labelText(line.label, lang);
  const heading = line.headings.at(-1);
  const above = heading === undefined ? '' : labelText(heading, lang);
  const isNumbered = /^(?:\d|其中|（[一二三四五六七八九]）其他情形|（二）被依法)/u.test(
    line.label.zh,
  );
  const isNeeded = above !== '' && above !== own && (isNumbered || line.block.layout === 'across');
  const join = lang === 'zh' ? ' ' : ': ';
  return isNeeded ? above + join + own : own;
}

/** What a cell shows to a reader: the printed text, or a word for a cell that shows nothing. */
export function cellText(report: Report, cell: number, lang: Language): string {
  const kind = kindOf(report, cell);
  if (kind === CellKind.absent) return lang === 'zh' ? '（缺）' : '(none)';
  if (kind === CellKind.blank) return lang === 'zh' ? '（空）' : '(blank)';
  if (kind === CellKind.number) return signed(report.values[cell] ?? 0);
  return brief(report.printed(cell) ?? '');
}

/** A number with a real minus sign. */
export function signed(value: number): string {
  return String(value).replace('-', '−');
}
