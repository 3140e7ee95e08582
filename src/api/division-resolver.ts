/** Divisions from memory, and what is read of many of them at once. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { divisionAt } from '../report/divisions.js';
import { agenciesOfDivisions } from '../store/agencies.js';
import type * as question from '../store/question.js';
import {
  divisionStatistics,
  reconciliations,
  trends,
  type DivisionAsk,
  type TrendAsk,
} from '../store/statistics/batched.js';
import { divisionComparisons } from '../store/statistics/comparison.js';
import { After, AsOf, AsOfArgument, QualityArgument, QualityOf, usualQuality } from './arguments.js';
import { agencyPage, PageArgs, YearArgs } from './agency-resolver.js';
import { AgencyConnection, type Agency } from './agency-types.js';
import { Comparison, DivisionComparisonArgs } from './comparison-types.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { findChildren, findDivisions } from './division-search.js';
import { Division, DivisionConnection, Reconciliation, type DivisionNode } from './division-types.js';
import { StatisticsBasis } from './enums.js';
import { AgencyFilter, DivisionFilter } from './inputs.js';
import {
  childrenCost,
  comparisonCost,
  pageCost,
  reconciliationCost,
  statisticsBelowCost,
  trendCost,
} from './limits/costs.js';

import { below, selectedBelow, selects } from './selection.js';
import { Statistics } from './statistics-types.js';
import { wantedOf } from './wanted.js';

const { divisions: sizes, agencies: agencySizes } = pageSizes;

@ArgsType()
export class ChildrenArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: sizes.usual,
    description: 'Divisions of a page, 0 to 1,000; 0 asks for totalCount alone. 每页数量。',
  })
  first?: number | null;
  @After()
  after?: string | null;
}

@ArgsType()
export class DivisionsArgs extends ChildrenArgs {
  @Field(() => DivisionFilter, { nullable: true, description: 'Which divisions: 行政区划条件.' })
  where?: question.DivisionFilter | null;
}

@ArgsType()
export class AgenciesOfDivisionArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies: 机关条件.' })
  where?: question.AgencyFilter | null;
}

@ArgsType()
export class TrendArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'The first year, 2008 to 2100; by default the first with a report of the basis here. 起始年度。',
  })
  from?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The last year, 2008 to 2100; by default the newest in the database. 截止年度。',
  })
  to?: number | null;
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

@Resolver(() => Division)
export class DivisionResolver {
  @Query(() => Division, {
    nullable: true,
    description: 'One division by its code; null where there is none. 单个行政区划。',
  })
  division(
    @Arg('code', () => ID, { description: 'GB/T 2260 code, 6 digits: 行政区划代码.' }) code: string,
  ): DivisionNode | null {
    return divisionAt(code) ?? null;
  }

  @Query(() => DivisionConnection, {
    description: 'Divisions, by code; those abolished since 2008 with them. 行政区划列表。',
    complexity: pageCost(sizes.usual),
  })
  divisions(
    @Args(() => DivisionsArgs) args: DivisionsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<DivisionNode> {
    return new Connection(findDivisions(args.where ?? {}, paging(args, sizes, info)));
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'The division above; null of the country. 上级区划。',
  })
  parent(@Root() { parent }: Node): DivisionNode | null {
    return parent === null ? null : (divisionAt(parent) ?? null);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'Of an abolished division: the one that took its place. 撤销后的继任区划。',
  })
  successor(@Root() { successor }: Node): DivisionNode | null {
    return successor === null ? null : (divisionAt(successor) ?? null);
  }

  @FieldResolver(() => DivisionConnection, {
    description: 'The divisions directly below, by code. 下级区划。',
    complexity: childrenCost,
  })
  children(
    @Root() { code }: Node,
    @Args(() => ChildrenArgs) args: ChildrenArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<DivisionNode> {
    return new Connection(findChildren(code, paging(args, sizes, info)));
  }

  @FieldResolver(() => AgencyConnection, {
    description: 'Of the division itself, not of those below. 本级机关。',
    complexity: pageCost(agencySizes.usual),
  })
  async agencies(
    @Root() { code }: Node,
    @Args(() => AgenciesOfDivisionArgs) args: AgenciesOfDivisionArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Agency>> {
    const page = await context.load(info, code, () => {
      const page = paging(args, agencySizes, info);
      return (codes: readonly string[]) => agenciesOfDivisions(context.reader, codes, args.where ?? {}, page);
    });
    return agencyPage(page);
  }

  @FieldResolver(() => Statistics, {
    description: 'Of the division and all below it. 本区划及下级合计。',
    complexity: statisticsBelowCost,
  })
  async statistics(
    @Root() { code }: Node,
    @Args(() => YearArgs) { year, basis, quality, asOf = null }: YearArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Statistics> {
    const row = await context.load(info, { division: code, year }, () => {
      const wanted = wantedOf(selectedBelow(info));
      return (asks: readonly DivisionAsk[]) =>
        divisionStatistics(context.reader, asks, basis ?? 'SUM_OF_AGENCIES', asOf, wanted, quality ?? usualQuality);
    });
    return new Statistics(row, asOf);
  }

  @FieldResolver(() => [Statistics], {
    description: 'Of the division and all below it, a row for every year. 历年趋势。',
    complexity: trendCost,
  })
  async trend(
    @Root() { code }: Node,
    @Args(() => TrendArgs) { from = null, to = null, basis, quality, asOf = null }: TrendArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Statistics[]> {
    const rows = await context.load(info, { division: code, from, to }, () => {
      const wanted = wantedOf(selectedBelow(info));
      return (asks: readonly TrendAsk[]) =>
        trends(context.reader, asks, basis ?? 'SUM_OF_AGENCIES', asOf, wanted, quality ?? usualQuality);
    });
    return rows.map((row) => new Statistics(row, asOf));
  }

  @FieldResolver(() => Reconciliation, {
    description: "The government's published consolidated figures beside the sum of its agencies. 汇总数与分项数核对。",
    complexity: reconciliationCost,
  })
  async reconciliation(
    @Root() { code }: Node,
    @Arg('year', () => Int, { description: 'The report year: 年度.' }) year: number,
    @AsOfArgument()
    asOf: Date | null | undefined,
    @QualityArgument()
    quality: question.Quality | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Reconciliation> {
    const moment = asOf ?? null;
    const ask = { division: code, year };
    const reconciled = await context.load(info, ask, () => {
      const selected = selectedBelow(info);
      const wanted = {
        published: wantedOf(below(selected, 'published')),
        agencies: wantedOf(below(selected, 'agencies')),
        differences: selects(selected, 'differences'),
      };
      return (asks: readonly DivisionAsk[]) =>
        reconciliations(context.reader, asks, moment, wanted, quality ?? usualQuality);
    });
    return new Reconciliation(ask, reconciled, moment);
  }

  @FieldResolver(() => Comparison, {
    description: 'The division and all below it among the divisions of its level. 与可比区划的比较。',
    complexity: comparisonCost,
  })
  async comparison(
    @Root() { code }: Node,
    @Args(() => DivisionComparisonArgs) args: DivisionComparisonArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Comparison> {
    const { year, measures } = args;
    const asOf = args.asOf ?? null;
    const question = {
      basis: args.basis ?? 'SUM_OF_AGENCIES',
      asOf,
      peers: args.peers ?? ['SAME_LEVEL'],
      measures,
      floor: args.floor ?? 30,
    } as const;
    const quality = args.quality ?? usualQuality;
    const ask = { division: code, year };
    const compared = await context.load(
      info,
      ask,
      () => (asks: readonly DivisionAsk[]) => divisionComparisons(context.reader, asks, { ...question, quality }),
    );
    return new Comparison(year, compared, { question: { ...question, ...ask }, quality, kind: 'division', asOf });
  }
}

@Resolver(() => Reconciliation)
export class ReconciliationResolver {
  @FieldResolver(() => Division, { description: 'The division: 行政区划.' })
  division(@Root() { ask }: Reconciliation): DivisionNode {
    const division = divisionAt(ask.division);
    if (division === undefined) throw new Error(`the division ${ask.division} is not registered`);
    return division;
  }
}

/** A type alone, so that the resolver gets the division as it stands in the register. */
type Node = DivisionNode;
