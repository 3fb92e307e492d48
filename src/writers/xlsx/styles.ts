/** How a cell looks; `style` numbers are places in the list of formats below. */
const looks = [
  { name: 'plain' },
  { name: 'title', font: 1, align: 'center' },
  { name: 'heading', font: 2, align: 'left' },
  { name: 'header', fill: 2, isFramed: true, align: 'center' },
  { name: 'label', isFramed: true, align: 'left' },
  { name: 'figure', isFramed: true, align: 'center' },
  { name: 'integer', isFramed: true, align: 'center', format: '0' },
  { name: 'decimal1', isFramed: true, align: 'center', format: '0.0' },
  { name: 'decimal2', isFramed: true, align: 'center', format: '0.00' },
  { name: 'decimal3', isFramed: true, align: 'center', format: '0.000' },
  { name: 'decimal4', isFramed: true, align: 'center', format: '0.0000' },
  { name: 'decimal5', isFramed: true, align: 'center', format: '0.00000' },
  { name: 'decimal6', isFramed: true, align: 'center', format: '0.000000' },
] as const;

export type StyleName = (typeof looks)[number]['name'];

/** The number of a style, as cells refer to it. */
export function styleOf(name: StyleName): number {
  return looks.findIndex((look) => look.name === name);
}

/** Conditional formats, by number: a figure in a broken identity, in a doubtful one, a verdict that is good. */
export const signals = { broken: 0, doubtful: 1, good: 2 } as const;

const formats = ['0.0', '0.000', '0.0000', '0.00000', '0.000000'];

/** Formats that every spreadsheet knows have small numbers, others are numbered from 164. */
function formatNumber(format: string | undefined): number {
  if (format === undefined) return 0;
  const known = { '0': 1, '0.00': 2 }[format];
  return known ?? 164 + formats.indexOf(format);
}

function font(size: number, isBold: boolean): string {
  return `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
}

function solid(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** A list with its length; lists of other things have other names for both. */
function list(name: string, each: readonly string[]): string {
  return `<${name} count="${each.length}">${each.join('')}</${name}>`;
}

function signal(text: string, fill: string): string {
  return `<dxf><font><color rgb="${text}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`;
}

function formatXml(look: (typeof looks)[number]): string {
  const font = 'font' in look ? look.font : 0;
  const fill = 'fill' in look ? look.fill : 0;
  const border = 'isFramed' in look ? 1 : 0;
  const number = formatNumber('format' in look ? look.format : undefined);
  const align = 'align' in look ? look.align : 'general';
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;
}

function stylesheet(): string {
  const frame = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
  );
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
    list(
      'numFmts',
      formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${format}"/>`),
    ),
    list('fonts', [font(11, false), font(16, true), font(12, true)]),
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      solid('FFF2F2F2'),
    ]),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${frame.join('')}<diagonal/></border>`,
    ]),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', looks.map(formatXml)),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    list('dxfs', [
      signal('FF9C0006', 'FFFFC7CE'),
      signal('FF9C5700', 'FFFFEB9C'),
      signal('FF006100', 'FFC6EFCE'),
    ]),
  ].join('')}</styleSheet>`;
}

export const stylesXml = stylesheet();
