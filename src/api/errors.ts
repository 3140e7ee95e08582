/** Every error of an answer: a code of the contract and a sentence that says what to do. No SQL, no stack trace. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { BadQuestion } from '../store/bad-question.js';
import { StatementTimeout } from '../store/database.js';
import { RequestOver, RequestTimeout } from './limits/deadline.js';

export const errorCodes = [
  'BAD_USER_INPUT',
  'INVALID_CURSOR',
  'TOO_MANY_GROUPS',
  'QUERY_TOO_COMPLEX',
  'QUERY_TOO_DEEP',
  'TIMEOUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'OVERLOADED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Codes that the server gives by itself to what is wrong with a request before it is answered. */
const ofRequest = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The parser's own words. */
const tooManyTokens = /Document contains more (?:than|that) (\d+) tokens/;

export type Log = (event: Record<string, unknown>) => void;

/** The error as it is shown; what nobody expected is logged under the id that the answer names. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const { locations, path } = formatted;
  const at = { ...(locations && { locations }), ...(path && { path }) };
  const cause = causeOf(error);
  const shown = (message: string, code: ErrorCode, details: Record<string, unknown> = {}): GraphQLFormattedError => ({
    message,
    ...at,
    extensions: { code, ...details },
  });
  if (cause instanceof BadQuestion) return shown(cause.message, cause.code, cause.details);
  if (cause instanceof StatementTimeout)
    return shown(
      'This part of the query took too long to read and was stopped. Narrow it with where, or leave medians, change and asOf out.',
      'TIMEOUT',
    );
  if (cause instanceof RequestTimeout)
    return shown(
      `The query took more than ${cause.milliseconds} ms, so this part was not answered. Ask for less at once: fewer rows, or fewer fields.`,
      'TIMEOUT',
    );
  if (cause instanceof RequestOver) return shown('The request was given up before this was read.', 'TIMEOUT');
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && ofRequest.has(code)) {
    const tokens = tooManyTokens.exec(formatted.message);
    if (tokens)
      return shown(
        `The query has more than ${tokens[1]} tokens (names, brackets, numbers …). Ask for less at once, or use fragments.`,
        'QUERY_TOO_COMPLEX',
        { limit: Number(tokens[1]) },
      );
    // The validator stops where so many fields of one name must be compared that it would take too long.
    if (formatted.message === 'Validation aborted.')
      return shown(
        'The query asks for the same fields too many times in one place. Ask for each once.',
        'QUERY_TOO_COMPLEX',
      );
    return shown(formatted.message.trim(), 'BAD_USER_INPUT', { reason: code });
  }
  if (isCode(code)) return { message: formatted.message, ...at, extensions: formatted.extensions ?? {} };
  const id = randomUUID();
  log({ level: 'error', id, error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  return shown(
    `Something went wrong here that should not. Try again; if it stays, report it with this id: ${id}.`,
    'INTERNAL',
    { id },
  );
}

function isCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code);
}

/** The innermost error: GraphQL wraps what a resolver throws. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError != null) cause = cause.originalError;
  return cause;
}
