/** STATISTICS, sentence by sentence: the examples worked out by hand, put to the API on both engines. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engines } from '../engines.js';
import { examples } from '../oracle/examples/all.js';
import { openApi, type Api } from './api.js';

describe.each(engines)('on $name', (engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(engine);
  }, 60_000);
  afterAll(() => api.close());

  describe.each(Object.entries(examples))('STATISTICS, %s', (_, ofSection) => {
    test.each(ofSection.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
      const { operations, ask, wish, expected } = example;
      await api.hold({ operations });
      expect(await api.answer(ask, wish)).toEqual(JSON.parse(JSON.stringify(expected)));
    });
  });
});
