import type { Worker } from 'node:worker_threads';
import { startThread } from '../threads.ts';
import type { Answer, Settings, Task } from './tasks.ts';

/** Why a thread gave no answer. */
export type Failure = 'died' | 'hung';

/** A task with what is to be done with its answer, or with its failure. */
interface Job {
  readonly task: Task;
  readonly resolve: (answer: Answer | Failure) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** Memory of a thread, in MB: a report takes a hundredth of it. */
const memory = { maxOldGenerationSizeMb: 2048 };

/** Threads that answer tasks, one at a time each. A thread that dies or hangs is replaced. */
export class Pool {
  private readonly threads: Thread[] = [];
  private readonly waiting: Job[] = [];
  private readonly settings: Settings;
  private readonly milliseconds: number;

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
    const thread: Thread = { worker, job: null, timer: null };
    const failed = (): void => this.replace(thread, 'died');
    worker.on('message', (answer: Answer) => {
      this.settle(thread, answer);
      this.next(thread);
    });
    worker.on('error', failed).on('exit', failed);
    return thread;
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
    thread.worker.removeAllListeners();
    thread.worker.on('error', () => {});
    void thread.worker.terminate();
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
    return new Promise((resolve) => {
      this.waiting.push({ task, resolve });
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
