import { visible } from '../../messages/visible.ts';
import { countsOf, type Run, type Summary } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { verdictSigns, texts as verdictWords } from '../../page/texts.ts';
import type { Reporter, ReporterContext } from '../reporter.ts';
import { texts as words } from '../terminal/texts.ts';
import { html, type Markup, nothing, quoted } from './markup.ts';
import { ids } from './page.ts';
import { nameHtml, reportHtml } from './report.ts';
import { style } from './style.ts';
import { texts } from './texts.ts';

/** Nothing may be loaded or run; only the style that stands in the page has any effect. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function headOf(lang: Language): string {
  const { title } = texts[lang];
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
`;
}

function entryOf(run: Run, number: number, lang: Language): Markup {
  const { verdict, findings, report, source } = run;
  const file = report === null ? nothing : html` <small>${quoted(visible(source))}</small>`;
  return html`<li><a href="#${ids.report(number)}"><b class="badge ${verdict}">${verdictSigns[verdict]} ${verdictWords[lang].verdicts[verdict]}</b> ${nameHtml(run, lang)}</a> <span>${texts[lang].counts(countsOf(findings))}</span>${file}</li>
`;
}

/** The list of the reports, which is known last; the style puts it first. */
function contentsOf(entries: readonly Markup[], summary: Summary, lang: Language): Markup {
  if (summary.reports < 2) return nothing;
  const { contents } = texts[lang];
  return html`<nav id="contents" aria-label="${contents}">
<h2>${contents}</h2>
<p>${words[lang].summary(summary)}</p>
<ol>
${entries}</ol>
</nav>
`;
}

/** The result as a page that needs nothing else, to be read in a browser or printed on A4; written report by report. */
export function htmlReporter(): Reporter {
  const entries: Markup[] = [];
  return {
    open: ({ lang }) => headOf(lang),
    async report(run: Run, context: ReporterContext, index: number) {
      entries.push(entryOf(run, index + 1, context.lang));
      return reportHtml(run, context, index + 1).markup;
    },
    async close(summary, { lang, version }) {
      const { markup } =
        html`${contentsOf(entries, summary, lang)}<footer>${texts[lang].made(version)}</footer>
</body>
</html>
`;
      return markup;
    },
  };
}
