import type { Language } from '../model/words.ts';

/** Words that several formats have in common. */
export interface Texts {
  readonly undecided: string;
  readonly problem: string;
  readonly note: string;
  /** Of a finding: by whom, until when and why it was accepted. */
  waived(reason: string, by: string | null, until: string | null): string;
  more(count: number): string;
}

const zh: Texts = {
  undecided: '无法判断',
  problem: '没能查完',
  note: '说明',
  waived: (reason, by, until) => {
    const limits = [...(by === null ? [] : [by]), ...(until === null ? [] : [`至 ${until}`])];
    return `已说明，不计入${limits.length === 0 ? '' : `（${limits.join('，')}）`}：${reason}`;
  },
  more: (count) => `另有 ${count} 项`,
};

const en: Texts = {
  undecided: 'Undecided',
  problem: 'Not checked completely',
  note: 'Note',
  waived: (reason, by, until) => {
    const limits = [...(by === null ? [] : [by]), ...(until === null ? [] : [`until ${until}`])];
    return `waived${limits.length === 0 ? '' : ` (${limits.join(', ')})`}: ${reason}`;
  },
  more: (count) => `and ${count} more`,
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };
