import type { Reporter } from './reporter.ts';

/** What the result of a check can be written as. */
export const reporterNames = ['terminal', 'json', 'html'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** A reporter for one output, loaded when it is asked for; one that has to keep something keeps it in itself. */
export async function reporterFor(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'terminal':
      return (await import('./terminal/index.ts')).terminalReporter;
    case 'json':
      return (await import('./json.ts')).jsonReporter;
    case 'html':
      return (await import('./html/index.ts')).htmlReporter();
  }
}
