/** The version of the data that the newest answer was read from. */
import { useSyncExternalStore } from 'react';

let version = '';
const listeners = new Set<() => void>();

export function tellDataVersion(told: string): void {
  if (told === '' || told === version) return;
  version = told;
  for (const listener of listeners) listener();
}

export const useDataVersion = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
  );
