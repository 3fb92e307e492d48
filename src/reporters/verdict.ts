import { reasonTexts } from '../messages/reasons.ts';
import { countsOf, type Run, type Verdict } from '../model/run.ts';
import type { Language } from '../model/words.ts';
import { texts } from './terminal/texts.ts';

/** `fail: 3 errors`: the verdict on a report, and why. */
export function verdictText(run: Run, lang: Language): string {
  const t = texts[lang];
  const { errors, warnings } = countsOf(run.findings);
  const open = run.coverage.checks.inconclusive + run.coverage.series.inconclusive;
  const reasons = run.report === null ? [] : reasonTexts(run.problems, lang);
  const words: Record<Verdict, string> = {
    pass: t.pass(warnings),
    fail: t.fail(errors, warnings),
    'not-assessable': t.notAssessable(reasons, open, warnings),
  };
  return words[run.verdict];
}
