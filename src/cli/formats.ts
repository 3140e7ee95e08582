/** The formats of answers and exports that this version writes. */
import { tableFormats } from '../api/download/formats.js';
import { WrongUsage } from './terminal.js';

export const queryFormats = tableFormats;
export const exportFormats = ['ndjson', ...tableFormats] as const;

export function assertFormat<Name extends string>(format: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === format);
  if (found === undefined) throw new WrongUsage(`--format ${format}: this version writes ${known.join(', ')}.`);
  return found;
}
