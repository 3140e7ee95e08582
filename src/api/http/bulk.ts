/**
 * /export/manifest.json, /export/reports.ndjson and its parts: everything that was received, as files. They are made
 * when somebody asks after a change of the data, once for all who ask meanwhile, and then lie ready.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { dataVersion, type Database } from '../../store/database.js';
import { manifestName, wholeName, writeBulk, type Hashed, type Manifest } from '../download/bulk.js';
import { formatError, type Log } from '../errors.js';
import { RequestTimeout } from '../limits/deadline.js';
import type { Settings } from '../settings.js';
import type { Concurrency } from './concurrency.js';
import { names } from './etag.js';

interface Made {
  folder: string;
  manifest: Manifest;
}

export class BulkFiles {
  private made: Made | null = null;
  private making: Promise<Made> | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Of the data as they are. */
  async newest(): Promise<Made> {
    if (this.made?.manifest.dataVersion === (await dataVersion(this.database))) return this.made;
    this.making ??= this.make().finally(() => (this.making = null));
    return this.making;
  }

  /** Of the manifest that was given last, so that its parts are those that it tells of. */
  async last(): Promise<Made> {
    return this.made ?? this.newest();
  }

  private async make(): Promise<Made> {
    const { downloadTimeout, dataLicence } = this.settings;
    const end = Date.now() + downloadTimeout;
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bulk-'));
    const snapshot = await this.database.snapshot();
    try {
      const manifest = await writeBulk(snapshot, folder, dataLicence, () => this.closed || Date.now() > end);
      if (manifest === null) throw new RequestTimeout(downloadTimeout);
      const before = this.made;
      this.made = { folder, manifest };
      // What is being read of the files before is read to its end.
      if (before !== null) await remove(before.folder);
      return this.made;
    } catch (error) {
      await remove(folder);
      throw error;
    } finally {
      await snapshot.release();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.making?.catch(() => undefined);
    if (this.made !== null) await remove(this.made.folder);
    this.made = null;
  }
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

interface Parts {
  files: BulkFiles;
  settings: Settings;
  concurrency: Concurrency;
  log: Log;
}

export function bulkDownloads({ files, settings, concurrency, log }: Parts): RequestHandler {
  return async (request, response) => {
    if (!concurrency.takes(response)) {
      const { status, body } = concurrency.refusal;
      response.set({ 'Retry-After': '5', 'Cache-Control': 'no-store' }).status(status).json(body);
      return;
    }
    const name = request.path.slice(1);
    /** False to who holds the file already. */
    const isWanted = ({ sha256 }: Hashed, { dataVersion: version }: Manifest): boolean => {
      const etag = `"${sha256}"`;
      response.set({ ETag: etag, 'Cache-Control': settings.cacheControl, 'X-Gongkai-Data-Version': version });
      response.vary('Origin');
      if (names(request.headers['if-none-match'], etag)) {
        response.status(304).end();
        return false;
      }
      const json = name === manifestName ? 'application/json' : 'application/x-ndjson';
      response.set('Content-Type', `${json}; charset=utf-8`);
      return true;
    };
    try {
      if (name === manifestName || name === wholeName) {
        const made = await files.newest();
        if (!isWanted(made.manifest.whole, made.manifest)) return;
        if (name === manifestName) response.json(made.manifest);
        else await sendWhole(response, made, request.method === 'HEAD');
        return;
      }
      const { folder, manifest } = await files.last();
      const part = manifest.parts.find((one) => one.name === name);
      if (part === undefined) {
        response.status(404).json({ message: `There is no ${name}: ${manifestName} lists the parts.` });
        return;
      }
      if (isWanted(part, manifest)) await sendPart(response, join(folder, name));
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else refuse(response, error, log);
    }
  };
}

async function sendWhole(response: Response, { folder, manifest }: Made, headersAlone: boolean): Promise<void> {
  response.set('Content-Length', String(manifest.whole.bytes));
  if (headersAlone) {
    response.end();
    return;
  }
  async function* pieces(): AsyncGenerator<Buffer> {
    for (const { name } of manifest.parts)
      for await (const piece of createReadStream(join(folder, name))) yield piece as Buffer;
  }
  await pipeline(Readable.from(pieces(), { objectMode: false }), response);
}

/** In pieces too, for who goes on where a transfer broke off. */
function sendPart(response: Response, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(path, { etag: false, lastModified: false, cacheControl: false }, (error?: Error) =>
      error ? reject(error) : resolve(),
    );
  });
}

function refuse(response: Response, error: unknown, log: Log): void {
  const shown = formatError({ message: String(error) }, error, log);
  for (const name of ['ETag', 'X-Gongkai-Data-Version']) response.removeHeader(name);
  response
    .status(shown.extensions?.['code'] === 'TIMEOUT' ? 503 : 500)
    .set('Cache-Control', 'no-store')
    .json({ errors: [shown] });
}
