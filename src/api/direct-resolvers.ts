/**
 * Fields that every row of an answer has, resolved without the framework: it waits for each argument, and so makes a
 * promise of each such field, where nothing has to be waited for.
 */
import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Agency } from './agency-types.js';
import { ReportResolver } from './report-resolver.js';
import { Report } from './report-types.js';
import { StatisticsKeyResolver, StatisticsResolver } from './statistics-resolver.js';
import { Statistics, type StatisticsKey } from './statistics-types.js';

const statistics = new StatisticsResolver();
const statisticsKey = new StatisticsKeyResolver();
const report = new ReportResolver();

interface Floor {
  floor: number | null;
}

/** Of these, what a getter tells is a property like any other: no resolver is needed for it. */
const plain = { Statistics, Report, Agency };

export function resolveDirectly(schema: GraphQLSchema): void {
  const fieldOf = (type: string, name: string): GraphQLField<unknown, unknown> => {
    const found = schema.getType(type);
    const field = isObjectType(found) ? found.getFields()[name] : undefined;
    if (field === undefined) throw new Error(`the schema has no ${type}.${name}`);
    return field;
  };
  const set = <Root, Args>(type: string, name: string, resolve: (root: Root, args: Args) => unknown): void => {
    const field = fieldOf(type, name);
    field.resolve = resolve as NonNullable<typeof field.resolve>;
  };
  for (const [type, { prototype }] of Object.entries(plain))
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if ('get' in property) delete fieldOf(type, name).resolve;
  set('Statistics', 'figures', (root: Statistics) => statistics.figures(root));
  set('Statistics', 'rates', (root: Statistics, { floor }: Floor) => statistics.rates(root, floor));
  set('Statistics', 'measure', (root: Statistics, { of }: { of: string }) => statistics.measure(root, of));
  set('Statistics', 'measures', (root: Statistics, { of }: { of: string[] }) => statistics.measures(root, of));
  set('StatisticsKey', 'division', (root: StatisticsKey) => statisticsKey.division(root));
  set('Report', 'figures', (root: Report) => report.figures(root));
  set('Report', 'rates', (root: Report, { floor }: Floor) => report.rates(root, floor));
}
