/** A program made of a document answers as graphql-js does: data, errors, their places, and the words of what is wrong. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { getOperationAST, parse, validate, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context.js';
import { executed, executedPlainly, type Execution } from '../../src/api/executor.js';
import { Moment } from '../../src/api/moment.js';
import { schema } from '../../src/api/schema.js';
import { documented } from '../documented.js';
import { engines } from '../engines.js';
import { loadSeeds, serviceHolding, type Held } from './service.js';

let held: Held;
beforeAll(async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('no engine');
  held = await serviceHolding(engine, []);
  await loadSeeds(held.database);
});
afterAll(() => held.close());

type Execute = typeof executed;

async function answer(execute: Execute, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const document = parse(query);
  const built = await schema();
  expect(validate(built, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('a document of several operations');
  const context = new Context(new Moment(held.database, 60_000));
  try {
    const execution: Execution = { document, operation, variables, context };
    const { data, errors = [] }: ExecutionResult = await execute(built, execution);
    return { data, errors: errors.map((error) => ({ ...error.toJSON(), cause: error.originalError?.message })) };
  } finally {
    await context.end();
  }
}

async function expectAlike(query: string, variables: Record<string, unknown> = {}): Promise<void> {
  const plainly = await answer(executedPlainly, query, variables);
  expect(await answer(executed, query, variables)).toEqual(plainly);
}

const folder = new URL('../../bench/queries/', import.meta.url);
const variablesOfBench = {
  division: '320000',
  province: '320000',
  prefecture: '320800',
  year: 2023,
  id: 'none',
  text: '统计',
  asOf: '2030-01-01T00:00:00Z',
};

describe('a document is answered alike by its program and by graphql-js', () => {
  test.each(['queries.md', 'oversight.md', 'explain.md', 'quality.md'])('those of docs/%s', async (name) => {
    for (const { query, variables } of documented(name)) await expectAlike(query, variables);
  });

  test.each(readdirSync(folder))('that of bench/queries/%s', (file) =>
    expectAlike(readFileSync(new URL(file, folder), 'utf8'), variablesOfBench),
  );

  const part = 'fragment Part on Statistics { reports again: reports ...Figures @include(if: $figures) } ';
  const figures = 'fragment Figures on Statistics { __typename figures { reviews { total } } }';
  test.each<[string, string, Record<string, unknown>]>([
    [
      'fragments, aliases, @skip and @include',
      `query Of($figures: Boolean!, $code: ID = "320000") { one: division(code: $code) { name @skip(if: $figures) trend { ...Part } }
        two: statistics(groupBy: [YEAR]) { nodes { ...Part reports key { year } } } } ${part}${figures}`,
      { figures: true },
    ],
    [
      'a default of a variable that is read as its type says',
      'query Of($where: ReportFilter = { year: { in: [2023] } }, $by: [GroupKey!] = [PROVINCE], $asOf: DateTime = "2030-01-01T00:00:00Z") { statistics(where: $where, groupBy: $by, asOf: $asOf) { nodes { reports } } }',
      {},
    ],
    [
      'a variable within a filter, and one that is left out',
      'query Of($year: Int, $first: Int) { reports(where: { year: { eq: $year } }, first: $first) { nodes { id agency { name } } } }',
      { year: 2023 },
    ],
    [
      'a null where a number may be',
      'query Of($year: Int) { reports(where: { year: { eq: $year } }) { totalCount } }',
      { year: null },
    ],
    [
      'a variable of the wrong type',
      'query Of($year: Int!) { statistics(where: { year: { eq: $year } }) { nodes { reports } } }',
      { year: 'x' },
    ],
    ['a variable that is missing', 'query Of($code: ID!) { division(code: $code) { name } }', {}],
    [
      'a filter that has no such field',
      'query Of($where: ReportFilter) { statistics(where: $where) { nodes { reports } } }',
      { where: { not: { and: [{ yaer: 2020 }] } } },
    ],
    [
      'errors of a list and of a field that cannot be null',
      '{ a: reports(first: 3) { nodes { year cells(of: [RATE_REFUSAL]) { measure } } }\n  b: reports(first: 1000) { nodes { id } }\n  c: report(id: "none") { id } }',
      {},
    ],
    [
      'names that objects have of themselves',
      '{ statistics { nodes { __proto__: reports constructor: reports toString: reports } } }',
      {},
    ],
    [
      'the schema itself',
      '{ __schema { queryType { name } types { name } } __type(name: "Report") { fields { name } } }',
      {},
    ],
  ])('%s', (_, query, variables) => expectAlike(query, variables));
});
