/** Where a command runs: what it reads and writes, and the environment that its settings come from. */
import type { Readable } from 'node:stream';

/** A stream of output that can be waited for. */
export interface Output {
  write(piece: string | Uint8Array): Promise<void>;
  /** Whether a person sees it as it comes. */
  readonly isTerminal: boolean;
}

export interface Terminal {
  stdin: Readable;
  /** Results. */
  stdout: Output;
  /** Progress, warnings and errors. */
  stderr: Output;
  environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user asks to stop: what was begun is finished, nothing more is begun. */
  stop: AbortSignal;
}

/** The reader of our output went away, as `head` does: there is nobody left to write for. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** The command was not given as it can be run: status 2. The message says what to do. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Status of a command. */
export const status = { well: 0, someInputBad: 1, wrongUsage: 2, interrupted: 130 } as const;
