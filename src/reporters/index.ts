import type { Reporter } from './reporter.ts';

/** What the result of a check can be written as. */
export const reporterNames = [
  'terminal',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'github',
  'markdown',
  'csv',
  'html',
  'xlsx',
] as const;
export type ReporterName = (typeof reporterNames)[number];

/** Formats that are no text, which a terminal would only choke on. */
export const binaryReporters: readonly ReporterName[] = ['xlsx'];

export function isReporterName(name: string): name is ReporterName {
  return reporterNames.some((each) => each === name);
}

/** A reporter for one output, loaded when it is asked for; one that has to keep something keeps it in itself. */
export async function reporterFor(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'terminal':
      return (await import('./terminal/index.ts')).terminalReporter;
    case 'json':
      return (await import('./json.ts')).jsonReporter;
    case 'ndjson':
      return (await import('./ndjson.ts')).ndjsonReporter;
    case 'sarif':
      return (await import('./sarif/index.ts')).sarifReporter();
    case 'junit':
      return (await import('./junit/index.ts')).junitReporter;
    case 'github':
      return (await import('./github.ts')).githubReporter;
    case 'markdown':
      return (await import('./markdown/index.ts')).markdownReporter();
    case 'csv':
      return (await import('./csv.ts')).csvReporter;
    case 'html':
      return (await import('./html/index.ts')).htmlReporter();
    case 'xlsx':
      return (await import('./xlsx/index.ts')).xlsxReporter();
  }
}
