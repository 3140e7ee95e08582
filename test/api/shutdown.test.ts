/** The end: nothing more is taken, what was accepted is answered, and the process ends with status 0. */
import { expect, test } from '@jest/globals';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createService } from '../../src/api/service.js';
import { settingsFrom } from '../../src/api/settings.js';
import { engines } from '../engines.js';
import { applications, litong, own, received } from '../oracle/examples/made.js';
import { holdUp, serviceHolding } from './service.js';

const operations = received(own(litong.education, 2022, applications(3)));
const query = JSON.stringify({ query: '{ reports { totalCount } }' });

interface Answered {
  status: number | undefined;
  body: string;
}

function post(url: string, agent: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response: IncomingMessage) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode, body }));
        response.on('error', reject);
      },
    );
    asking.on('error', reject);
    asking.end(query);
  });
}

test('under load every request that was accepted is answered, and no other is taken', async () => {
  const held = await serviceHolding(engines[0], operations);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  // Connections that stay open with nothing to do must not keep the service from ending.
  await Promise.all(Array.from({ length: 20 }, () => post(held.url, agent)));

  const requests = holdUp(held.database);
  const accepted = Array.from({ length: 20 }, () => post(held.url, agent));
  await requests.areWaiting(20);

  const ended = held.service.stop();
  await expect(fetch(`${held.url}/health/live`)).rejects.toThrow('fetch failed');
  // Who still reaches it, as on a connection that is open, is told that it is not ready.
  const aside = createServer((asked, response) => void held.service.app(asked, response));
  await new Promise<void>((resolve) => aside.listen(0, '127.0.0.1', resolve));
  const ready = await fetch(`http://127.0.0.1:${(aside.address() as AddressInfo).port}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
  await new Promise((resolve) => aside.close(resolve));

  requests.letGo();
  expect(await Promise.all(accepted)).toEqual(
    Array(20).fill({ status: 200, body: expect.stringMatching(/^{"data":{"reports":{"totalCount":1}},.*}\n$/) }),
  );
  await ended;
  agent.destroy();
  await held.close();
});

test('stopping twice is stopping once, and a service that never started stops as well', async () => {
  const held = await serviceHolding(engines[0], operations);
  await Promise.all([held.service.stop(), held.service.stop()]);
  const unstarted = await createService({ settings: settingsFrom({}), database: held.database, log: () => undefined });
  await unstarted.stop();
  await held.close();
});

test('an address that is taken is told in words', async () => {
  const held = await serviceHolding(engines[0], operations);
  const { port } = new URL(held.url);
  const settings = settingsFrom({ PORT: port });
  const second = await createService({ settings, database: held.database, log: () => undefined });
  await expect(second.start()).rejects.toThrow(`PORT: ${port} is taken on 127.0.0.1.`);
  await second.stop();
  await held.close();
});
