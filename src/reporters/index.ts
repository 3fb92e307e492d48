import type { Reporter } from './reporter.ts';

/** What the result of a check can be written as. */
export const reporterNames = ['terminal', 'json', 'html', 'xlsx'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** Formats that are no text, which a terminal would only choke on. */
export const binaryReporters: readonly ReporterName[] = ['xlsx'];

/** A reporter for one output, loaded when it is asked for; one that has to keep something keeps it in itself. */
export async function reporterFor(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'terminal':
      return (await import('./terminal/index.ts')).terminalReporter;
    case 'json':
      return (await import('./json.ts')).jsonReporter;
    case 'html':
      return (await import('./html/index.ts')).htmlReporter();
    case 'xlsx':
      return (await import('./xlsx/index.ts')).xlsxReporter();
  }
}
