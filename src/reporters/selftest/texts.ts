import type { MissReason, SeededSlip } from '../../model/selftest.ts';
import type { Language } from '../../model/words.ts';

interface Texts {
  title(organ: string, figures: number, slips: number): string;
  baseline(errors: number): string;
  readonly slips: Readonly<Record<SeededSlip, string>>;
  readonly head: readonly [string, string, string, string];
  readonly all: string;
  warned(count: number): string;
  missed(count: number, reasons: readonly string[]): string;
  readonly reasons: Readonly<Record<MissReason, (count: number) => string>>;
  readonly unchecked: string;
  misled(count: number): string;
  sum(seeded: number, caught: string, repaired: string): string;
}

const zh: Texts = {
  title: (organ, figures, slips) => `${organ}：在 ${figures} 个数里逐处放入笔误，共 ${slips} 处`,
  baseline: (errors) => `这份报告本来就有 ${errors} 处错误，只数另外查出的`,
  slips: {
    'plus-one': '多 1',
    transposed: '数字颠倒',
    'digit-missing': '漏一位数字',
    zeroed: '填成 0',
    shifted: '错后一列',
  },
  head: ['笔误', '放入', '查出', '首选改法正确'],
  all: '合计',
  warned: (count) => `另有 ${count} 处只给出提示，不算查出`,
  missed: (count, reasons) => `没有查出 ${count} 处：${reasons.join('；')}`,
  reasons: {
    unchecked: (count) => `${count} 处在没有任何核对的格里`,
    masked: (count) => `${count} 处所在的核对本来就不符`,
    open: (count) => `${count} 处所在的核对无法判断`,
    holds: (count) => `${count} 处放入后各项核对仍然成立`,
  },
  unchecked: '没有任何核对的格：',
  misled: (count) => `有 ${count} 处给出的“应改”是错的`,
  sum: (seeded, caught, repaired) =>
    `共放入 ${seeded} 处笔误：查出 ${caught}，首选改法正确 ${repaired}`,
};

function times(count: number): string {
  return `${count} slip${count === 1 ? '' : 's'}`;
}

const en: Texts = {
  title: (organ, figures, slips) =>
    `${organ}: ${times(slips)}, one at a time, in ${figures} figures`,
  baseline: (errors) =>
    `the report has errors of its own (${errors}); only what was found besides is counted`,
  slips: {
    'plus-one': 'one too many',
    transposed: 'digits transposed',
    'digit-missing': 'digit left out',
    zeroed: '0 instead',
    shifted: 'one column off',
  },
  head: ['slip', 'seeded', 'caught', 'first repair right'],
  all: 'all',
  warned: (count) => `besides, ${times(count)} gave a warning only, which is not caught`,
  missed: (count, reasons) => `not caught, ${times(count)}: ${reasons.join('; ')}`,
  reasons: {
    unchecked: (count) => `${count} in cells that no check looks at`,
    masked: (count) => `${count} in checks that fail already`,
    open: (count) => `${count} in checks that cannot be decided`,
    holds: (count) => `${count} after which every check still holds`,
  },
  unchecked: 'cells that no check looks at: ',
  misled: (count) => `${times(count)} led to a wrong repair that was called certain`,
  sum: (seeded, caught, repaired) =>
    `${times(seeded)}: ${caught} caught, ${repaired} with the right repair first`,
};

/** The fixed words of a self-test. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };
