/**
 * /graphql. What programs usually send is taken straight from node's server, since the framework takes longer over it
 * than the answer does; everything else (pages of other origins, packed bodies, other methods) comes through the
 * framework. Both are answered in the same way.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { Database } from '../../store/database.js';
import { Context } from '../context.js';
import { Moment } from '../moment.js';
import type { Log } from '../errors.js';
import type { Settings } from '../settings.js';
import type { Concurrency } from './concurrency.js';
import { noJson, refusalOf } from './refusals.js';

export interface GraphqlParts {
  settings: Settings;
  database: Database;
  graphql: ApolloServer<Context>;
  concurrency: Concurrency;
  /** Told of each request that is turned away because there are too many. */
  overloaded: () => void;
  log: Log;
}

export interface GraphqlOverHttp {
  /** Takes a request that needs nothing of the framework, and says whether it did. */
  direct: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Turns away what is too much at once. */
  guard: RequestHandler;
  /** Answers what the framework has read. */
  handler: RequestHandler;
}

/** Asks how the query is answered: extensions.plan, where the schema can be asked for. */
const planHeader = 'x-gongkai-plan';

/** For so many milliseconds after an answer that something was written in, as an import does, none is tried so again. */
const restless = 5_000;

/** Names and values in turn. */
type Headers = string[];

/** @param headers of every answer, such as those that `headersSetBy` finds */
export function graphqlOverHttp(parts: GraphqlParts, headers: Headers): GraphqlOverHttp {
  const { settings, database, graphql, concurrency, overloaded, log } = parts;
  let restlessUntil = 0;

  /** Of a request that was taken. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { search, body }: { search: string; body: unknown },
    ownHeaders: Headers,
  ): Promise<void> {
    const asked = new HeaderMap();
    for (const name in request.headers) {
      const value = request.headers[name];
      if (value !== undefined) asked.set(name, typeof value === 'string' ? value : value.join(', '));
    }
    const explains = settings.introspection && asked.get(planHeader) !== undefined;
    if (isPlainGet(request))
      asked.set('apollo-require-preflight', asked.get('apollo-require-preflight') ?? 'plain GET');
    const begin = (isLoose: boolean): Context => {
      const context = new Context(new Moment(database, settings.requestTimeout, isLoose));
      if (explains) context.reader.explain();
      return context;
    };
    const execute = (context: Context): Promise<HTTPGraphQLResponse> =>
      graphql.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? 'GET', headers: asked, search, body },
        context: async () => context,
      });
    let context = begin(performance.now() >= restlessUntil);
    response.once('close', () => void context.end());
    let answered = await execute(context);
    if (await context.reader.isOfSeveral()) {
      restlessUntil = performance.now() + restless;
      answered = await execute((context = begin(false)));
    }
    const { status = 200, body: content } = answered;
    const all = [...ownHeaders];
    for (const [name, value] of answered.headers) all.push(name, value);
    if (content.kind !== 'complete') throw new Error('an answer in parts, where one was asked for');
    end(response, status, all, content.string);
  }

  const failed = (response: ServerResponse, error: unknown, ownHeaders: Headers): void =>
    refuse(response, refusalOf({ message: error instanceof Error ? error.message : String(error) }, log), ownHeaders);

  const tooMany = (response: ServerResponse, ownHeaders: Headers): void => {
    overloaded();
    refuse(response, concurrency.refusal, [...ownHeaders, 'Retry-After', '1']);
  };

  /** How the body's text is read, once it is there. */
  function receive(request: IncomingMessage, take: (body: string) => void): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => take((chunks[0] && chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString()));
    // Who goes away is not answered.
    request.on('error', () => undefined);
  }

  return {
    direct(request, response) {
      const search = searchOf(request);
      if (search === null || !needsNoFramework(request, settings)) return false;
      if (!concurrency.takes(response)) {
        tooMany(response, headers);
        return true;
      }
      const go = (body: unknown): void =>
        void answer(request, response, { search, body }, headers).catch((error: unknown) =>
          failed(response, error, headers),
        );
      if (request.method === 'GET') go(undefined);
      else
        receive(request, (text) => {
          const body = objectIn(text);
          if (body === null) refuse(response, noJson, headers);
          else go(body);
        });
      return true;
    },
    guard(_request, response, next) {
      if (concurrency.takes(response)) next();
      else tooMany(response, []);
    },
    handler(request, response, next) {
      const at = request.url.indexOf('?');
      const search = at < 0 ? '' : request.url.slice(at);
      answer(request, response, { search, body: request.body as unknown }, []).catch(next);
    },
  };
}

/** What a middleware sets that looks at nothing of the request. */
export function headersSetBy(
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
): Headers {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  middleware(request, response, () => undefined);
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
}

/** From the question mark on; null of another path. */
function searchOf({ url = '' }: IncomingMessage): string | null {
  if (url === '/graphql') return '';
  return url.startsWith('/graphql?') ? url.slice('/graphql'.length) : null;
}

const plainJson = /^application\/json(?:; ?charset=utf-8)?$/i;
/** Of programs: a browser that opens the address names text/html. */
const acceptedByPrograms = /^(?:\*\/\*|application\/(?:json|graphql-response\+json)(?:, ?\*\/\*)?)$/;

function needsNoFramework({ method, headers }: IncomingMessage, { corsOrigins, bodyLimit }: Settings): boolean {
  if (corsOrigins.length > 0) return false;
  if (method === 'GET')
    return (
      (headers.accept === undefined || acceptedByPrograms.test(headers.accept)) &&
      headers['content-length'] === undefined &&
      headers['transfer-encoding'] === undefined
    );
  const length = Number(headers['content-length'] ?? 0);
  return (
    method === 'POST' &&
    plainJson.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= bodyLimit
  );
}

/**
 * Programs and caches ask by a plain GET; only of a browser is it refused where another site makes it ask. Browsers
 * tell so themselves, and one too old to tell is not told from a program: a GET changes nothing here.
 */
function isPlainGet({ method, headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return method === 'GET' && (site === 'none' || site === 'same-origin');
}

/** Null where the text is no JSON, or not of an object or a list. */
function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
const byteOrderMark = 0xfeff;

const refuse = (
  response: ServerResponse,
  { status, body }: { status: number; body: unknown },
  headers: Headers,
): void =>
  end(
    response,
    status,
    [...headers, 'Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8'],
    JSON.stringify(body),
  );

function end(response: ServerResponse, status: number, headers: Headers, content: string): void {
  if (response.destroyed) return;
  if (status === 304) {
    response.writeHead(status, withoutContentType(headers)).end();
    return;
  }
  headers.push('Content-Length', String(Buffer.byteLength(content)));
  response.writeHead(status, headers).end(content);
}

function withoutContentType(headers: Headers): Headers {
  return headers.filter((_, at) => headers[at - (at % 2)]?.toLowerCase() !== 'content-type');
}
