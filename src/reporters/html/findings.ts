import { visible } from '../../messages/visible.ts';
import type { ResultFinding, ResultReport, ResultWaiver } from '../../model/result.ts';
import type { Finding } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { markSigns, weightOf } from '../marks.ts';
import { placeText } from '../spots.ts';
import { equationHtml } from './equation.ts';
import { html, type Markup, nothing, quoted } from './markup.ts';
import { firstCell, ids, type Sheet } from './page.ts';
import { texts } from './texts.ts';

function linkOf(sheet: Sheet, finding: Finding, number: number): Markup {
  const t = texts[sheet.lang];
  const cell = firstCell(sheet, finding);
  const isSaid = finding.claim !== null && sheet.report.prose !== null;
  const said = html`<a href="#${ids.said(sheet.number, number)}">${t.showSentence}</a> `;
  const shown = html`<a href="#${ids.cell(sheet.number, cell ?? 0)}">${t.showCell}</a>`;
  if (!isSaid && cell === null) return nothing;
  return html`<p class="links">${isSaid ? said : nothing}${cell === null ? nothing : shown}</p>
`;
}

function waiverHtml({ reason, by, until, source }: ResultWaiver, lang: Language): Markup {
  const t = texts[lang];
  const rest = [...(by === null ? [] : [by]), ...(until === null ? [] : [t.until + until]), source];
  return html`<p class="waiver"><b>${t.waived}</b> ${quoted(visible(reason))} <span class="source">${quoted(visible(rest.join(t.between)))}</span></p>
`;
}

function suggestionsHtml({ suggestions }: ResultFinding, lang: Language): Markup {
  if (suggestions.length === 0) return nothing;
  const each = suggestions.map(
    ({ message, confidence }) => html`<li class="${confidence}">${quoted(visible(message))}</li>`,
  );
  return html`<div class="suggestions"><b>${texts[lang].suggestions}</b><ul>${each}</ul></div>
`;
}

function findingHtml(sheet: Sheet, finding: Finding, told: ResultFinding, number: number): Markup {
  const { lang, report } = sheet;
  const t = texts[lang];
  const weight = weightOf(finding);
  const { equation } = finding;
  const within = finding.across ?? report;
  const place = placeText(report, finding, lang);
  return html`<li class="finding ${weight}" id="${ids.finding(sheet.number, number)}">
<p class="rule"><b class="sign">${markSigns[weight]}${number}</b> ${t.weights[weight]} <code>${told.ruleId}</code></p>
<p class="message">${quoted(visible(told.message))}</p>
${equation === null ? nothing : equationHtml(within, equation, lang)}${suggestionsHtml(told, lang)}${
  told.waiver === null ? nothing : waiverHtml(told.waiver, lang)
}${place === '' ? nothing : html`<p class="source">${t.at}${quoted(place)}</p>\n`}${linkOf(sheet, finding, number)}</li>
`;
}

/** The findings of a report, numbered as the cells and figures are that they name. */
export function findingsHtml(sheet: Sheet): Markup {
  const { run, result, lang } = sheet;
  const t = texts[lang];
  if (run.findings.length === 0)
    return run.verdict === 'pass' ? html`<p>${t.noFindings}</p>\n` : nothing;
  const each = run.findings.map((finding, i) => {
    const told = result.findings[i];
    return told === undefined ? nothing : findingHtml(sheet, finding, told, i + 1);
  });
  return html`<h3>${t.findings(each.length)}</h3>
<p class="key">${t.marked}</p>
<ol class="findings">
${each}</ol>
`;
}

function listHtml(title: string, kind: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  const each = lines.map((line) => html`<li>${quoted(visible(line))}</li>\n`);
  return html`<h3>${title}</h3>
<ul class="${kind}">
${each}</ul>
`;
}

/** What kept the report from being checked, in whole or in part. */
export function problemsHtml(report: ResultReport, lang: Language): Markup {
  const lines = report.problems.map(({ source, path, message }) => {
    // The headline has named the file already.
    const place = [...(source === report.source ? [] : [source]), ...(path === null ? [] : [path])];
    return [...place, message].join(lang === 'zh' ? '：' : ': ');
  });
  return listHtml(texts[lang].problems, 'problems', lines);
}

/** Checks that nobody can decide, and what was read in a way that its reader may not expect. */
export function openHtml({ undecided, notes }: ResultReport, lang: Language): Markup {
  const checks = undecided.map(({ message, ruleId }) => `${message} [${ruleId}]`);
  const told = notes.map(({ message }) => message);
  return html`${listHtml(texts[lang].undecided, 'undecided', checks)}${listHtml(texts[lang].notes, 'notes', told)}`;
}
