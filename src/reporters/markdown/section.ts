import { cellText, lineName } from '../../messages/names.ts';
import { placesText } from '../../messages/places.ts';
import { brief } from '../../messages/visible.ts';
import { sourceOf } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { ResultFinding, ResultProblem, ResultReport } from '../../model/result.ts';
import type { Finding, Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { cellsThere, placesOf } from '../spots.ts';
import { texts as terminalTexts } from '../terminal/texts.ts';
import { texts as commonTexts } from '../texts.ts';
import { folded, markdownTable, markdownText } from './escape.ts';
import { texts } from './texts.ts';

const signs = { error: '✗', warning: '!' } as const;

/** Lines of one paragraph of a list, the second and later ones below the first. */
function paragraph(lines: readonly string[]): string {
  return `- ${lines.join('  \n  ')}\n`;
}

function findingText(
  report: Report,
  finding: Finding,
  told: ResultFinding,
  lang: Language,
): string {
  const t = commonTexts[lang];
  const { message, ruleId, severity, suggestions, waiver } = told;
  const where = placesText(placesOf(report, finding), lang);
  const sentence = `${signs[severity]} ${markdownText(message)} \`${ruleId}\``;
  return paragraph([
    waiver === null
      ? sentence
      : `${sentence} — ${markdownText(t.waived(brief(waiver.reason), waiver.by, waiver.until))}`,
    ...(where === '' ? [] : [markdownText(terminalTexts[lang].where + where)]),
    ...suggestions.map((suggestion) => markdownText(suggestion.message)),
  ]);
}

/** Every cell that a finding is about, once, in the order of the findings. */
function cellsTable(report: Report, findings: readonly Finding[], lang: Language): string {
  const t = texts[lang];
  const rows = findings.flatMap((finding) => {
    const within = finding.across ?? report;
    return cellsThere(report, finding).flatMap((cell) => {
      const { line, column } = within.form.cells[cell] ?? {};
      if (line === undefined || column === undefined) return [];
      const names = [lineName(line, lang), column[lang], cellText(within, cell, lang)];
      return [[...names, sourceOf(within.place(cell))].map(markdownText)];
    });
  });
  const once = [...new Map(rows.map((row) => [row.join('|'), row])).values()];
  if (once.length === 0) return '';
  const head = [t.line, t.column, t.printed, t.place];
  return `\n${folded(t.cells(once.length), markdownTable(head, once))}`;
}

function problemLines(problems: readonly ResultProblem[]): string {
  return problems
    .map(({ source, message, code }) =>
      paragraph([`? ${markdownText(`${source}: ${message}`)} \`${code}\``]),
    )
    .join('');
}

function foldedParts({ undecided, notes }: ResultReport, lang: Language): string {
  const t = texts[lang];
  const open = undecided.map(({ message, ruleId }) =>
    paragraph([`? ${markdownText(message)} \`${ruleId}\``]),
  );
  const parts = [
    open.length === 0 ? '' : `\n${folded(t.undecided(open.length), open.join(''))}`,
    notes.length === 0 ? '' : `\n${folded(t.notes(notes.length), problemLines(notes))}`,
  ];
  return parts.join('');
}

/** What is to be said of a report under its title; nothing of one that there is nothing to say of. */
export function sectionText(run: Run, told: ResultReport, lang: Language): string {
  const { report, findings } = run;
  const shown = findings.map((finding, i) => {
    const each = told.findings[i];
    return report === null || each === undefined ? '' : findingText(report, finding, each, lang);
  });
  return [
    shown.join(''),
    problemLines(told.problems),
    report === null ? '' : cellsTable(report, findings, lang),
    foldedParts(told, lang),
  ].join('');
}
