/** The formats of answers and exports that this version writes. */
import { WrongUsage } from './terminal.js';

export const queryFormats = ['json'] as const;
export const exportFormats = ['ndjson'] as const;

export function assertFormat(format: string, known: readonly string[]): void {
  if (!known.includes(format)) throw new WrongUsage(`--format ${format}: this version writes ${known.join(', ')}.`);
}
