import { visibleJson } from '../messages/visible.ts';
import type { Reporter } from './reporter.ts';
import { resultOf } from './result.ts';

function indented(value: unknown, depth: number): string {
  return visibleJson(value).replaceAll('\n', `\n${' '.repeat(depth)}`);
}

/** The result as JSON, written report by report so that nothing has to be kept. */
export const jsonReporter: Reporter = {
  open: ({ version }) =>
    `{\n  "version": 1,\n  "tool": ${indented({ name: 'giar', version }, 2)},\n  "reports": [`,
  report: async (run, { sentences, lang }, index) =>
    `${index === 0 ? '' : ','}\n    ${indented(resultOf(run, sentences, lang), 4)}`,
  close: async (summary) => `\n  ],\n  "summary": ${indented(summary, 2)}\n}\n`,
};
