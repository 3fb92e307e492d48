import { CellKind } from '../model/cell.ts';
import type { Change, Confidence, Repair, RepairGroup, Slip, Witness } from '../model/repair.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Language, Words } from '../model/words.ts';
import { fill } from './fill.ts';
import { cellText, lineName, signed } from './names.ts';
import { quoteText } from './prose.ts';

const slipWords: Readonly<Record<Slip, Words>> = {
  transposed: { zh: '数字颠倒', en: 'digits the other way round' },
  'digit-missing': { zh: '漏了一位', en: 'a digit left out' },
  'digit-extra': { zh: '多了一位', en: 'a digit too many' },
  'digit-changed': { zh: '一个数字打错', en: 'a digit mistyped' },
  magnitude: { zh: '差十倍', en: 'a zero too many or too few' },
  sign: { zh: '正负号相反', en: 'the wrong sign' },
  zeroed: { zh: '漏填成 0', en: '0 in place of the figure' },
  swapped: { zh: '两格填反', en: 'two cells the other way round' },
  shifted: { zh: '整行错了一列', en: 'the line is one column off' },
  copied: { zh: '沿用了上一年的数', en: 'left from the year before' },
  redistributed: { zh: '同一行重新分配', en: 'a line shared out otherwise' },
};

const leads: Readonly<Record<Confidence, Words>> = {
  certain: { zh: '应改：', en: 'To be corrected: ' },
  likely: { zh: '最可能：', en: 'Most likely: ' },
  ambiguous: { zh: '可能：', en: 'Possibly: ' },
};

const changeWords: Words = {
  zh: '{column} 应为 {to}（原 {from}）',
  en: '{column} ought to be {to} (now {from})',
};

const noteWords: Readonly<
  Record<'prose' | 'previous' | 'lines' | 'more' | 'or' | 'above' | 'several', Words>
> = {
  prose: { zh: '正文说的是{quote}', en: 'the prose says {quote}' },
  previous: { zh: '与上一年的报告一致', en: 'as the report of the year before has it' },
  lines: {
    zh: '没有哪一格单独能解释；把一行的数在各列之间重新分配就能都对上，可以是：{lines}',
    en: 'No single cell explains it; one line shared out otherwise among its columns does, and it may be: {lines}',
  },
  more: { zh: '还有其他改法同样说得通', en: 'there are more that would do as well' },
  or: { zh: '或者：', en: 'Or: ' },
  above: { zh: '改法见上：{places}', en: 'To be mended as above: {places}' },
  several: { zh: '改法见上，不止一种', en: 'To be mended as above, in one of several ways' },
};

/** `自然人 应为 2263（原 2236，数字颠倒）` */
function changeText(report: Report, { cell, to }: Change, slip: string, lang: Language): string {
  const place = report.form.cells[cell];
  const isNumber = kindOf(report, cell) === CellKind.number;
  const from = isNumber ? signed(report.values[cell] ?? 0) : cellText(report, cell, lang);
  const column = place === undefined || place.line.columns.length < 2 ? '' : place.column[lang];
  const comma = slip === '' ? '' : lang === 'zh' ? '，' : ', ';
  return fill(changeWords, { column, to: signed(to), from: from + comma + slip }, lang).trim();
}

/** The changes of each line behind its name, the lines in the order of the form. */
function changesText(
  report: Report,
  changes: readonly Change[],
  slip: string,
  lang: Language,
): string {
  const byLine = new Map<string, string[]>();
  for (const change of changes) {
    const line = report.form.cells[change.cell]?.line;
    const name = line === undefined ? '' : `“${lineName(line, lang)}”`;
    byLine.set(name, [...(byLine.get(name) ?? []), changeText(report, change, slip, lang)]);
  }
  const [gap, comma, stop] = lang === 'zh' ? ['', '，', '；'] : [' ', ', ', '; '];
  return [...byLine].map(([name, texts]) => name + gap + texts.join(comma)).join(stop);
}

function witnessText(witness: Witness, lang: Language): string {
  if (witness.kind === 'previous') return noteWords.previous[lang];
  return fill(noteWords.prose, { quote: quoteText(witness.claim.figure) }, lang);
}

/** `“一、本年新收…”自然人 应为 2263（原 2236，数字颠倒）` */
export function repairText(report: Report, repair: Repair, lang: Language): string {
  const { changes, slip, witnesses } = repair;
  const named = slip === null ? '' : slipWords[slip][lang];
  const isOne = changes.length === 1;
  const text = changesText(report, changes, isOne ? named : '', lang);
  const together = isOne || named === '' ? [] : [named];
  const said = [...new Set(witnesses.map((witness) => witnessText(witness, lang)))];
  return [text, ...together, ...said].join(lang === 'zh' ? '；' : '; ');
}

/** A repair as one sentence that says how sure it is; what holds for all of its group is said with the first. */
export function suggestionText(
  report: Report,
  group: RepairGroup,
  repair: Repair,
  lang: Language,
): string {
  const text = leads[group.confidence][lang] + repairText(report, repair, lang);
  if (repair.slip !== 'redistributed' || repair !== group.repairs[0]) return text;
  return `${text}${lang === 'zh' ? '。' : '. '}${linesText(report, group, lang)}`;
}

function linesText(report: Report, { lines }: RepairGroup, lang: Language): string {
  const names = lines.flatMap((index) => {
    const line = report.form.lines[index];
    return line === undefined ? [] : `“${lineName(line, lang)}”`;
  });
  return fill(noteWords.lines, { lines: names.join(lang === 'zh' ? '、' : ', ') }, lang);
}

/** What is said below a finding: how sure it is, the first repair, and others where several would do. */
export function groupTexts(report: Report, group: RepairGroup, lang: Language): string[] {
  const [first, ...others] = group.repairs;
  const isShared = group.lines.length > 0 && first?.slip === 'redistributed';
  const texts = isShared ? [linesText(report, group, lang)] : [];
  if (first === undefined) return group.lines.length > 0 ? [linesText(report, group, lang)] : [];
  texts.push(leads[group.confidence][lang] + repairText(report, first, lang));
  if (group.confidence !== 'ambiguous') return texts;
  texts.push(...others.map((each) => noteWords.or[lang] + repairText(report, each, lang)));
  if (group.hasMore) texts.push(noteWords.more[lang]);
  return texts;
}

/** What is said below the other findings of a group: that the first has told it, and of which line. */
export function pointerText(report: Report, group: RepairGroup, lang: Language): string {
  const [first] = group.repairs;
  const lines = new Set(first?.changes.map(({ cell }) => report.form.cells[cell]?.line));
  const [line, ...more] = lines;
  if (group.confidence === 'ambiguous' || line === undefined) return noteWords.several[lang];
  const [cell, ...others] = first?.changes ?? [];
  const place = others.length === 0 && cell !== undefined && report.form.cells[cell.cell];
  const column = place && line.columns.length > 1 ? place.column[lang] : '';
  const comma = lang === 'zh' ? '' : ' ';
  const rest = more.length === 0 ? '' : lang === 'zh' ? '等' : ' …';
  const places = `“${lineName(line, lang)}”${column === '' ? '' : comma + column}${rest}`;
  return fill(noteWords.above, { places }, lang);
}
