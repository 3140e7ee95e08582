/** statistics: the question goes to the store as it is; only what is selected is read. */
import { type GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type * as question from '../store/question.js';
import { statistics } from '../store/statistics/answer.js';
import type { MeasureSummary as SummaryOfStore } from '../store/statistics/row.js';
import { Agency } from './agency-types.js';
import { knownAgency } from './agency-loader.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { divisionAt } from '../report/divisions.js';
import { After, AsOf, FloorArgument, QualityOf, usualFloor, usualQuality } from './arguments.js';
import { Division, type DivisionNode } from './division-types.js';
import { GroupKey, Measure, StatisticsBasis } from './enums.js';
import { figuresOfTotals, Figures, type FiguresAt } from './figures-types.js';
import { MeasureCondition, ReportFilter, StatisticsOrder } from './inputs.js';
import { measuresCost, statisticsCost } from './limits/costs.js';
import { Rates } from './rates-types.js';

import { ofNodes, selectedBelow } from './selection.js';
import { MeasureSummary, Statistics, StatisticsConnection, StatisticsKey } from './statistics-types.js';
import { wantedOf } from './wanted.js';

const { statistics: sizes } = pageSizes;

@ArgsType()
export class StatisticsArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports: 报告条件.' })
  where?: question.ReportFilter | null;
  @Field(() => StatisticsBasis, {
    nullable: true,
    defaultValue: 'SUM_OF_AGENCIES',
    description: 'Which of them are added: 统计基础.',
  })
  basis?: question.Basis | null;
  @QualityOf()
  quality?: question.Quality | null;
  @Field(() => [GroupKey], {
    nullable: true,
    defaultValue: [],
    description: 'A row for each of these; at most three, of which at most one division level. 分组依据。',
  })
  groupBy?: question.GroupKey[] | null;
  @Field(() => [MeasureCondition], { nullable: true, description: 'Only rows that fulfil these: 对分组的条件.' })
  having?: question.MeasureCondition[] | null;
  @Field(() => [StatisticsOrder], { nullable: true, description: 'By default by the keys, ascending: 排序.' })
  orderBy?: question.StatisticsOrder[] | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: sizes.usual,
    description: 'Rows of a page, 0 to 1,000; 0 asks for totalCount alone. 每页行数。',
  })
  first?: number | null;
  @After()
  after?: string | null;
  @AsOf()
  asOf?: Date | null;
}

@Resolver(() => Statistics)
export class StatisticsResolver {
  @Query(() => StatisticsConnection, {
    description:
      'Totals, one row per group; with no groupBy, one row for everything that where lets through. 统计：每组一行。',
    complexity: statisticsCost,
  })
  async statistics(
    @Args(() => StatisticsArgs) args: StatisticsArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Statistics>> {
    const { where, basis, groupBy, having, orderBy, asOf = null } = args;
    const quality = args.quality ?? usualQuality;
    const asked = {
      where,
      basis: basis ?? 'SUM_OF_AGENCIES',
      quality,
      groupBy: groupBy ?? [],
      having,
      orderBy,
      asOf,
    } as const;
    const wanted = wantedOf(ofNodes(selectedBelow(info)));
    const { rows, ...page } = await statistics(reader, asked, paging(args, sizes, info), wanted);
    return new Connection({ ...page, nodes: rows.map((row) => new Statistics(row, asOf)) });
  }

  @FieldResolver(() => Figures, { description: 'The figures added up: 数字合计.' })
  figures(@Root() { row }: Statistics): FiguresAt {
    return figuresOfTotals(row.leaves);
  }

  @FieldResolver(() => Rates, { description: 'The rates over the reports of the row: 比率.' })
  rates(
    @Root() { row }: Statistics,
    @FloorArgument()
    floor: number | null,
  ): Rates {
    return new Rates(({ key }) => {
      const sums = row.rates.get(key);
      if (sums === undefined) throw new Error(`the rate ${key} was selected but not read`);
      return sums;
    }, floor ?? usualFloor);
  }

  @FieldResolver(() => MeasureSummary, { description: 'One measure, summarised: 单项指标.', complexity: measuresCost })
  measure(
    @Root() { row }: Statistics,
    @Arg('of', () => Measure, { description: 'Which measure: 指标.' }) of: string,
  ): MeasureSummary {
    return summaryAt(row.summaries, of);
  }

  @FieldResolver(() => [MeasureSummary], {
    description: 'The same for several, in the order asked. 多项指标。',
    complexity: measuresCost,
  })
  measures(
    @Root() { row }: Statistics,
    @Arg('of', () => [Measure], { description: 'Which measures: 指标.' }) of: string[],
  ): MeasureSummary[] {
    return of.map((measure) => summaryAt(row.summaries, measure));
  }
}

function summaryAt(summaries: ReadonlyMap<string, SummaryOfStore>, measure: string): MeasureSummary {
  const summary = summaries.get(measure);
  if (summary === undefined) throw new Error(`the measure ${measure} was selected but not read`);
  return summary;
}

@Resolver(() => StatisticsKey)
export class StatisticsKeyResolver {
  @FieldResolver(() => Division, { nullable: true, description: 'The division: 行政区划.' })
  division(@Root() { row }: StatisticsKey): DivisionNode | null {
    return row.key.division === null ? null : (divisionAt(row.key.division) ?? null);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency: 机关.' })
  agency(@Root() { row, asOf }: StatisticsKey, @Ctx() context: Context): Promise<Agency> | null {
    return row.key.agency === null ? null : knownAgency(context, row.key.agency, asOf);
  }
}
