/** A worker of readers.ts: takes a task, gives what is in it. */
import { parentPort, workerData } from 'node:worker_threads';
import { perform, type Task, type TaskSettings } from './task.js';

const settings = workerData as TaskSettings; // given by readers.ts

parentPort?.on('message', (task: Task) => {
  perform(task, settings).then(
    (found) => parentPort?.postMessage({ found }),
    (error: unknown) => parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
