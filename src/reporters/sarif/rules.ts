import type { Rule } from '../../model/rule.ts';
import type { Severity } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';

const headings = {
  why: { zh: '为什么', en: 'Why' },
  mend: { zh: '怎样改正', en: 'How to mend' },
  clause: { zh: '依据', en: 'Clause' },
} as const;

/** A rule with its page. Its words are our own, so that they may be Markdown. */
export function ruleOf({ id, page }: Rule, level: Severity, lang: Language): object {
  const parts = (['why', 'mend', 'clause'] as const).map((part) => ({
    heading: headings[part][lang],
    text: page[part][lang],
  }));
  const [colon, end] = lang === 'zh' ? ['：', ''] : [': ', ''];
  return {
    id,
    shortDescription: { text: page.title[lang] },
    fullDescription: { text: page.what[lang] },
    defaultConfiguration: { level },
    help: {
      text: parts.map(({ heading, text }) => `${heading}${colon}${text}${end}`).join('\n'),
      markdown: parts.map(({ heading, text }) => `**${heading}**\n\n${text}`).join('\n\n'),
    },
  };
}
