import type { Worker } from 'node:worker_threads';
import type { Document } from '../model/document.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { startThread } from './threads.ts';

/** What the thread is asked: one document at a time. */
export interface PdfRequest {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

/** Memory of a thread, in MB: far more than a report needs, and no harm to the machine. */
const memory = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Threads that wait for a document, so that only the first of many pays for the start. */
const idle: Worker[] = [];

/** A thread that fails while nobody waits for it is forgotten. */
function watched(worker: Worker): Worker {
  const forget = () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  };
  return worker.on('error', forget).on('exit', forget);
}

function start(): Worker {
  // What pdfjs may print belongs to no output of the program.
  const quiet = { stdout: true, stderr: true, env: {}, resourceLimits: memory };
  return watched(startThread('pdfWorker.mjs', './pdfWorker.ts', quiet));
}

function takeWorker(): Worker {
  const worker = idle.pop() ?? start();
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  worker.unref();
  idle.push(worker);
}

function reasonOf(error: unknown): string | { zh: string; en: string } {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { zh: '占用内存过多', en: 'it takes too much memory' };
  }
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads a PDF in a thread of its own. One that is not read within `limits.seconds`, or that takes
 * too much memory, ends with its thread and a problem.
 */
export function readPdfIsolated(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Document | Problem> {
  const { source, limits } = options;
  return new Promise((resolve) => {
    const worker = takeWorker();
    const settle = (result: Document | Problem) => {
      clearTimeout(timer);
      worker.off('message', read).off('error', failed).off('exit', ended);
      resolve(result);
    };
    const read = (result: Document | Problem) => {
      settle(result);
      giveBack(worker);
    };
    const failed = (error: unknown) => {
      settle(problem('document-broken', { format: 'PDF', reason: reasonOf(error) }, source));
    };
    const ended = () => failed(new Error('the thread ended'));
    const timer = setTimeout(() => {
      settle(problem('reader-timeout', { seconds: String(limits.seconds) }, source));
      void worker.terminate();
    }, limits.seconds * 1000);
    worker.on('message', read).on('error', failed).on('exit', ended);
    const request: PdfRequest = { bytes, options };
    worker.postMessage(request);
  });
}
