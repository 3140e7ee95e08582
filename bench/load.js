/** Ten connections that ask without a pause: how fast and how evenly they are answered. */
import autocannon from 'autocannon';

export const connections = 10;
const headers = { 'content-type': 'application/json' };

/**
 * @param bodies what each of the connections asks in turn: lists of JSON texts
 * @returns answers a second, and milliseconds that half and 99 of a hundred wait at most; failed: answers with errors
 */
export async function load(url, bodies, seconds) {
  const connection = bodies.map((texts) => texts.map((body) => ({ method: 'POST', headers, body })));
  let next = 0;
  const waited = [];
  const running = autocannon({
    url,
    connections: bodies.length,
    duration: seconds,
    setupClient: (client) => client.setRequests(connection[next++ % connection.length]),
    verifyBody: (body) => !body.startsWith('{"errors"'),
  });
  running.on('response', (_client, _status, _bytes, milliseconds) => waited.push(milliseconds));
  const { requests, non2xx, mismatches } = await running;
  waited.sort((one, other) => one - other);
  const quantile = (of) => waited[Math.min(waited.length - 1, Math.floor(of * waited.length))] ?? Infinity;
  return { rate: requests.average, p50: quantile(0.5), p99: quantile(0.99), failed: non2xx + mismatches };
}

/** The same for all. */
export const always = (query) => Array(connections).fill([JSON.stringify({ query })]);
