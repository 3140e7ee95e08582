/**
 * /export/FORMAT: a query as a table in a file. What is wrong is answered in words for as long as nothing has been
 * sent; after that the connection is cut, so that no part of a file passes for the whole.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApolloServer } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import type { Database } from '../../store/database.js';
import type { Context } from '../context.js';
import type { About } from '../download/about.js';
import { formats, isTableFormat, type FileFormat, type TextFormat } from '../download/formats.js';
import { NotAnswered } from '../download/page-reading.js';
import { tableOf, type Table } from '../download/table.js';
import { formatError, type Log } from '../errors.js';
import { Moment } from '../moment.js';
import type { Settings } from '../settings.js';
import type { Concurrency } from './concurrency.js';
import { downloadAsked, filenameOf, type DownloadAsked } from './download-asked.js';
import { etagOf, names } from './etag.js';
import type { Metrics } from './metrics.js';

export interface DownloadParts {
  settings: Settings;
  database: Database;
  graphql: ApolloServer<Context>;
  concurrency: Concurrency;
  metrics: Metrics;
  log: Log;
}

/** What a browser may show to a page of an allowed origin. */
export const downloadHeaders = [
  'ETag',
  'Content-Disposition',
  'X-Gongkai-Data-Version',
  'X-Gongkai-Rows',
  'X-Gongkai-Citation',
  'X-Gongkai-Licence',
];

export function tableDownloads(parts: DownloadParts): RequestHandler {
  const { settings, database, concurrency, metrics, log } = parts;
  return async (request, response) => {
    const format = String(request.params['format']);
    const failed = (error: unknown): void => {
      // Who went away is told nothing.
      const errors = response.destroyed ? [] : errorsOf(error, log);
      metrics.downloaded(isTableFormat(format) ? format : 'none', codeOf(errors) ?? 'gone');
      if (response.headersSent || errors.length === 0) response.destroy();
      else refuse(response, errors);
    };
    if (!concurrency.takes(response)) {
      metrics.turnedAway('OVERLOADED');
      response.set({ 'Retry-After': '5', 'Cache-Control': 'no-store' });
      response.status(concurrency.refusal.status).json(concurrency.refusal.body);
      return;
    }
    const moment = new Moment(database, settings.downloadTimeout);
    const late = setTimeout(() => response.headersSent && response.destroy(), settings.downloadTimeout);
    response.once('close', () => {
      clearTimeout(late);
      void moment.end();
    });
    try {
      const asked = downloadAsked(format, request);
      if (request.method !== 'POST' && (await isHeld(request, response, asked, moment, settings))) return;
      const { dataLicence: licence, downloadRowLimit: rowLimit, complexityLimit } = settings;
      const table = await tableOf({ server: parts.graphql, moment }, asked.table, {
        complexityLimit,
        rowLimit,
        licence,
      });
      await send(request, response, asked, table, () => moment.end());
      metrics.downloaded(asked.format, 'ok');
    } catch (error) {
      failed(error);
    }
  };
}

/** Who holds the file of this version of the data already is told so. */
async function isHeld(
  request: Request,
  response: Response,
  { format, table, options, filename }: DownloadAsked,
  moment: Moment,
  { cacheControl }: Settings,
): Promise<boolean> {
  const { query, operationName = '', ...rest } = table;
  const variables = { format, ...rest, ...options, filename };
  const etag = etagOf(await moment.dataVersion(), { query, operationName, variables });
  response.set({ ETag: etag, 'Cache-Control': cacheControl });
  response.vary('Origin');
  if (!names(request.headers['if-none-match'], etag)) return false;
  response.status(304).end();
  return true;
}

async function send(
  request: Request,
  response: Response,
  asked: DownloadAsked,
  table: Table,
  isRead: () => Promise<void>,
): Promise<void> {
  const format = formats[asked.format];
  const begin = (): void => {
    const { about, count } = table;
    response.attachment(filenameOf(asked, about.title, about.dataVersion));
    response.set({ 'Content-Type': format.mediaType, ...headersOf(about) });
    if (count !== null) response.set('X-Gongkai-Rows', String(count));
  };
  if (request.method === 'HEAD') {
    begin();
    response.end();
  } else if (format.kind === 'text') await sendText(response, format.text(table, asked.options), begin);
  else await sendFile(response, (path) => format.write(table, path, asked.options), begin, isRead);
}

/** The first piece is there before anything is sent: until then it can be refused in words. */
async function sendText(response: Response, pieces: ReturnType<TextFormat['text']>, begin: () => void): Promise<void> {
  const first = await pieces.next();
  begin();
  async function* all(): AsyncGenerator<string> {
    if (first.done !== true) yield first.value;
    yield* pieces;
  }
  await pipeline(Readable.from(all(), { objectMode: true, highWaterMark: 1 }), response);
}

async function sendFile(
  response: Response,
  write: (path: string) => ReturnType<FileFormat['write']>,
  begin: () => void,
  isRead: () => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-download-'));
  try {
    const path = join(folder, 'table');
    await write(path);
    await isRead();
    begin();
    response.set('Content-Length', String((await stat(path)).size));
    await pipeline(createReadStream(path), response);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A header holds ASCII: everything else is written as in an address, %E5%85%AC. */
const asHeader = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[^ -~]+/gu, encodeURIComponent);

const headersOf = ({ dataVersion, citation, licence }: About): Record<string, string> => ({
  'X-Gongkai-Data-Version': dataVersion,
  'X-Gongkai-Citation': asHeader(citation),
  'X-Gongkai-Licence': asHeader(licence),
});

function errorsOf(error: unknown, log: Log): readonly GraphQLFormattedError[] {
  if (error instanceof NotAnswered) return error.errors;
  return [formatError({ message: error instanceof Error ? error.message : String(error) }, error, log)];
}

const codeOf = (errors: readonly GraphQLFormattedError[]): string | undefined =>
  errors[0] && String(errors[0].extensions?.['code']);

const statuses: Record<string, number> = { INTERNAL: 500, TIMEOUT: 503, OVERLOADED: 503 };

function refuse(response: Response, errors: readonly GraphQLFormattedError[]): void {
  for (const name of ['ETag', 'Content-Disposition']) response.removeHeader(name);
  response
    .status(statuses[codeOf(errors) ?? ''] ?? 400)
    .set('Cache-Control', 'no-store')
    .json({ errors });
}
