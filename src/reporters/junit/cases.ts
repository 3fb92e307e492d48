import { checkText } from '../../messages/findings.ts';
import { placesText } from '../../messages/places.ts';
import { brief } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { ResultReport } from '../../model/result.ts';
import type { Rule } from '../../model/rule.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { placesOf } from '../spots.ts';
import { texts as commonTexts } from '../texts.ts';
import { texts } from './texts.ts';

/** What became of a rule in a report; `said` is what does not decide it. */
export interface Case {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'errored';
  readonly message: string;
  readonly lines: readonly string[];
  readonly said: readonly string[];
}

/** A rule with findings, or with something in the report that it looks at. */
function isApplied({ id, find, compare, gather }: Rule, run: Run): boolean {
  if (run.findings.some(({ rule }) => rule === id)) return true;
  if (gather !== null) return false;
  if (compare !== null) return run.compared !== null;
  // Rules of the prose have this in their names.
  if (find !== null) return !id.startsWith('prose-') || run.coverage.claims.found > 0;
  const checks = [...run.checks, ...(run.compared?.checks ?? [])];
  return checks.some(({ equation }) => equation.rule === id);
}

/** The checks of a rule that stayed open, in words. */
function openOf(rule: Rule, report: Report, run: Run, lang: Language): string[] {
  const { checks, compared } = run;
  const own = checks.map((check) => ({ within: report, check }));
  const others = (compared?.checks ?? []).map((check) => ({
    within: compared?.joint ?? report,
    check,
  }));
  return [...own, ...others]
    .filter(({ check }) => check.outcome === 'inconclusive' && check.equation.rule === rule.id)
    .map(({ within, check }) => checkText(within, check, lang));
}

/** Findings of a rule in words: errors, which decide the case, and the others. */
function foundBy(
  rule: Rule,
  report: Report,
  run: Run,
  told: ResultReport,
  lang: Language,
): Record<'errors' | 'others', string[]> {
  const found: Record<'errors' | 'others', string[]> = { errors: [], others: [] };
  for (const [i, finding] of run.findings.entries()) {
    const each = told.findings[i];
    if (finding.rule !== rule.id || each === undefined) continue;
    const { suggestions, waiver, message } = each;
    const where = placesText(placesOf(report, finding), lang);
    const t = commonTexts[lang];
    const text = [
      where === '' ? message : `${message} (${where})`,
      ...suggestions.slice(0, 1).map((suggestion) => `  ${suggestion.message}`),
      ...(waiver === null ? [] : [`  ${t.waived(brief(waiver.reason), waiver.by, waiver.until)}`]),
    ];
    const decides = finding.severity === 'error' && waiver === null;
    found[decides ? 'errors' : 'others'].push(...text);
  }
  return found;
}

/** What became of a rule. A warning or a waived finding fails nothing, and is said. */
export function caseOf(
  rule: Rule,
  report: Report,
  run: Run,
  told: ResultReport,
  lang: Language,
): Case {
  const t = texts[lang];
  const name = `${rule.id}: ${rule.page.title[lang]}`;
  const none = { name, message: '', lines: [], said: [] };
  if (!isApplied(rule, run)) return { ...none, outcome: 'skipped', message: t.notApplicable };
  const open = openOf(rule, report, run, lang);
  const { errors, others } = foundBy(rule, report, run, told, lang);
  if (errors.length > 0) {
    const count = run.findings.filter(
      (each) => each.rule === rule.id && each.severity === 'error' && each.waiver === null,
    ).length;
    return {
      name,
      outcome: 'failed',
      message: t.errors(count),
      lines: errors,
      said: [...others, ...open],
    };
  }
  if (open.length === 0) return { ...none, outcome: 'passed', said: others };
  return { ...none, outcome: 'skipped', message: t.open(open.length), said: [...others, ...open] };
}

/** Whether everything could be checked: what could not is an error of its own, never a pass. */
export function assessableCase(
  run: Run,
  told: ResultReport,
  verdict: string,
  lang: Language,
): Case {
  const problems = told.problems.map(
    ({ code, message, source }) => `${source}: ${message} [${code}]`,
  );
  const isWhole = run.verdict !== 'not-assessable' && problems.length === 0;
  return {
    name: texts[lang].assessable,
    outcome: isWhole ? 'passed' : 'errored',
    message: isWhole ? '' : verdict,
    lines: problems,
    said: told.notes.map(({ code, message, source }) => `${source}: ${message} [${code}]`),
  };
}
