import type { Worker } from 'node:worker_threads';
import { startThread } from '../threads.ts';
import { type Answer, ready, type Settings, type Task } from './tasks.ts';

/** Why a thread gave no answer. */
export type Failure = 'died' | 'hung';

/** No thread can be started: the system has no room for it. */
export class ThreadsError extends Error {
  override readonly name = 'ThreadsError';
}

/** A task with what is to be done with its answer, or with its failure. */
interface Job {
  readonly task: Task;
  readonly resolve: (answer: Answer | Failure) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** It has told that it can work: one that dies before would die again. */
  isReady: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** Memory of a thread, in MB: a report takes a hundredth of it. */
const memory = { maxOldGenerationSizeMb: 2048 };

function end({ worker, timer }: Thread): void {
  if (timer !== null) clearTimeout(timer);
  worker.removeAllListeners();
  worker.on('error', () => {});
  void worker.terminate();
}

/** Threads that answer tasks, one at a time each. A thread that dies or hangs is replaced. */
export class Pool {
  private readonly threads: Thread[] = [];
  private readonly waiting: Job[] = [];
  private readonly settings: Settings;
  private readonly milliseconds: number;
  private failure: ThreadsError | null = null;

  /** @param seconds how long a thread may take for a task */
  constructor(size: number, settings: Settings, seconds: number) {
    this.settings = settings;
    this.milliseconds = seconds * 1000;
    for (let i = 0; i < size; i++) this.threads.push(this.start());
  }

  private start(): Thread {
    const worker = startThread('auditWorker.cjs', './audit/worker.ts', {
      workerData: this.settings,
      resourceLimits: memory,
    });
    const thread: Thread = { worker, isReady: false, job: null, timer: null };
    const failed = (reason: unknown): void => {
      if (thread.isReady) this.replace(thread, 'died');
      else this.abandon(reason);
    };
    worker.on('message', (answer: Answer | typeof ready) => {
      if (answer === ready) thread.isReady = true;
      else {
        this.settle(thread, answer);
        this.next(thread);
      }
    });
    worker.on('error', failed).on('exit', failed);
    return thread;
  }

  /** Where one thread cannot be started the others are starved too: everything that waits fails. */
  private abandon(reason: unknown): void {
    const words = reason instanceof Error ? reason.message : `exit ${reason}`;
    this.failure ??= new ThreadsError(words);
    const jobs = [...this.threads.flatMap(({ job }) => job ?? []), ...this.waiting.splice(0)];
    for (const thread of this.threads.splice(0)) end(thread);
    for (const { reject } of jobs) reject(this.failure);
  }

  private settle(thread: Thread, answer: Answer | Failure): void {
    if (thread.timer !== null) clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = null;
    thread.timer = null;
    job?.resolve(answer);
  }

  private replace(thread: Thread, failure: Failure): void {
    const place = this.threads.indexOf(thread);
    if (place < 0) return;
    end(thread);
    const fresh = this.start();
    this.threads[place] = fresh;
    this.settle(thread, failure);
    this.next(fresh);
  }

  private next(thread: Thread): void {
    const job = thread.job === null ? this.waiting.shift() : undefined;
    if (job === undefined) return;
    thread.job = job;
    thread.timer = setTimeout(() => this.replace(thread, 'hung'), this.milliseconds);
    thread.worker.postMessage(job.task);
  }

  /** The answer to a task; a task waits until a thread is free. */
  ask(task: Task): Promise<Answer | Failure> {
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      const free = this.threads.find(({ job }) => job === null);
      if (free !== undefined) this.next(free);
    });
  }

  /** Ends all threads; tasks that were not answered stay so. */
  async close(): Promise<void> {
    const threads = this.threads.splice(0);
    for (const { worker } of threads) worker.removeAllListeners();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}
