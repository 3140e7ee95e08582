import type { Settings } from '../api/settings.js';
import type { Database, DatabaseSettings } from '../store/database.js';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the store needs of the settings. */
export function storeSettings(settings: Settings): DatabaseSettings {
  return {
    url: settings.databaseUrl,
    replicaUrls: settings.databaseReplicaUrls,
    statementTimeout: settings.statementTimeout,
    readers: settings.databaseReaders,
  };
}

/** Opens the database, its schema brought up to date; the folder of a file of SQLite is made where it is missing. */
export async function openedStore(settings: Settings): Promise<Database> {
  const { openStore } = await import('../store/store.js');
  const path = /^sqlite:(?!:memory:)(.+)$/u.exec(settings.databaseUrl)?.[1];
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  return openStore(storeSettings(settings));
}

export async function withStore<T>(settings: Settings, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openedStore(settings);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
