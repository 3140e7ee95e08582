/**
 * Fields that every row of an answer has, resolved without the framework: it waits for each argument, and so makes a
 * promise of each such field, where nothing has to be waited for.
 */
import { isObjectType, type GraphQLSchema } from 'graphql';
import { ReportResolver } from './report-resolver.js';
import type { Report } from './report-types.js';
import { StatisticsKeyResolver, StatisticsResolver } from './statistics-resolver.js';
import type { Statistics, StatisticsKey } from './statistics-types.js';

const statistics = new StatisticsResolver();
const statisticsKey = new StatisticsKeyResolver();
const report = new ReportResolver();

interface Floor {
  floor: number | null;
}

export function resolveDirectly(schema: GraphQLSchema): void {
  const set = <Root, Args>(type: string, name: string, resolve: (root: Root, args: Args) => unknown): void => {
    const found = schema.getType(type);
    const field = isObjectType(found) ? found.getFields()[name] : undefined;
    if (field === undefined) throw new Error(`the schema has no ${type}.${name}`);
    field.resolve = resolve as NonNullable<typeof field.resolve>;
  };
  set('Statistics', 'figures', (root: Statistics) => statistics.figures(root));
  set('Statistics', 'rates', (root: Statistics, { floor }: Floor) => statistics.rates(root, floor));
  set('Statistics', 'measure', (root: Statistics, { of }: { of: string }) => statistics.measure(root, of));
  set('Statistics', 'measures', (root: Statistics, { of }: { of: string[] }) => statistics.measures(root, of));
  set('StatisticsKey', 'division', (root: StatisticsKey) => statisticsKey.division(root));
  set('Report', 'figures', (root: Report) => report.figures(root));
  set('Report', 'rates', (root: Report, { floor }: Floor) => report.rates(root, floor));
}
