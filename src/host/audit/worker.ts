import { parentPort, workerData } from 'node:worker_threads';
import { answer } from './answer.ts';
import { ready, type Settings, type Task } from './tasks.ts';

const settings: Settings = workerData;

/** The memory of these arrays is handed over, not copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    return value.buffer instanceof ArrayBuffer && value.byteLength > 0 ? [value.buffer] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersIn);
}

parentPort?.on('message', async (task: Task) => {
  const made = await answer(task, settings);
  parentPort?.postMessage(made, [...new Set(buffersIn(made))]);
});
parentPort?.postMessage(ready);
