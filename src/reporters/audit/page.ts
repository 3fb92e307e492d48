import type {
  AuditedOrgan,
  AuditedReport,
  AuditFinding,
  AuditSummary,
  ReportSheet,
} from '../../model/audit.ts';
import type { Edition } from '../../model/edition.ts';
import type { Language } from '../../model/words.ts';
import { packedOrgan, type Setting, type ShownSheet, withRules } from '../../page/shape.ts';
import { texts } from '../../page/texts.ts';
import { client } from './client.ts';
import { dataBlock } from './embed.ts';
import { formToShow } from './forms.ts';

/** What the page depends on besides the audit itself. */
export interface PageContext {
  readonly lang: Language;
  /** The forms that reports of the audit are of. */
  readonly editions: readonly Edition[];
  /** What a rule is called. */
  ruleTitle(rule: string): string;
}

/** The findings of an organ's reports, as far as the list is filtered by them. */
export type RuleOfReport = Pick<AuditFinding, 'ruleId' | 'source'>;

/** Nothing may be loaded; only the style and the script of this program have any effect. */
const policy = [
  "default-src 'none'",
  `style-src '${client.styleHash}'`,
  `script-src '${client.scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function settingOf(summary: AuditSummary, { lang, editions, ruleTitle }: PageContext): Setting {
  return {
    lang,
    summary,
    titles: Object.fromEntries(summary.rules.map(({ rule }) => [rule, ruleTitle(rule)])),
    editions: editions.map((edition) => formToShow(edition, lang)),
  };
}

/**
 * The beginning of the page. Organs and sheets follow in any order, then `pageEnd()`. The result
 * needs no other file and no network.
 */
export function pageHead(lang: Language): string {
  const { title, needsScript } = texts[lang];
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${client.style}</style>
</head>
<body>
<main><h1>${title}</h1><noscript><p>${needsScript}</p></noscript></main>
`;
}

function rulesBySource(findings: Iterable<RuleOfReport>): (source: string) => string[] {
  const rules = new Map<string, Set<string>>();
  for (const { source, ruleId } of findings) {
    rules.set(source, (rules.get(source) ?? new Set()).add(ruleId));
  }
  return (source) => [...(rules.get(source) ?? [])].sort();
}

/** A row of the list: an organ with all its reports, and the findings about any of them. */
export function organChunk(organ: AuditedOrgan, findings: Iterable<RuleOfReport>): string {
  return dataBlock('organ', packedOrgan(withRules(organ, rulesBySource(findings))));
}

/** A row for a report without an organ or a year, which stands in no series. */
export function unplacedChunk(report: AuditedReport, findings: Iterable<RuleOfReport>): string {
  const rules = rulesBySource(findings)(report.source);
  return dataBlock(
    'organ',
    packedOrgan({ organ: null, reports: [{ ...report, rules }], links: [], duplicates: [] }),
  );
}

/** The tables and findings of a report. The page says where they are of reports that are left out. */
export function sheetChunk({ source, cells, findings, problems }: ReportSheet): string {
  const sheet: ShownSheet = {
    cells,
    problems,
    findings: findings.map(({ ruleId, severity, message, scope, cells, claim }) => ({
      rule: ruleId,
      severity,
      message,
      scope,
      claim,
      cells: cells.map(({ cell, source }) => ({ cell, source })),
    })),
  };
  return dataBlock('sheet', sheet, source);
}

/** The end of the page: what was found in sum, which is known last, and the script that draws it all. */
export function pageEnd(summary: AuditSummary, context: PageContext): string {
  return `${dataBlock('setting', settingOf(summary, context))}<script>${client.script}</script>
</body>
</html>
`;
}
