/** How a cell looks; fonts, fills and borders by their places in the lists below. */
interface Look {
  readonly name: string;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align?: 'left' | 'center';
  readonly isTop?: true;
  readonly format?: string;
}

const general = [
  { name: 'plain' },
  { name: 'title', font: 1, align: 'center' },
  { name: 'heading', font: 2, align: 'left' },
  { name: 'header', fill: 2, border: 1, align: 'center' },
  { name: 'label', border: 1, align: 'left' },
] as const satisfies readonly Look[];

const figures = [
  { name: 'figure', border: 1, align: 'center' },
  { name: 'integer', border: 1, align: 'center', format: '0' },
  { name: 'decimal1', border: 1, align: 'center', format: '0.0' },
  { name: 'decimal2', border: 1, align: 'center', format: '0.00' },
  { name: 'decimal3', border: 1, align: 'center', format: '0.000' },
  { name: 'decimal4', border: 1, align: 'center', format: '0.0000' },
  { name: 'decimal5', border: 1, align: 'center', format: '0.00000' },
  { name: 'decimal6', border: 1, align: 'center', format: '0.000000' },
] as const satisfies readonly Look[];

/** What a figure is marked as: by its colour, and by its frame where colours are not seen. */
const marks = {
  wrong: { font: 3, fill: 3, border: 2 },
  doubtful: { font: 4, fill: 4, border: 3 },
  waived: { fill: 2, border: 3 },
  part: { border: 4 },
} as const;
export type MarkName = keyof typeof marks;

/** Cells of lists: texts to be read, and verdicts. */
const lists = [
  { name: 'text', border: 1, align: 'left', isTop: true },
  { name: 'number', border: 1, align: 'center', isTop: true },
  { name: 'pass', fill: 5, border: 1, align: 'center', isTop: true },
  { name: 'fail', font: 3, fill: 3, border: 1, align: 'center', isTop: true },
  { name: 'not-assessable', font: 4, fill: 4, border: 1, align: 'center', isTop: true },
] as const satisfies readonly Look[];

type FigureName = (typeof figures)[number]['name'];
export type StyleName =
  | (typeof general)[number]['name']
  | FigureName
  | `${FigureName} ${MarkName}`
  | (typeof lists)[number]['name'];

const looks: readonly Look[] = [
  ...general,
  ...figures,
  ...Object.entries(marks).flatMap(([mark, look]) =>
    figures.map((figure) => ({ ...figure, ...look, name: `${figure.name} ${mark}` })),
  ),
  ...lists,
];

function isFigure(name: StyleName): name is FigureName {
  return figures.some((figure) => figure.name === name);
}

/** The style of a figure that is marked; any other style stays as it is. */
export function markedStyle(name: StyleName, mark: MarkName): StyleName {
  return isFigure(name) ? `${name} ${mark}` : name;
}

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

function font(size: number, isBold: boolean, color = ''): string {
  const colored = color === '' ? '' : `<color rgb="${color}"/>`;
  return `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/>${colored}<name val="宋体"/><family val="3"/><charset val="134"/></font>`;
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

function formatXml({ font = 0, fill = 0, border = 0, format, align, isTop }: Look): string {
  const number = formatNumber(format);
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align ?? 'general'}" vertical="${isTop === true ? 'top' : 'center'}" wrapText="1"/></xf>`;
}

function frame(style: string, color: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="${style}"><color ${color}/></${side}>`,
  );
  return `<border>${sides.join('')}<diagonal/></border>`;
}

function stylesheet(): string {
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
    list(
      'numFmts',
      formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${format}"/>`),
    ),
    list('fonts', [
      font(11, false),
      font(16, true),
      font(12, true),
      font(11, true, 'FF9C0006'),
      font(11, true, 'FF7F4700'),
    ]),
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      solid('FFF2F2F2'),
      solid('FFFFC7CE'),
      solid('FFFFEB9C'),
      solid('FFC6EFCE'),
    ]),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      frame('thin', 'auto="1"'),
      frame('thick', 'rgb="FF9C0006"'),
      frame('mediumDashed', 'rgb="FF7F4700"'),
      frame('dotted', 'rgb="FF9C0006"'),
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
