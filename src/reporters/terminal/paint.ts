import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { ReporterContext } from '../reporter.ts';

export function painter(context: ReporterContext): ChalkInstance {
  return new Chalk({ level: context.isColored ? 1 : 0 });
}

/** A paragraph behind a sign, wrapped under itself. */
export function hanging(sign: string, text: string, width: number): string {
  const indent = 2 + stringWidth(sign) + 1;
  const wrapped = wrapAnsi(text, Math.max(20, width - indent), { hard: true });
  return `  ${sign} ${wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`)}\n`;
}
