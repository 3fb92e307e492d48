import type { Progress } from '../host/audit/audit.ts';
import type { Shell } from './shell.ts';

/** How far an audit has come, for the person at the terminal. */
export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

/** Milliseconds between two lines: often enough to be seen moving, seldom enough for a log. */
const onTerminal = 100;
const inLog = 10_000;

function clock(seconds: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const hours = seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : '';
  return `${hours}${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/**
 * Done, rate, time left, findings so far, on stderr: one line that is written over on a terminal, a
 * line now and then elsewhere. It is the only output that looks at the clock.
 */
export function progressFor(files: number, total: number, shell: Shell): ProgressLine {
  const isTerminal = process.stderr.isTTY === true;
  const start = Date.now();
  let last = start;
  const line = ({ reports, files: done, bytes, errors }: Progress): string => {
    const seconds = Math.max(0.001, (Date.now() - start) / 1000);
    const share = total === 0 ? 1 : Math.min(1, bytes / total);
    const left = share === 0 ? 0 : (seconds / share) * (1 - share);
    const values: Readonly<Record<string, string>> = {
      percent: String(Math.floor(share * 100)),
      done: String(done),
      files: String(files),
      reports: String(reports),
      rate: String(Math.round(reports / seconds)),
      left: clock(left),
      errors: String(errors),
    };
    return shell.texts.progress.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
  };
  return {
    show(progress) {
      const now = Date.now();
      if (now - last < (isTerminal ? onTerminal : inLog)) return;
      last = now;
      process.stderr.write(isTerminal ? `\r\u001b[2K${line(progress)}` : `${line(progress)}\n`);
    },
    clear() {
      if (isTerminal) process.stderr.write('\r\u001b[2K');
    },
  };
}
