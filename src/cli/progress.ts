/** A bar on standard error, where a person sees it. */
import { SingleBar } from 'cli-progress';
import type { Counts } from './intake.js';
import type { Terminal } from './terminal.js';

export interface Progress {
  advance(bytes: number): void;
  show(counts: Counts): void;
  end(): void;
}

const none: Progress = { advance: () => undefined, show: () => undefined, end: () => undefined };

/** @param bytes how much there is to read; 0 where it is not known */
export function progressOn({ stderr }: Pick<Terminal, 'stderr'>, bytes: number): Progress {
  if (!stderr.isTerminal) return none;
  const format = ' {bar} {percentage}% | {reports} reports, {quarantined} quarantined | {duration_formatted}';
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, etaBuffer: 100 });
  bar.start(Math.max(bytes, 1), 0, { reports: 0, quarantined: 0 });
  return {
    advance: (more) => bar.increment(more),
    show: ({ stored, revised, unchanged, quarantined }) =>
      bar.update({ reports: stored + revised + unchanged, quarantined: quarantined.length }),
    end: () => bar.stop(),
  };
}
