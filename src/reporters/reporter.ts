import type { Sentences } from '../messages/findings.ts';
import type { Rule } from '../model/rule.ts';
import type { Run, Severity, Summary } from '../model/run.ts';
import type { Language } from '../model/words.ts';

/** What a reporter may depend on besides the runs; nothing of the machine reaches it another way. */
export interface ReporterContext {
  readonly lang: Language;
  readonly sentences: Sentences;
  readonly rules: readonly Rule[];
  /** How grave the findings of a rule are as a rule. */
  severityOf(rule: Rule): Severity;
  readonly version: string;
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColored: boolean;
  readonly detail: 'quiet' | 'normal' | 'verbose';
}

/**
 * Runs laid out as a file: what comes before the first, what each adds, and what comes after the
 * last. A reporter may load what only some runs need, hence the promises.
 */
export interface Reporter {
  open(context: ReporterContext): string;
  report(run: Run, context: ReporterContext, index: number): Promise<string>;
  close(summary: Summary, context: ReporterContext): Promise<string | Uint8Array>;
}
