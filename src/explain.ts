import { editions } from './editions/index.ts';
import { runExample } from './example.ts';
import { findingText } from './messages/findings.ts';
import { lineName } from './messages/names.ts';
import type { Edition } from './model/edition.ts';
import { formOf } from './model/form.ts';
import type { Example, Rule } from './model/rule.ts';
import type { Language, Words } from './model/words.ts';
import { sentences } from './pipeline.ts';

/** A part of a rule's page: a heading and its paragraphs. */
export interface Section {
  readonly heading: Words;
  readonly paragraphs: readonly string[];
}

const headings = {
  what: { zh: '查什么', en: 'What' },
  why: { zh: '为什么', en: 'Why' },
  clause: { zh: '依据', en: 'Clause' },
  failing: { zh: '不通过的例子', en: 'Failing example' },
  passing: { zh: '通过的例子', en: 'Passing example' },
  mend: { zh: '怎样改正', en: 'How to mend' },
} as const;

/** What an example says beside its tables. */
function exampleWords(
  { organ, published, sections, text, other, missing }: Example,
  edition: Edition,
  lang: Language,
): string[] {
  const [colon, comma] = lang === 'zh' ? ['：', '、'] : [': ', ', '];
  const titles = edition.sections.filter(({ id }) => sections?.includes(id));
  const last = edition.sections.at(-1);
  const said: readonly (readonly [Words, string | undefined])[] = [
    [{ zh: '机关', en: 'Organ' }, organ],
    [{ zh: '公布日期', en: 'Published' }, published],
    [
      { zh: '有标题的部分', en: 'Sections with a title' },
      sections === undefined ? undefined : titles.map((each) => each[lang]).join(comma),
    ],
    [{ zh: '正文', en: 'Prose' }, text],
    [{ zh: last?.zh ?? '', en: last?.en ?? '' }, other],
    [{ zh: '没有报告的单位', en: 'Members without a report' }, missing?.join(comma)],
  ];
  return said.flatMap(([name, words]) =>
    words === undefined ? [] : [`${name[lang]}${colon}${words}`],
  );
}

/** The cells of an example by their labels, line by line; after those of the report of the year before, before those of its members. */
function exampleLines(example: Example, lang: Language): string[] {
  const before = example.before === undefined ? [] : exampleLines(example.before, lang);
  const edition = editions.find((e) => e.id === example.edition);
  if (edition === undefined) return [];
  const { lines, cells } = formOf(edition);
  const named = cells.filter((cell) => Object.hasOwn(example.cells, cell.name));
  const left = lines.filter((l) => example.without?.includes(`${l.table.id}.${l.path}`));
  const shown = lines.flatMap((line) => {
    const own = named.filter((cell) => cell.line === line);
    if (own.length === 0) return [];
    const figures = own.map(({ name, column }) => {
      const printed = example.cells[name] ?? (lang === 'zh' ? '（空）' : '(blank)');
      return line.columns.length === 1 ? `${printed}` : `${column[lang]} ${printed}`;
    });
    return [
      `${lineName(line, lang)}${lang === 'zh' ? '：' : ': '}${figures.join(lang === 'zh' ? '，' : ', ')}`,
    ];
  });
  const without = left.map((line) =>
    lang === 'zh'
      ? `没有“${lineName(line, lang)}”一行`
      : `without the line “${lineName(line, lang)}”`,
  );
  const year =
    lang === 'zh'
      ? `${example.year} 年，${edition.zh}，其余各格为 0`
      : `${example.year}, ${edition.en}, all other cells 0`;
  const members = (example.members ?? []).flatMap((each) => exampleLines(each, lang));
  const words = exampleWords(example, edition, lang);
  return [...before, year, ...shown, ...without, ...words, ...members];
}

/** What giar says of an example: its findings, made by running it. */
function exampleFindings(example: Example, lang: Language): string[] {
  const { report, findings } = runExample(example);
  if (report === null) throw new Error('an example is no report');
  const found = findings.map((f) => `✗ ${findingText(f.across ?? report, f, sentences, lang)}`);
  return found.length > 0 ? found : [lang === 'zh' ? '✓ 没有发现' : '✓ no findings'];
}

/** The page of a rule in one language: `giar explain` and `docs/rules/` are both made of it. */
export function explain({ page }: Rule, lang: Language): Section[] {
  const example = (which: 'failing' | 'passing'): Section => ({
    heading: headings[which],
    paragraphs: [...exampleLines(page[which], lang), ...exampleFindings(page[which], lang)],
  });
  const text = (which: 'what' | 'why' | 'clause' | 'mend'): Section => ({
    heading: headings[which],
    paragraphs: [page[which][lang]],
  });
  return [
    text('what'),
    text('why'),
    text('clause'),
    example('failing'),
    example('passing'),
    text('mend'),
  ];
}
