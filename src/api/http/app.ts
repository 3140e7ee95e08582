/** The paths of the service. */
import { fileURLToPath } from 'node:url';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import { dataVersion, type Database } from '../../store/database.js';
import type { Log } from '../errors.js';
import type { Settings } from '../settings.js';
import type { Concurrency } from './concurrency.js';
import { consolidated, consolidatedPath } from './consolidated.js';
import type { GraphqlOverHttp } from './graphql.js';
import { downloadHeaders } from './downloads.js';
import type { Metrics } from './metrics.js';
import { precompressed } from './precompressed.js';
import { refusalOf, type RequestError } from './refusals.js';

/** The same place as seen from src/api/http and from dist/api/http. */
const built = (page: string): string => fileURLToPath(new URL(`../../../dist/${page}/`, import.meta.url));

interface Parts {
  settings: Settings;
  database: Database;
  graphql: GraphqlOverHttp;
  concurrency: Concurrency;
  /** /export/FORMAT. */
  tables: RequestHandler;
  /** The manifest and the parts of everything that was received. */
  bulk: RequestHandler;
  metrics: Metrics;
  log: Log;
  isStopping: () => boolean;
}

export function appOf(parts: Parts): Express {
  const { settings, database, graphql, concurrency, tables, bulk, metrics, log, isStopping } = parts;
  const app = express();
  app.disable('x-powered-by');
  // An ETag here is of what an answer follows from, never of its bytes.
  app.disable('etag');
  app.use(securityHeaders);

  app.get('/health/live', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const status = isStopping() ? 'stopping' : await readiness(database, log);
    response
      .status(status === 'ready' ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status });
  });
  app.get('/metrics', async (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });

  const graphiql = precompressed(built('graphiql'));
  app.get('/graphql', (request, response, next) => {
    if (!prefersHtml(request)) return next();
    response.vary('Accept');
    request.url = '/';
    graphiql(request, response, () => graphiqlNotBuilt(request, response, next));
  });
  app.use(
    '/graphql',
    ...allowed(settings, ['ETag']),
    graphql.guard,
    express.json({ limit: settings.bodyLimit }),
    graphql.handler,
  );
  app.use('/export', ...allowed(settings, downloadHeaders), express.json({ limit: settings.bodyLimit }));
  app.get(['/export/manifest.json', '/export/reports.ndjson', '/export/:part.ndjson'], (request, response, next) => {
    request.url = request.url.slice('/export'.length);
    return bulk(request, response, next);
  });
  app.get('/export/:format', tables);
  app.post('/export/:format', tables);

  app.get(consolidatedPath, consolidated(database, concurrency));

  app.get('/graphiql', (request, response, next) => {
    if (request.originalUrl.startsWith('/graphiql/')) next();
    else response.redirect('graphiql/');
  });
  app.use('/graphiql', graphiql, graphiqlNotBuilt);

  const dashboard = precompressed(built('dashboard'));
  app.use(dashboard);
  // The pages of the dashboard have addresses of their own, and are all the one file.
  app.get('/{*page}', (request, response, next) => {
    if (request.path !== '/' && !prefersHtml(request)) return next();
    response.vary('Accept');
    request.url = '/';
    dashboard(request, response, () => dashboardNotBuilt(request, response, next));
  });
  app.use((_request, response) => {
    response.status(404).json({ message: 'There is nothing here: the API is at /graphql, downloads at /export.' });
  });
  app.use(answerTo(log));
  return app;
}

/** For pages of the origins in the setting. */
function allowed({ corsOrigins: origin }: Settings, exposedHeaders: string[]): RequestHandler[] {
  return origin.length === 0 ? [] : [cors({ origin, methods: ['GET', 'POST'], exposedHeaders, maxAge: 3600 })];
}

/** What the pages may load: everything from here, nothing from elsewhere. GraphiQL sets styles inline. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
});

const prefersHtml = (request: Request): boolean => request.accepts(['json', 'html']) === 'html';

async function readiness(database: Database, log: Log): Promise<'ready' | 'unavailable'> {
  try {
    await dataVersion(database);
    return 'ready';
  } catch (error) {
    log({ level: 'error', message: 'The database did not answer.', error: String(error) });
    return 'unavailable';
  }
}

const notBuilt =
  (name: string): RequestHandler =>
  (request, response) => {
    const page = request.path === '/';
    response
      .status(page ? 503 : 404)
      .type('text/plain')
      .send(page ? `${name} is not built: run npm run build.` : 'There is no such file.');
  };
const graphiqlNotBuilt = notBuilt('GraphiQL');
const dashboardNotBuilt = notBuilt('The dashboard');

/** What went wrong before GraphQL was reached. */
function answerTo(log: Log): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: RequestError, _request, response, _next) => {
    const { status, body } = refusalOf(error, log);
    response.status(status).set('Cache-Control', 'no-store').json(body);
  };
}
