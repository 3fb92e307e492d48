import { visibleLine } from '../messages/visible.ts';
import type { Reporter } from './reporter.ts';
import { resultOf } from './result.ts';

/** One report a line, each as in the `reports` of the JSON result, written as soon as it is known. */
export const ndjsonReporter: Reporter = {
  open: () => '',
  report: async (run, { sentences, lang }) => `${visibleLine(resultOf(run, sentences, lang))}\n`,
  close: async () => '',
};
