/** GraphQL with its guards, over HTTP or within the program. */
import {
  ApolloServer,
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { Database } from '../store/database.js';
import { Context } from './context.js';
import { Documents } from './documents.js';
import { formatError, type Log } from './errors.js';
import { executed } from './executor.js';
import { assertComplexity } from './limits/complexity.js';
import { assertDepth } from './limits/depth.js';
import { Moment } from './moment.js';
import { schema } from './schema.js';
import type { Settings } from './settings.js';

/** The limits that hold for a query wherever it comes from. */
export type QueryLimits = Pick<Settings, 'depthLimit' | 'tokenLimit' | 'complexityLimit' | 'requestTimeout'>;

/** Refuses what would cost too much before anything is read. */
function guards({ depthLimit, complexityLimit }: QueryLimits): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation({ document, operation, request, schema }) {
      if (document === undefined || operation == null) return;
      if (schema.getRootType(operation.operation) == null)
        throw new GraphQLError(`There is no ${operation.operation} here: the API answers queries.`, {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        });
      assertDepth(document, depthLimit);
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      // Variables of the wrong type are refused by the executor, in its own words.
      if (coerced !== undefined) assertComplexity({ schema, document, operation, variables: coerced }, complexityLimit);
    },
  };
  return { requestDidStart: async () => listener };
}

/**
 * Every answer says in its extensions which version of the data it is of, those with errors too, unless not even that
 * can be read any more; for a query that is refused nothing is read. Then the database is given back, however slowly
 * the answer is fetched.
 */
const versioning: GraphQLRequestListener<Context> = {
  async willSendResponse({ contextValue, response: { body } }) {
    const { plan } = contextValue.reader;
    if (body.kind === 'single' && plan !== null)
      body.singleResult.extensions = { ...body.singleResult.extensions, plan: [...plan] };
    if (body.kind === 'single' && body.singleResult.data !== undefined) {
      const version = await contextValue.dataVersion().catch(() => null);
      if (version !== null) body.singleResult.extensions = { ...body.singleResult.extensions, dataVersion: version };
    }
    void contextValue.end();
  },
};
const versionedAndReleased: ApolloServerPlugin<Context> = { requestDidStart: async () => versioning };

/** An operation that nothing is wrong with, as far as can be told before something is read. */
export interface Checked {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Of a request that is checked and not answered. */
class Checking extends Context {
  readonly passed: { as?: Checked } = {};
}

const checkedOnly: GraphQLRequestListener<Context> = {
  async responseForOperation({ contextValue, document, operation }) {
    if (!(contextValue instanceof Checking)) return null;
    contextValue.passed.as = { document, operation };
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
  },
};
const checking: ApolloServerPlugin<Context> = { requestDidStart: async () => checkedOnly };

/** The schema with what answers it: the server takes an executor of its own in this form alone. */
function executing(schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    onSchemaLoadOrUpdate(told) {
      told({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        if (!(context instanceof Context)) throw new TypeError('a request without its context');
        return executed(schema, { document, operation, variables: request.variables ?? {}, context });
      },
    }),
    stop: async () => undefined,
  };
}

export interface GraphqlServerOptions {
  limits: QueryLimits;
  introspection: boolean;
  log: Log;
  plugins?: ApolloServerPlugin<Context>[];
}

/** Started, and to be stopped. */
export async function startGraphqlServer(options: GraphqlServerOptions): Promise<ApolloServer<Context>> {
  const { limits, introspection, log, plugins = [] } = options;
  const server = new ApolloServer<Context>({
    gateway: executing(await schema()),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokenLimit },
    documentStore: new Documents(),
    formatError: (formatted, error) => formatError(formatted, error, log),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log({ level: 'warn', message: String(message) }),
      error: (message: unknown) => log({ level: 'error', message: String(message) }),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      guards(limits),
      checking,
      ...plugins,
      versionedAndReleased,
    ],
  });
  await server.start();
  return server;
}

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Runs a document within the program; the limits are the server's. */
export async function ask(
  server: ApolloServer<Context>,
  database: Database,
  asked: Asked,
  requestTimeout: number,
): Promise<Answer> {
  const contextValue = new Context(new Moment(database, requestTimeout));
  try {
    return await answered(server, contextValue, asked);
  } finally {
    await contextValue.end();
  }
}

/** Several documents of one moment of the database, which whoever made the moment ends. */
export interface AskedTogether {
  ask: (asked: Asked) => Promise<Answer>;
  /** What /graphql would refuse before it reads is refused here, in the same words. */
  check: (asked: Asked) => Promise<Checked | { errors: readonly GraphQLFormattedError[] }>;
}

export function within(server: ApolloServer<Context>, moment: Moment): AskedTogether {
  return {
    ask: (asked) => answered(server, new Context(moment, true), asked),
    async check(asked) {
      const context = new Checking(moment, true);
      const { errors = [] } = await answered(server, context, asked);
      return context.passed.as ?? { errors };
    },
  };
}

async function answered(server: ApolloServer<Context>, contextValue: Context, asked: Asked): Promise<Answer> {
  const { query, variables, operationName } = asked;
  const { body } = await server.executeOperation<Record<string, unknown>>(
    { query, variables, operationName },
    { contextValue },
  );
  if (body.kind !== 'single') throw new Error('an answer in parts, where one was asked for');
  const { data, errors } = body.singleResult;
  return { ...(data !== undefined && { data }), ...(errors !== undefined && { errors }) };
}

/** Runs one document on a database, as `gongkai query` does. */
export async function executeGraphql(database: Database, asked: Asked, limits: QueryLimits, log: Log): Promise<Answer> {
  const server = await startGraphqlServer({ limits, introspection: true, log });
  try {
    return await ask(server, database, asked, limits.requestTimeout);
  } finally {
    await server.stop();
  }
}
