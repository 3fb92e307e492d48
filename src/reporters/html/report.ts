import { labelText } from '../../messages/names.ts';
import { brief, visible } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { verdictSigns } from '../../page/texts.ts';
import { marksOf } from '../marks.ts';
import type { ReporterContext } from '../reporter.ts';
import { resultOf } from '../result.ts';
import { gridsToShow } from '../shownForm.ts';
import { texts as words } from '../terminal/texts.ts';
import { verdictText } from '../verdict.ts';
import { findingsHtml, openHtml, problemsHtml } from './findings.ts';
import { html, type Markup, nothing, quoted } from './markup.ts';
import { ids, type Sheet } from './page.ts';
import { legendHtml, proseHtml } from './prose.ts';
import { tableHtml } from './table.ts';
import { texts } from './texts.ts';

/** The organ and the year of a report; the name of the file where there is none. */
export function nameHtml({ report, source }: Run, lang: Language): Markup {
  if (report === null) return quoted(visible(source));
  const organ = report.organ === null ? html`${words[lang].noOrgan}` : quoted(brief(report.organ));
  return report.year === null ? organ : html`${organ} · ${words[lang].year(report.year)}`;
}

function coverageHtml({ coverage }: Run, lang: Language): Markup {
  const t = words[lang];
  const { cells, checks, queries, series, claims } = coverage;
  const lines = [
    t.cells(cells),
    t.checks(checks) + (queries.made === 0 ? '' : t.queries(queries)),
    ...(series.made === 0 ? [] : [t.series(series)]),
    t.claims(claims),
  ];
  const title = texts[lang].coverage;
  return html`<ul class="coverage" aria-label="${title}">${lines.map((line) => html`<li>${line}</li>`)}</ul>
`;
}

function headHtml(run: Run, number: number, lang: Language): Markup {
  const { report, verdict, source } = run;
  const edition = report === null ? nothing : html`<span>${report.form.edition[lang]}</span> `;
  const back =
    number === 1 ? nothing : html` <a class="back" href="#contents">${texts[lang].toContents}</a>`;
  return html`<header>
<h2 id="${ids.report(number)}-h">${nameHtml(run, lang)}</h2>
<p class="verdict ${verdict}"><b>${verdictSigns[verdict]}</b> ${quoted(verdictText(run, lang))}</p>
<p class="meta">${edition}<span>${quoted(visible(source))}</span>${back}</p>
${report === null ? nothing : coverageHtml(run, lang)}</header>
`;
}

function sectionHtml(title: string, parts: readonly Markup[]): Markup {
  const told = parts.filter(({ markup }) => markup !== '');
  return told.length === 0 ? nothing : html`<section><h3>${title}</h3>\n${told}</section>\n`;
}

/** The sections of the form in their order, each with its prose and its table; what belongs to none of them behind. */
function sectionsHtml(sheet: Sheet): Markup {
  const { report, lang } = sheet;
  const { sections, tables } = report.form.edition;
  const t = texts[lang];
  const grids = gridsToShow(report, lang);
  const prose = proseHtml(sheet);
  const missing = html`<p class="note">${t.tableMissing}</p>\n`;
  const tableOf = (id: string): Markup => {
    const grid = grids.get(id);
    if (grid === undefined) return nothing;
    return grid === null ? missing : tableHtml(sheet, grid);
  };
  const own = new Set(sections.map(({ id }) => id));
  const loose = [...prose].flatMap(([id, said]) => (id === null || own.has(id) ? [] : [said]));
  const alone = tables.filter(({ id }) => !own.has(id));
  return html`${[
    sectionHtml(t.sections.none, [prose.get(null) ?? nothing]),
    ...sections.map((section) =>
      sectionHtml(labelText(section, lang), [
        prose.get(section.id) ?? nothing,
        tableOf(section.id),
      ]),
    ),
    sectionHtml(t.sections.text, loose),
    ...alone.map((table) => sectionHtml(labelText(table, lang), [tableOf(table.id)])),
  ]}${prose.size === 0 ? nothing : legendHtml(lang)}`;
}

function sheetOf(run: Run, report: Report, context: ReporterContext, number: number): Sheet {
  const { lang, sentences } = context;
  const result = resultOf(run, sentences, lang);
  return { run, report, result, lang, number, marks: marksOf(report, run.findings) };
}

/** One report: its verdict, the findings, and the form as it is filled, with what is wrong marked. */
export function reportHtml(run: Run, context: ReporterContext, number: number): Markup {
  const { lang, sentences } = context;
  const { report } = run;
  const id = ids.report(number);
  const start = html`<article class="report" id="${id}" aria-labelledby="${id}-h">
${headHtml(run, number, lang)}`;
  if (report === null) {
    const problems = problemsHtml(resultOf(run, sentences, lang), lang);
    return html`${start}${problems}<p class="note">${texts[lang].noForm}</p>\n</article>\n`;
  }
  const sheet = sheetOf(run, report, context, number);
  const { findings, undecided, problems, notes } = sheet.result;
  const isClear = [findings, undecided, problems, notes].every(({ length }) => length === 0);
  return html`${start}<div class="sheet${isClear ? ' clear' : ''}">
<div class="side" tabindex="0" role="region" aria-label="${texts[lang].side}">
${problemsHtml(sheet.result, lang)}${findingsHtml(sheet)}${openHtml(sheet.result, lang)}</div>
<div class="sections">
${sectionsHtml(sheet)}</div>
</div>
</article>
`;
}
