/**
 * GET answers carry an ETag of everything that they follow from: the data's version, the program's, the query, its
 * variables and the operation asked. Who holds the answer already gets 304, and nothing but the version is read.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';

const program = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

export function etagOf(
  version: string,
  asked: { query?: string; variables?: unknown; operationName?: string },
): string {
  const { query = '', variables = null, operationName = '' } = asked;
  const hash = createHash('sha256').update(JSON.stringify([program, version, query, variables, operationName]));
  return `"${hash.digest('base64url')}"`;
}

/** Whether If-None-Match names the tag; a weak one is as good. */
export function names(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')));
}

export function etags(cacheControl: string): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      if (request.http?.method !== 'GET') return;
      let etag: string | null = null;
      return {
        async responseForOperation() {
          etag = etagOf(await contextValue.dataVersion(), request);
          if (!names(request.http?.headers.get('if-none-match'), etag)) return null;
          return {
            http: { status: 304, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: null } },
          };
        },
        async willSendResponse({ response }) {
          const { body, http } = response;
          const whole = body.kind === 'single' && body.singleResult.errors === undefined;
          if (whole && etag !== null) http.headers.set('etag', etag);
          http.headers.set('cache-control', whole ? cacheControl : 'no-store');
          // Origin: of CORS, whose own header this takes the place of.
          http.headers.set('vary', 'Accept, Origin');
        },
      };
    },
  };
}
