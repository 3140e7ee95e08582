/**
 * Who reads: this thread alone, or as many workers as there are cores where there is enough to read. A worker that
 * dies or takes too long over a document is replaced, and the document is one that could not be read.
 */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { perform, type Found, type Task, type TaskSettings } from './task.js';

export interface Readers {
  read(task: Task): Promise<Found[]>;
  /** How many tasks to have under way. */
  readonly atOnce: number;
  close(): Promise<void>;
}

export function thisThread(settings: TaskSettings): Readers {
  return { read: (task) => perform(task, settings), atOnce: 1, close: async () => undefined };
}

/** How long a document may take, in milliseconds: none that is honest comes near. */
const longest = 120_000;
/** Megabytes: enough for the largest document, and room for the young objects that reading makes by the million. */
const memoryOfWorker = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 };

const program = new URL('worker.js', import.meta.url);

/** Whether workers can be started: the program runs as it was built. */
export const canHaveWorkers = (): boolean => existsSync(program);

interface Job {
  task: Task;
  resolve: (found: Found[]) => void;
  reject: (error: Error) => void;
}

export function workers(settings: TaskSettings, count: number): Readers {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const working = new Map<Worker, { job: Job; timer: NodeJS.Timeout }>();
  let closed = false;

  function start(): void {
    const worker = new Worker(program, {
      workerData: settings,
      resourceLimits: memoryOfWorker,
    });
    worker.on('message', (answer: { found: Found[] } | { failed: string }) => {
      const at = working.get(worker);
      if (at === undefined) return;
      clearTimeout(at.timer);
      working.delete(worker);
      if ('found' in answer) at.job.resolve(answer.found);
      else at.job.reject(new Error(answer.failed));
      idle.push(worker);
      next();
    });
    worker.on('error', (error) => replace(worker, `the reader ended over it (${error.message})`));
    worker.on('exit', () => replace(worker, 'the reader ended over it'));
    idle.push(worker);
  }

  function replace(worker: Worker, why: string): void {
    const at = working.get(worker);
    working.delete(worker);
    const place = idle.indexOf(worker);
    if (place !== -1) idle.splice(place, 1);
    if (at === undefined && place === -1) return;
    if (at !== undefined) {
      clearTimeout(at.timer);
      at.job.resolve(unreadable(at.job.task, why));
    }
    if (closed) return;
    start();
    next();
  }

  function next(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.pop();
      const job = waiting.shift();
      if (worker === undefined || job === undefined) return;
      const timer = setTimeout(() => {
        replace(worker, `the reader took more than ${longest / 1000} seconds`);
        void worker.terminate();
      }, longest);
      working.set(worker, { job, timer });
      worker.postMessage(job.task);
    }
  }

  for (let at = 0; at < count; at++) start();
  return {
    atOnce: count * 4,
    // Whole reports of lines are read faster than they could be handed over and back.
    read: async (task) =>
      task.kind === 'lines' && settings.purpose === 'validate'
        ? perform(task, settings)
        : new Promise((resolve, reject) => {
            waiting.push({ task, resolve, reject });
            next();
          }),
    async close() {
      closed = true;
      await Promise.all([...idle, ...working.keys()].map((worker) => worker.terminate()));
    },
  };
}

function unreadable(task: Task, why: string): Found[] {
  const message = (what: string): string =>
    `found ${what} that could not be read: ${why}. Try it by itself, or in another format.`;
  if (task.kind === 'document') {
    const { file } = task;
    return [{ file, bad: { file, reason: 'DAMAGED_FILE', message: message('a document'), bytes: 0, content: null } }];
  }
  return task.lines.map(({ number, bytes: content }) => {
    const file = `${task.file}:${number}`;
    const words = message('one of several lines');
    return { file, bad: { file, reason: 'DAMAGED_FILE', message: words, bytes: content.length, content } };
  });
}
