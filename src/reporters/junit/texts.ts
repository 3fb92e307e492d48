import type { Language } from '../../model/words.ts';

interface Texts {
  /** The case of whether everything could be checked. */
  readonly assessable: string;
  readonly notApplicable: string;
  errors(count: number): string;
  open(count: number): string;
}

const zh: Texts = {
  assessable: '全部查完',
  notApplicable: '这份报告没有这条规则可以核对的内容',
  errors: (count) => `${count} 处错误`,
  open: (count) => `${count} 项无法判断`,
};

const en: Texts = {
  assessable: 'checked completely',
  notApplicable: 'the report has nothing that this rule could check',
  errors: (count) => `${count} error${count === 1 ? '' : 's'}`,
  open: (count) => `${count} check${count === 1 ? '' : 's'} inconclusive`,
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };
