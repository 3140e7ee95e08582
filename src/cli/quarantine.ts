/** `gongkai quarantine`: what could not be taken. `gongkai import --again` reads it once more. */
import { basename } from 'node:path';
import type { Settings } from '../api/settings.js';
import type { Database } from '../store/database.js';
import type { Stated } from '../reading/identify.js';
import { withStore } from './opened-store.js';
import type { DocumentTask } from './task.js';
import { status, type Terminal } from './terminal.js';
import { sentenceOf } from './validate.js';

export async function listQuarantine(json: boolean, settings: Settings, { stdout }: Terminal): Promise<number> {
  return withStore(settings, async (database) => {
    const { quarantined } = await import('../store/quarantine.js');
    const documents = await quarantined(database);
    for (const { path, reason, message, receivedAt, bytes } of documents) {
      const at = new Date(receivedAt).toISOString();
      await stdout.write(
        json
          ? `${JSON.stringify({ file: path, reason, message, receivedAt: at, bytes })}\n`
          : `${path}: ${sentenceOf({ reason, message })}\n`,
      );
    }
    if (!json && documents.length === 0) await stdout.write('Nothing is in quarantine.\n');
    return status.well;
  });
}

/** Every document in quarantine that was kept, to be read again. */
export async function* tasksOfQuarantine(database: Database, stated: Stated): AsyncGenerator<DocumentTask> {
  const { quarantined, quarantinedContent } = await import('../store/quarantine.js');
  for (const { id, path } of await quarantined(database)) {
    const bytes = await quarantinedContent(database, id);
    if (bytes === null) continue;
    const folders = path.split('/').slice(0, -1);
    yield { kind: 'document', file: path, name: basename(path), folders, content: { bytes }, stated };
  }
}
