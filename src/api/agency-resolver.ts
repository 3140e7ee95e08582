/** Agencies, and what is asked of them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { divisionAt } from '../report/divisions.js';
import { findAgencies, type AgencyNode } from '../store/agencies.js';
import type { Page } from '../store/page.js';
import type * as question from '../store/question.js';
import { reportsOfAgencies } from '../store/reports.js';
import { agencyStatistics, type AgencyAsk } from '../store/statistics/batched.js';
import { agencyComparisons } from '../store/statistics/comparison.js';
import { After, AsOf, QualityOf, usualQuality } from './arguments.js';
import { knownAgency, agencyAt } from './agency-loader.js';
import { Agency, AgencyConnection } from './agency-types.js';
import { AgencyComparisonArgs, Comparison } from './comparison-types.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { Division, type DivisionNode } from './division-types.js';
import { StatisticsBasis } from './enums.js';
import { AgencyFilter, AgencyOrder } from './inputs.js';
import { comparisonCost, pageCost, statisticsBelowCost } from './limits/costs.js';
import { cellsOfPage, reportPage } from './report-resolver.js';
import { ReportConnection, type Report } from './report-types.js';

import { selectedBelow } from './selection.js';
import { Statistics } from './statistics-types.js';
import { wantedOf } from './wanted.js';

const { agencies: agencySizes, reports: reportSizes } = pageSizes;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: agencySizes.usual,
    description: 'How many of a page, 0 to 100; 0 asks for totalCount alone. 每页数量。',
  })
  first?: number | null;
  @After()
  after?: string | null;
}

@ArgsType()
export class AgenciesArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies: 机关条件.' })
  where?: question.AgencyFilter | null;
  @Field(() => [AgencyOrder], { nullable: true, description: 'By default division code, name: 排序.' })
  orderBy?: AgencyOrder[] | null;
}

@ArgsType()
export class YearArgs {
  @Field(() => Int, { description: 'The report year: 年度.' })
  year!: number;
  @Field(() => StatisticsBasis, {
    nullable: true,
    defaultValue: 'SUM_OF_AGENCIES',
    description: 'Which reports are added: 统计基础.',
  })
  basis?: question.Basis | null;
  @QualityOf()
  quality?: question.Quality | null;
  @AsOf()
  asOf?: Date | null;
}

export function agencyPage(page: Page<AgencyNode>): Connection<Agency> {
  return new Connection({ ...page, nodes: page.nodes.map((node) => new Agency(node, null)) });
}

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: 'One agency by its id; null where there is none. 单个机关。' })
  agency(
    @Arg('id', () => ID, { description: 'As in Agency.id: 机关标识.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Agency | null> {
    return agencyAt(context, id, null);
  }

  @Query(() => AgencyConnection, {
    description: 'The agencies that are registered or have reported. 机关列表。',
    complexity: pageCost(agencySizes.usual),
  })
  async agencies(
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Agency>> {
    const { where, orderBy } = args;
    return agencyPage(await findAgencies(reader, where ?? {}, orderBy ?? [], paging(args, agencySizes, info)));
  }

  @FieldResolver(() => Division, {
    description: "Its division; a town's is its district, a zone's the division whose name it bears: 行政区划.",
  })
  division(@Root() { node }: Agency): DivisionNode {
    const division = divisionAt(node.division);
    if (division === undefined) throw new Error(`the division ${node.division} of an agency is not registered`);
    return division;
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency above, where registered: 上级机关.' })
  parent(@Root() { node, asOf }: Agency, @Ctx() context: Context): Promise<Agency> | null {
    return node.parent === null ? null : knownAgency(context, node.parent, asOf);
  }

  @FieldResolver(() => ReportConnection, {
    description: 'Its reports, the newest first: 该机关的报告.',
    complexity: pageCost(reportSizes.usual),
  })
  async reports(
    @Root() { node, asOf }: Agency,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Report>> {
    const page = await context.load(info, node.id, () => {
      const [page, cells] = [paging(args, reportSizes, info), cellsOfPage(info)];
      return (ids: readonly string[]) => reportsOfAgencies(context.reader, ids, page, asOf, cells);
    });
    return reportPage(page, asOf);
  }

  @FieldResolver(() => Statistics, {
    description: "Of the agency's own report of that scope: 本机关统计.",
    complexity: statisticsBelowCost,
  })
  async statistics(
    @Root() { node, asOf: seenAt }: Agency,
    @Args(() => YearArgs) { year, basis, quality, asOf }: YearArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Statistics> {
    const moment = asOf ?? seenAt;
    const row = await context.load(info, { agency: node.id, year }, () => {
      const wanted = wantedOf(selectedBelow(info));
      return (asks: readonly AgencyAsk[]) =>
        agencyStatistics(context.reader, asks, basis ?? 'SUM_OF_AGENCIES', moment, wanted, quality ?? usualQuality);
    });
    return new Statistics(row, moment);
  }
  @FieldResolver(() => Comparison, {
    description: 'The agency among its peers, by its own report of that scope. 与可比机关的比较。',
    complexity: comparisonCost,
  })
  async comparison(
    @Root() { node, asOf: seenAt }: Agency,
    @Args(() => AgencyComparisonArgs) args: AgencyComparisonArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Comparison> {
    const { year, measures } = args;
    const asOf = args.asOf ?? seenAt;
    const question = {
      basis: args.basis ?? 'SUM_OF_AGENCIES',
      asOf,
      peers: args.peers ?? ['SAME_TYPE', 'SAME_LEVEL'],
      measures,
      floor: args.floor ?? 30,
    } as const;
    const quality = args.quality ?? usualQuality;
    const ask = { agency: node.id, year };
    const compared = await context.load(
      info,
      ask,
      () => (asks: readonly AgencyAsk[]) => agencyComparisons(context.reader, asks, { ...question, quality }),
    );
    return new Comparison(year, compared, { question: { ...question, ...ask }, quality, kind: 'agency', asOf });
  }
}
