import type { Language } from '../../model/words.ts';

interface Texts {
  readonly title: string;
  readonly organ: string;
  readonly year: string;
  readonly report: string;
  readonly verdict: string;
  readonly rule: string;
  readonly line: string;
  readonly column: string;
  readonly printed: string;
  readonly place: string;
  cells(count: number): string;
  undecided(count: number): string;
  notes(count: number): string;
}

const zh: Texts = {
  title: '政府信息公开工作年度报告核对结果',
  organ: '机关',
  year: '年度',
  report: '报告',
  verdict: '结论',
  rule: '规则',
  line: '行',
  column: '列',
  printed: '所填',
  place: '位置',
  cells: (count) => `涉及的格（${count}）`,
  undecided: (count) => `无法判断（${count}）`,
  notes: (count) => `说明（${count}）`,
};

const en: Texts = {
  title: 'Annual reports on open government information, checked',
  organ: 'Organ',
  year: 'Year',
  report: 'Report',
  verdict: 'Verdict',
  rule: 'Rule',
  line: 'Line',
  column: 'Column',
  printed: 'Printed',
  place: 'Place',
  cells: (count) => `Cells concerned (${count})`,
  undecided: (count) => `Undecided (${count})`,
  notes: (count) => `Notes (${count})`,
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };
