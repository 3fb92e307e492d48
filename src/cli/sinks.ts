import { appendFile } from 'node:fs/promises';
import { visible } from '../messages/visible.ts';
import { type Shell, UsageError } from './shell.ts';

/** Where one output goes: written piece by piece, finished, then shown all at once or dropped. */
export interface Sink {
  write(content: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  show(): Promise<void>;
  /** Nothing where it was shown. */
  drop(): Promise<void>;
}

const nothing = async (): Promise<void> => {};

export function stdoutSink(shell: Shell): Sink {
  return {
    write: (content) => shell.write(content),
    finish: nothing,
    show: nothing,
    drop: nothing,
  };
}

function unwritable(file: string, error: unknown, { texts }: Shell): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const text = texts.outputFailed.replace('{file}', () => file);
  return new UsageError(text.replace('{reason}', () => code));
}

/** A file that appears, or takes the place of another, when it is shown. @throws UsageError where it cannot be written */
export async function fileSink(name: string, shell: Shell): Promise<Sink> {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw unwritable(name, error, shell);
    }
  };
  const { WholeFile } = await import('../host/wholeFile.ts');
  const file = await told(WholeFile.replacing(name));
  let isShown = false;
  return {
    write: (content) => told(file.write(content)),
    finish: () => told(file.finish()),
    async show() {
      await told(file.show());
      isShown = true;
      shell.tell(`giar: ${shell.texts.outputWritten.replace('{file}', () => visible(name))}`);
    },
    drop: async () => (isShown ? undefined : file.drop()),
  };
}

/** GitHub takes no longer summary of a step than 1 MiB, whoever adds to it. */
const longestSummary = 900 * 1024;

/** The summary of a step on GitHub, to which it is added; what is too long is cut after a whole line. */
export function summarySink(name: string, shell: Shell): Sink {
  const pieces: Uint8Array[] = [];
  return {
    async write(content) {
      pieces.push(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    },
    finish: nothing,
    async show() {
      const whole = Buffer.concat(pieces);
      const end = whole.lastIndexOf('\n', longestSummary) + 1;
      const shown = whole.length > longestSummary ? whole.subarray(0, end) : whole;
      try {
        await appendFile(name, shown);
      } catch (error) {
        throw unwritable(name, error, shell);
      }
    },
    drop: nothing,
  };
}
