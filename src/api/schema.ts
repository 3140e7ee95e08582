/** The schema: types in a fixed order, printed as schema.graphql. */
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AgencyResolver } from './agency-resolver.js';
import { ChangesResolver, ReportChangeResolver } from './changes-resolver.js';
import { ComparedMeasureResolver, ComparedPeerResolver } from './comparison-resolver.js';
import { DivisionResolver, ReconciliationResolver } from './division-resolver.js';
import { FindingCountResolver } from './finding-counts.js';
import { MeasureResolver } from './measure-types.js';
import { QuarantineResolver } from './quarantine-counts.js';
import {
  FindingResolver,
  ReportComparisonResolver,
  ReportResolver,
  ReportRevisionResolver,
} from './report-resolver.js';
import { StatisticsKeyResolver, StatisticsResolver } from './statistics-resolver.js';
import { AgencyTimelinessResolver, TimelinessResolver } from './timeliness-resolver.js';
import { ContributionResolver, ContributionsResolver, ExplanationResolver } from './contribution-resolver.js';
// Last: types stand in the schema in the order in which they are first met.
import { resolveDirectly } from './direct-resolvers.js';

let building: Promise<GraphQLSchema> | null = null;

export function schema(): Promise<GraphQLSchema> {
  building ??= buildSchema({
    resolvers: [
      StatisticsResolver,
      StatisticsKeyResolver,
      DivisionResolver,
      ReconciliationResolver,
      AgencyResolver,
      ReportResolver,
      ReportRevisionResolver,
      ReportComparisonResolver,
      FindingResolver,
      MeasureResolver,
      AgencyTimelinessResolver,
      TimelinessResolver,
      FindingCountResolver,
      QuarantineResolver,
      ContributionsResolver,
      ExplanationResolver,
      ContributionResolver,
      ComparedMeasureResolver,
      ComparedPeerResolver,
      ChangesResolver,
      ReportChangeResolver,
    ],
    // What is wrong with an argument is said by the store, which knows what it is for.
    validate: false,
  }).then((built) => {
    resolveDirectly(built);
    return built;
  });
  return building;
}

/** As it stands in schema.graphql. Unsorted: the enums keep the order of the contract. */
export async function printedSchema(): Promise<string> {
  return `# Made by npm run schema from src/api; a test holds it equal.\n\n${printSchema(await schema())}\n`;
}
