/** The settings: what they are by default, and the table of the docs that lists them. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { BadSetting, settings, settingsFrom } from '../../src/api/settings.js';

test('an empty environment has the defaults', () => {
  expect(settingsFrom({ PORT: '' })).toMatchObject({
    databaseUrl: 'sqlite:data/gongkai.sqlite',
    databaseReplicaUrls: [],
    host: '127.0.0.1',
    port: 4000,
    seed: 'auto',
    corsOrigins: [],
    introspection: true,
    bodyLimit: 100 * 1024,
    depthLimit: 16,
    tokenLimit: 2000,
    statementTimeout: 2000,
    requestTimeout: 10_000,
  });
});

test('an environment is read', () => {
  expect(
    settingsFrom({
      DATABASE_URL: 'postgres://localhost/gongkai',
      DATABASE_REPLICA_URLS: 'postgres://a/g, postgres://b/g',
      PORT: '0',
      SEED: 'never',
      INTROSPECTION: 'false',
    }),
  ).toMatchObject({
    databaseUrl: 'postgres://localhost/gongkai',
    databaseReplicaUrls: ['postgres://a/g', 'postgres://b/g'],
    port: 0,
    seed: 'never',
    introspection: false,
  });
});

describe('what cannot be understood is named', () => {
  test.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '4e3', 'a whole number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://localhost', 'sqlite:PATH or postgres://'],
    ['SEED', 'yes', 'auto or never'],
    ['INTROSPECTION', '1', 'true or false'],
    ['DEPTH_LIMIT', '0', 'a whole number from 1 on'],
  ])('%s=%s', (variable, value, expected) => {
    const read = (): unknown => settingsFrom({ [variable]: value });
    expect(read).toThrow(BadSetting);
    expect(read).toThrow(`${variable}: found 「${value}」, expected ${expected}`);
  });
});

test('docs/settings.md has every setting, its default and its description, and no other', () => {
  const table = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  expect(table).toEqual(
    Object.values(settings).map(({ variable, default: usual, description }) => [
      `\`${variable}\``,
      usual === '' ? '' : `\`${usual}\``,
      description,
    ]),
  );
});
