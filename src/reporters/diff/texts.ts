import type { Identity } from '../../model/diff.ts';
import type { Language } from '../../model/words.ts';

interface Texts {
  readonly identities: Readonly<Record<Identity, string>>;
  readonly unstated: string;
  cells(compared: number, same: number, differ: number, uncertain: number): string;
  readonly tables: string;
  readonly wholeLine: string;
  readonly notIn: Readonly<Record<'a' | 'b', string>>;
  readonly uncertain: string;
  apart(count: number, name: string): string;
  readonly proseTitle: string;
  readonly prose: Readonly<Record<'unread' | 'none' | 'same' | 'differs', string>>;
  onlyProse(name: string): string;
  readonly otherwise: string;
  more(count: number): string;
  readonly gone: string;
  readonly come: string;
  kept(count: number): string;
  readonly open: string;
  readonly same: string;
  differ(parts: readonly string[]): string;
  readonly unknown: string;
  readonly partly: string;
  counted: Readonly<
    Record<'about' | 'cells' | 'lacking' | 'findings', (count: number) => string>
  > & {
    readonly prose: string;
  };
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const zh: Texts = {
  identities: { organ: '机关', year: '年度', edition: '格式版本', published: '公布日期' },
  unstated: '（未写明）',
  cells: (compared, same, differ, uncertain) =>
    `比较 ${compared} 格：相同 ${same}，不同 ${differ}${uncertain === 0 ? '' : `，无法确定 ${uncertain}`}`,
  tables: '表格：',
  wholeLine: '整行',
  notIn: { a: '（前一份没有）', b: '（后一份没有）' },
  uncertain: '（读法不止一种，无法比较）',
  apart: (count, name) => `${name} 有 ${count} 格在另一版格式中没有，没有比较`,
  proseTitle: '正文：',
  prose: {
    unread: '正文没有比较',
    none: '都没有正文',
    same: '正文相同',
    differs: '正文不同',
  },
  onlyProse: (name) => `只有 ${name} 有正文`,
  otherwise: '句子相同，先后或分句不同',
  more: (count) => `（另有 ${count} 处没有列出；--format json 全部列出）`,
  gone: '不再有的问题：',
  come: '新出现的问题：',
  kept: (count) => `两份都有的问题 ${count} 处`,
  open: '没有比较的部分：',
  same: '相同',
  differ: (parts) => `不同：${parts.join('，')}`,
  unknown: '无法判断是否相同',
  partly: '（另有部分无法比较）',
  counted: {
    about: (count) => `${count} 项说明`,
    cells: (count) => `${count} 格数字`,
    lacking: (count) => `${count} 格只在一份中有`,
    findings: (count) => `${count} 处核对结果`,
    prose: '正文',
  },
};

const en: Texts = {
  identities: { organ: 'organ', year: 'year', edition: 'edition', published: 'published on' },
  unstated: '(not stated)',
  cells: (compared, same, differ, uncertain) =>
    `${many(compared, 'cell')} compared: ${same} same, ${differ} different${uncertain === 0 ? '' : `, ${uncertain} uncertain`}`,
  tables: 'Tables:',
  wholeLine: 'whole line',
  notIn: { a: '(not in the first)', b: '(not in the second)' },
  uncertain: ' (can be read in more than one way; not compared)',
  apart: (count, name) =>
    `${many(count, 'cell')} of ${name} not known to the other form, and not compared`,
  proseTitle: 'Prose:',
  prose: {
    unread: 'the prose was not compared',
    none: 'neither has prose',
    same: 'the prose is the same',
    differs: 'the prose differs',
  },
  onlyProse: (name) => `only ${name} has prose`,
  otherwise: 'the same sentences in another order, or cut otherwise',
  more: (count) => `(${count} more not listed; --format json lists all)`,
  gone: 'Findings that went:',
  come: 'Findings that came:',
  kept: (count) => `${many(count, 'finding')} in both`,
  open: 'Not compared:',
  same: 'same',
  differ: (parts) => `different: ${parts.join(', ')}`,
  unknown: 'it cannot be told whether they are the same',
  partly: ' (besides, something could not be compared)',
  counted: {
    about: (count) => `${many(count, 'statement')} about the report`,
    cells: (count) => many(count, 'figure'),
    lacking: (count) => `${many(count, 'cell')} that only one has`,
    findings: (count) => many(count, 'finding'),
    prose: 'the prose',
  },
};

/** The fixed words of a comparison. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };
