/** Whatever is explored, the query is one that the schema takes, and the address says the same again. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { agencyTypeLabels, measureLabels } from '../../src/dashboard/client/labels.generated.js';
import { aliasOf, questionOf } from '../../src/dashboard/pages/explore/build-question.js';
import {
  comparisons,
  editions,
  explorationOf,
  extras,
  groupKeys,
  groupsThatGo,
  mostConditions,
  mostMeasures,
  paramsOf,
  qualities,
  sizes,
  summaryFields,
  type Exploration,
} from '../../src/dashboard/pages/explore/state.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
type Measure = Exploration['measures'][number];
type AgencyType = Exploration['types'][number];
const measure = fc.constantFrom(...(Object.keys(measureLabels) as Measure[]));
const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
const year = fc.option(fc.integer({ min: 2008, max: 2100 }));

const conditionsOf = (of: 'reports' | 'rows') =>
  fc
    .record({
      of: fc.constant(of),
      measure,
      comparison: fc.constantFrom(...comparisons),
      value: fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      ),
    })
    .map((one) => (['isNull', 'stated'].includes(one.comparison) ? { ...one, value: 0 } : one));
const distinct = <T>(one: fc.Arbitrary<T>, maxLength: number, minLength = 0): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { minLength, maxLength, selector: (value) => JSON.stringify(value) });

const exploration: fc.Arbitrary<Exploration> = fc
  .record({
    measures: distinct(measure, mostMeasures, 1),
    extras: distinct(fc.constantFrom(...extras), extras.length),
    groups: distinct(fc.constantFrom(...groupKeys), groupKeys.length).map(groupsThatGo),
    from: year,
    to: year,
    division: fc.option(fc.constantFrom('350000', '640302')),
    types: distinct(fc.constantFrom(...(Object.keys(agencyTypeLabels) as AgencyType[])), 5),
    edition: fc.option(fc.constantFrom(...editions)),
    name: fc.string({ unit: 'grapheme', maxLength: 20 }).map((name) => name.trim()),
    conditions: fc
      .tuple(distinct(conditionsOf('reports'), mostConditions / 2), distinct(conditionsOf('rows'), mostConditions / 2))
      .map((both) => both.flat()),
    basis: fc.constantFrom('own' as const, 'published' as const),
    quality: fc.constantFrom(...qualities),
    first: fc.constantFrom(...sizes),
    byKey: fc.boolean(),
    by: fc.record({ measure, field: fc.constantFrom(...summaryFields), direction }),
    ordered: fc.boolean(),
  })
  .map(({ byKey, by, ordered, ...state }) => {
    const [key] = state.groups;
    const order =
      byKey && key !== undefined ? { key, measure: null, field: null, direction: by.direction } : { key: null, ...by };
    const { from, to } = state;
    return { ...state, to: from !== null && to !== null && to < from ? from : to, order: ordered ? order : null };
  });

function problemsOf({ text, variables }: ReturnType<typeof questionOf>): readonly unknown[] {
  const document = parse(text);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return invalid;
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], { ...variables });
  return errors;
}

test('any exploration is a query that the schema takes, with an alias for each measure', () => {
  fc.assert(
    fc.property(exploration, (state) => {
      const question = questionOf(state);
      expect(problemsOf(question)).toEqual([]);
      for (const one of state.measures) expect(question.text).toContain(`${aliasOf(one)}: measure(of: ${one}) {`);
    }),
  );
});

test('the address says all of an exploration', () => {
  fc.assert(
    fc.property(exploration, (state) => {
      const said = Object.entries(paramsOf(state)).filter((one): one is [string, string] => one[1] !== null);
      // As it is after it went through an address bar.
      expect(explorationOf(new URLSearchParams(new URLSearchParams(said).toString()))).toEqual(state);
    }),
  );
});

test('whatever else an address says, the query is one that the schema takes', () => {
  const word = fc.oneof(
    measure,
    fc.constantFrom(
      'none',
      'YEAR',
      'DISTRICT,PROVINCE,AGENCY,YEAR,EDITION',
      '-REVIEWS_TOTAL.SHARE',
      'x',
      '999999',
      '1',
    ),
    fc.constantFrom(
      'REVIEWS_TOTAL.gte.',
      'REVIEWS_TOTAL.gte.NaN',
      'toString.gte.1',
      'RATE_REFUSAL.gt.0.5',
      '__proto__',
    ),
    fc.string(),
  );
  const names = [
    'm',
    'show',
    'by',
    'from',
    'to',
    'division',
    'type',
    'edition',
    'name',
    'if',
    'having',
    'order',
    'first',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), word), (said) => {
      expect(problemsOf(questionOf(explorationOf(new URLSearchParams(said))))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
