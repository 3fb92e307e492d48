import { brief } from '../../messages/visible.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import type { Reporter } from '../reporter.ts';
import { resultOf } from '../result.ts';
import { texts as terminalTexts } from '../terminal/texts.ts';
import { verdictText } from '../verdict.ts';
import { markdownTable, markdownText } from './escape.ts';
import { sectionText } from './section.ts';
import { texts } from './texts.ts';

const signs = { pass: '✓', fail: '✗', 'not-assessable': '?' } as const;

function row(run: Run, lang: Language): string[] {
  const { report, source, verdict } = run;
  const said = `${signs[verdict]} ${verdictText(run, lang)}`;
  return [source, brief(report?.organ ?? ''), String(report?.year ?? ''), said].map(markdownText);
}

function titleOf({ source, report }: Run, lang: Language): string {
  const t = terminalTexts[lang];
  const organ = report === null ? [] : [report.organ === null ? t.noOrgan : brief(report.organ)];
  const year = report?.year == null ? [] : [t.year(report.year)];
  return [...organ, ...year, source].map(markdownText).join(' · ');
}

/**
 * For people on a platform for code: a table of the reports, then what was found in each. It is kept
 * until the end, as the table stands before everything else.
 */
export function markdownReporter(): Reporter {
  const rows: string[][] = [];
  const sections: string[] = [];
  return {
    open: () => '',
    async report(run, { sentences, lang }) {
      rows.push(row(run, lang));
      const text = sectionText(run, resultOf(run, sentences, lang), lang);
      if (text === '') return '';
      const verdict = markdownText(verdictText(run, lang));
      sections.push(
        `\n### ${titleOf(run, lang)}\n\n**${signs[run.verdict]} ${verdict}**\n\n${text}`,
      );
      return '';
    },
    async close(summary, { lang }) {
      const t = texts[lang];
      const table = markdownTable([t.report, t.organ, t.year, t.verdict], rows);
      const sum = terminalTexts[lang].summary(summary);
      return `## ${t.title}\n\n${sum}\n\n${table}${sections.join('')}`;
    },
  };
}
