/** The consolidated report over HTTP, as a button fetches it. What is in it: test/cli/consolidate.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { read } from '../../src/reading/read.js';
import { engines } from '../engines.js';
import { applications, litong, own, received } from '../oracle/examples/made.js';
import { serviceHolding, type Held } from './service.js';

describe.each(engines)('on $name', (engine) => {
  let held: Held;
  beforeAll(async () => {
    const reports = [litong.education, litong.police].map((agency) => own(agency, 2022, applications(3)));
    held = await serviceHolding(engine, received(...reports));
  });
  afterAll(() => held.close());

  const fetched = (path: string): Promise<Response> => fetch(`${held.url}/consolidated/${path}`);

  test('is a Word file under its title, and reads as what it is', async () => {
    const response = await fetched('640302/2022.docx');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    const title = '吴忠市利通区人民政府2022年政府信息公开工作年度报告';
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(`${title}.docx`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const limits = { documentBytes: 50_000_000, unpackedBytes: 200_000_000 };
    const [found] = await read({ name: 'download.docx', folders: [], bytes }, {}, limits);
    expect(found).toMatchObject({
      report: {
        report: {
          agency: '吴忠市利通区人民政府',
          division: '640302',
          scope: 'CONSOLIDATED',
          title,
          figures: { applications: { received: { total: 6 } }, reviews: { total: null } },
        },
      },
    });
  });

  test.each([
    ['640302/2018.docx', 400, 'BAD_USER_INPUT'],
    ['999999/2022.docx', 400, 'BAD_USER_INPUT'],
    ['640303/2022.docx', 404, 'NOT_FOUND'],
  ])('%s is refused with %i', async (path, status, code) => {
    const response = await fetched(path);
    expect([response.status, await response.json()]).toEqual([
      status,
      { errors: [{ message: expect.any(String), extensions: { code } }] },
    ]);
  });

  test('other names are not there', async () => {
    expect((await fetched('640302/2022.pdf')).status).toBe(404);
  });
});
