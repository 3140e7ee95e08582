/** Everything that the inputs hold, in their order, read by one thread or by several. */
import { availableParallelism } from 'node:os';
import type { Stated } from '../reading/identify.js';
import { standardInput, type Input } from './inputs.js';
import { canHaveWorkers, thisThread, workers, type Readers } from './readers.js';
import { inOrder } from './in-order.js';
import type { Found, TaskSettings } from './task.js';
import { tasksOf } from './tasks.js';
import type { Terminal } from './terminal.js';

export interface Reading extends TaskSettings {
  stated: Stated;
  onBytes?: (bytes: number) => void;
}

/** Starting workers takes as long as reading a few documents, or some thousand lines. */
const fewDocuments = 12;
const fewBytes = 4 * 1024 * 1024;
const fewBytesOfLines = 16 * 1024 * 1024;

function readersFor(inputs: readonly Input[], settings: TaskSettings): Readers {
  const documents = inputs.filter(({ kind }) => kind !== 'lines');
  const bytesOf = (some: readonly Input[]): number => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = bytesOf(inputs.filter(({ kind }) => kind === 'lines'));
  const cores = availableParallelism();
  if (!canHaveWorkers()) return thisThread(settings);
  if (documents.length > fewDocuments || bytesOf(documents) > fewBytes) return workers(settings, cores);
  // To store lines is more work than to read them, so one core is left to that.
  return lines > fewBytesOfLines ? workers(settings, Math.max(1, cores - 1)) : thisThread(settings);
}

/** Stops between two documents when the terminal asks to. */
export async function* readInputs(
  inputs: readonly Input[],
  { stated, limits, purpose, onBytes }: Reading,
  terminal: Pick<Terminal, 'stdin' | 'stop'>,
): AsyncGenerator<Found> {
  const readers = readersFor(inputs, { limits, purpose });
  // Nobody may be writing to standard input when it is time to stop: it is not waited for. Where it is not read, nobody
  // would take the error.
  const reads = inputs.some(({ file }) => file === standardInput);
  const leave = (): void => void (reads && terminal.stdin.destroy(new Error('stopped')));
  terminal.stop.addEventListener('abort', leave, { once: true });
  try {
    const tasks = tasksOf(inputs, { stdin: terminal.stdin, limits, stated, onBytes });
    for await (const found of inOrder(tasks, (task) => readers.read(task), readers.atOnce)) {
      yield* found;
      if (terminal.stop.aborted) return;
    }
  } catch (error) {
    if (!terminal.stop.aborted) throw error;
  } finally {
    terminal.stop.removeEventListener('abort', leave);
    await readers.close();
  }
}
