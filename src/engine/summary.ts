import { countsOfRun, type Run, type Summary } from '../model/run.ts';

export const noRuns: Summary = {
  reports: 0,
  pass: 0,
  fail: 0,
  notAssessable: 0,
  errors: 0,
  warnings: 0,
  waived: 0,
};

/** A summary with one more run counted. */
export function withRun(summary: Summary, run: Run): Summary {
  const { errors, warnings, waived } = countsOfRun(run);
  return {
    reports: summary.reports + 1,
    pass: summary.pass + (run.verdict === 'pass' ? 1 : 0),
    fail: summary.fail + (run.verdict === 'fail' ? 1 : 0),
    notAssessable: summary.notAssessable + (run.verdict === 'not-assessable' ? 1 : 0),
    errors: summary.errors + errors,
    warnings: summary.warnings + warnings,
    waived: summary.waived + waived,
  };
}
