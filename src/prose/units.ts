/** What is measured: how many, how much money, or a rate. */
export type Measure = 'count' | 'money' | 'rate';

export interface Unit {
  readonly measure: Measure;
  /** What one of it is worth, in 1, in 元, or in per cent. */
  readonly worth: number;
}

const count: Unit = { measure: 'count', worth: 1 };
const other: Unit = { measure: 'count', worth: 1 };

/** Units that a figure of the form may be given in; they are used for one another. */
const formUnits = ['件次', '件', '条', '项', '份', '宗', '起', '例', '个', '桩', '批'];
/** Units of other things, which matter only within a list. */
const otherUnits = [
  '人次',
  '篇',
  '次',
  '人',
  '期',
  '场',
  '家',
  '户',
  '则',
  '部',
  '册',
  '处',
  '名',
  '张',
  '幅',
  '天',
];

/** Every unit; longer ones first. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ['亿元', { measure: 'money', worth: 1e8 }],
  ['万元', { measure: 'money', worth: 1e4 }],
  ['元', { measure: 'money', worth: 1 }],
  ['个百分点', { measure: 'rate', worth: 1 }],
  ['百分点', { measure: 'rate', worth: 1 }],
  ['%', { measure: 'rate', worth: 1 }],
  ['‰', { measure: 'rate', worth: 0.1 }],
  ['倍', { measure: 'rate', worth: 100 }],
  ...formUnits.map((unit): [string, Unit] => [unit, count]),
  ...otherUnits.map((unit): [string, Unit] => [unit, other]),
]);

/** The figure may be one of the form. */
export function isFormUnit(unit: string): boolean {
  return formUnits.includes(unit);
}
