/** What is said of a request before GraphQL is reached: too large a body, one that is no JSON, something unforeseen. */
import type { Log } from '../errors.js';

export interface Refusal {
  status: number;
  body: { errors: { message: string; extensions: Record<string, unknown> }[] };
}

/** What the framework throws. */
export interface RequestError {
  status?: number;
  type?: string;
  limit?: number;
  message?: string;
}

export const refusal = (status: number, message: string, extensions: Record<string, unknown>): Refusal => ({
  status,
  body: { errors: [{ message, extensions }] },
});

export const noJson = refusal(400, 'The body is no JSON: send { "query": "…", "variables": { … } }.', {
  code: 'BAD_USER_INPUT',
});

export function refusalOf({ status = 500, type, limit, message }: RequestError, log: Log): Refusal {
  if (type === 'entity.too.large')
    return refusal(status, `The body is larger than ${limit} bytes, the most that is taken: send a shorter query.`, {
      code: 'BAD_USER_INPUT',
      limit,
    });
  if (type === 'entity.parse.failed') return { ...noJson, status };
  if (status < 500)
    return refusal(status, 'The request could not be read: send JSON in UTF-8.', { code: 'BAD_USER_INPUT' });
  log({ level: 'error', error: message ?? JSON.stringify({ status, type }) });
  return refusal(status, 'Something went wrong here that should not. Try again.', { code: 'INTERNAL' });
}
