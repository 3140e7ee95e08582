/** The terminal of the running process. */
import type { WriteStream } from 'node:tty';
import { ReaderGone, type Output, type Terminal } from './terminal.js';

function outputOf(stream: NodeJS.WriteStream | WriteStream): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    write: (piece) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new ReaderGone());
        stream.write(piece, (error) => (error ? reject(new ReaderGone()) : resolve()));
      }),
  };
}

/** Ctrl-C asks to stop; a second one ends at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    environment: process.env,
    stop: stop.signal,
  };
}
