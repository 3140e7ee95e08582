/** /metrics: how many requests with what outcome, how long they took, how much was read. No label holds what was asked. */
import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { dataVersion, type Database } from '../../store/database.js';
import type { Context } from '../context.js';
import { errorCodes } from '../errors.js';

export interface Metrics {
  plugin: ApolloServerPlugin<Context>;
  /** A request that was turned away before it was looked at. */
  turnedAway: (outcome: string) => void;
  /** A download that was sent, or why it was not. */
  downloaded: (format: string, outcome: string) => void;
  text: () => Promise<string>;
  contentType: string;
}

export function metricsOf(database: Database, inFlight: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'gongkai_graphql_requests_total',
    help: 'GraphQL requests by outcome: ok, or the code of the first error.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['ok', ...errorCodes]) requests.inc({ outcome }, 0);
  const downloads = new Counter({
    name: 'gongkai_downloads_total',
    help: 'Downloads by format and outcome: ok, or the code of the first error; gone: not taken to the end.',
    labelNames: ['format', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'gongkai_graphql_request_duration_seconds',
    help: 'How long GraphQL requests took.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'gongkai_graphql_requests_in_flight',
    help: 'GraphQL requests being worked on.',
    registers,
    collect() {
      this.set(inFlight());
    },
  });
  new Gauge({
    name: 'gongkai_statements_total',
    help: 'Statements that questions have read from the database.',
    registers,
    collect() {
      this.set(database.statements);
    },
  });
  new Gauge({
    name: 'gongkai_data_version',
    help: 'The version of the data; it moves with every change.',
    registers,
    async collect() {
      this.set(Number(await dataVersion(database)));
    },
  });
  return {
    plugin: {
      async requestDidStart() {
        const end = durations.startTimer();
        return {
          async willSendResponse({ response: { body } }) {
            end();
            const [error] = (body.kind === 'single' && body.singleResult.errors) || [];
            const code = error?.extensions?.['code'];
            requests.inc({ outcome: error === undefined ? 'ok' : typeof code === 'string' ? code : 'INTERNAL' });
          },
        };
      },
    },
    turnedAway: (outcome) => requests.inc({ outcome }),
    downloaded: (format, outcome) => downloads.inc({ format, outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
