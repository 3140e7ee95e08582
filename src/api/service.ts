/** The service over HTTP: started, and stopped so that what was accepted is answered. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Express } from 'express';
import type { Database } from '../store/database.js';
import type { Log } from './errors.js';
import { startGraphqlServer } from './graphql-server.js';
import { appOf, securityHeaders } from './http/app.js';
import { BulkFiles, bulkDownloads } from './http/bulk.js';
import { Concurrency } from './http/concurrency.js';
import { tableDownloads } from './http/downloads.js';
import { graphqlOverHttp, headersSetBy } from './http/graphql.js';
import { etags } from './http/etag.js';
import { metricsOf } from './http/metrics.js';
import { BadSetting, type Settings } from './settings.js';

export interface Service {
  app: Express;
  /** Listens on the host and port of the settings. */
  start: () => Promise<{ url: string }>;
  /** Takes no more, answers what was accepted, and is done. The database stays open: whoever opened it closes it. */
  stop: () => Promise<void>;
}

/** One JSON object a line, on standard error. */
export const logToStandardError: Log = (event) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
};

export async function createService(of: { settings: Settings; database: Database; log?: Log }): Promise<Service> {
  const { settings, database, log = logToStandardError } = of;
  let stopping = false;
  // Who sends a request slower than it may take to be answered is cut off.
  const { requestTimeout } = settings;
  const http = createServer({ requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: 1000 });
  const concurrency = new Concurrency(settings.concurrentRequests);
  const metrics = metricsOf(database, () => concurrency.inFlight);
  const server = await startGraphqlServer({
    limits: settings,
    introspection: settings.introspection,
    log,
    plugins: [
      ApolloServerPluginDrainHttpServer({
        httpServer: http,
        stopGracePeriodMillis: settings.shutdownTimeout,
      }),
      etags(settings.cacheControl),
      metrics.plugin,
    ],
  });
  // The pages of a download are no requests of anybody: they are neither counted nor given an ETag.
  const pages = await startGraphqlServer({ limits: settings, introspection: settings.introspection, log });
  const making = new Concurrency(settings.concurrentDownloads, 'downloads are being made');
  const tables = tableDownloads({ settings, database, graphql: pages, concurrency: making, metrics, log });
  const files = new BulkFiles(database, settings);
  const bulk = bulkDownloads({ files, settings, concurrency: making, log });
  const overloaded = (): void => metrics.turnedAway('OVERLOADED');
  const parts = { settings, database, graphql: server, concurrency, overloaded, log };
  const graphql = graphqlOverHttp(parts, headersSetBy(securityHeaders));
  const app = appOf({
    ...{ settings, database, graphql, concurrency, tables, bulk, metrics, log },
    isStopping: () => stopping,
  });
  // Express handles each request by itself; what it throws reaches its own error handler.
  http.on('request', (request, response) => {
    if (!graphql.direct(request, response)) void app(request, response);
  });
  const end = async (): Promise<void> => {
    await server.stop();
    await pages.stop();
    await files.close();
  };
  let stopped: Promise<void> | null = null;
  return {
    app,
    async start() {
      await listen(http, settings);
      return { url: urlOf(http, settings.host) };
    },
    stop() {
      stopping = true;
      return (stopped ??= end());
    },
  };
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: Error & { code?: string }): void => reject(whyNot(error, host, port));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve();
    });
  });
}

function whyNot(error: Error & { code?: string }, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new BadSetting(`PORT: ${port} is taken on ${host}. Stop what listens there, or set PORT to another.`);
    case 'EACCES':
      return new BadSetting(`PORT: ${port} may not be used by this user. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new BadSetting(`HOST: found 「${host}」, expected an address of this machine such as 127.0.0.1.`);
    default:
      return error;
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
