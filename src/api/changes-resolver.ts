/** changes: what is otherwise than at an earlier version of the data. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { country, divisionAt } from '../report/divisions.js';
import { reportChanges, versionIn, type ChangeKind as ChangeKindName } from '../store/changes.js';
import { movedTotals } from '../store/moved-totals.js';
import type { Basis } from '../store/question.js';
import { reportsOfRevisions, type ReportNode } from '../store/reports.js';
import { agencyAt } from './agency-loader.js';
import { Agency } from './agency-types.js';
import { After } from './arguments.js';
import { Changes, MovedTotal, ReportChange, ReportChangeConnection } from './changes-types.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { Division, type DivisionNode } from './division-types.js';
import { ChangeKind, Measure, StatisticsBasis } from './enums.js';
import { besideCost, changedReportsCost, movedTotalsCost } from './limits/costs.js';
import { cellsToRead } from './report-resolver.js';
import { Report, ReportRevision } from './report-types.js';
import { selectedBelow } from './selection.js';
import { selectedCells } from './wanted.js';

const { reports: sizes } = pageSizes;

@ArgsType()
export class ReportChangesArgs {
  @Field(() => [ChangeKind], { nullable: true, description: 'Only changes of these kinds: 变动类型.' })
  kind?: ChangeKindName[] | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: sizes.usual,
    description: 'Changes of a page, 0 to 100; 0 asks for totalCount alone. 每页数量。',
  })
  first?: number | null;
  @After()
  after?: string | null;
}

@ArgsType()
export class MovedTotalsArgs {
  @Field(() => [Measure], { description: 'Which figures and rates: 指标.' })
  measures!: string[];
  @Field(() => StatisticsBasis, {
    nullable: true,
    defaultValue: 'SUM_OF_AGENCIES',
    description: 'Which reports are added: 统计基础.',
  })
  basis?: Basis | null;
  @Field(() => Int, { nullable: true, description: 'Of this report year alone; by default of all. 报告年度。' })
  year?: number | null;
}

@Resolver(() => Changes)
export class ChangesResolver {
  @Query(() => Changes, {
    description:
      'What is otherwise than at an earlier version of the data: the two are compared, so what changed and was changed back is left out. 自某一数据版本以来的变动。',
  })
  async changes(
    @Arg('since', () => String, {
      description:
        'A dataVersion that an answer of this database gave; one that it has not had, or of which nothing is known any more, is BAD_USER_INPUT. 起始数据版本。',
    })
    since: string,
    @Arg('division', () => ID, {
      nullable: true,
      description: 'Only this division and all below it; by default the country. 行政区划代码。',
    })
    division: string | null | undefined,
    @Ctx() { reader }: Context,
  ): Promise<Changes> {
    const version = await versionIn(reader, since);
    return new Changes(version, division ?? country().code, await reader.dataVersion());
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'The division asked for; null of an unknown code. 行政区划。',
  })
  division(@Root() { code }: Changes): DivisionNode | null {
    return divisionAt(code) ?? null;
  }

  @FieldResolver(() => ReportChangeConnection, {
    description:
      'The reports, those whose last change is the earliest first: whoever goes on page by page while data come in misses none. 变动的报告。',
    complexity: changedReportsCost(sizes.usual),
  })
  async reports(
    @Root() { version, code }: Changes,
    @Args(() => ReportChangesArgs) args: ReportChangesArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ReportChange>> {
    const question = { since: version, division: code };
    const page = await reportChanges(reader, question, args.kind ?? null, paging(args, sizes, info));
    return new Connection({ ...page, nodes: page.nodes.map((node) => new ReportChange(node)) });
  }

  @FieldResolver(() => [MovedTotal], {
    description:
      'The totals of the division, as of statistics(where: { division: { within } }), that are another figure than at that version; those that stayed are left out. The newest year first, in the order of the measures. 有变动的合计。',
    complexity: movedTotalsCost,
  })
  totals(
    @Root() { version, code }: Changes,
    @Args(() => MovedTotalsArgs) { measures, basis, year }: MovedTotalsArgs,
    @Ctx() { reader }: Context,
  ): Promise<MovedTotal[]> {
    const question = { since: version, division: code };
    return movedTotals(reader, question, basis ?? 'SUM_OF_AGENCIES', measures, year ?? null);
  }
}

@Resolver(() => ReportChange)
export class ReportChangeResolver {
  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'The agency as it is now; null where it is part of another by now. 机关。',
  })
  agency(@Root() { node }: ReportChange, @Ctx() context: Context): Promise<Agency | null> {
    return agencyAt(context, node.agency, null);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'Where it counts; of one that counts no more, where it counted. 行政区划。',
  })
  division(@Root() { node }: ReportChange): DivisionNode | null {
    return divisionAt(node.division) ?? null;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'Where it counted at that version; null where it did not. 变动前的行政区划。',
  })
  divisionBefore(@Root() { node }: ReportChange): DivisionNode | null {
    return node.divisionBefore === null ? null : (divisionAt(node.divisionBefore) ?? null);
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'As it counts now; null where it counts no more. 现行版本的报告。',
    complexity: besideCost,
  })
  async report(
    @Root() { node: { current } }: ReportChange,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Report | null> {
    if (current === null) return null;
    const node = await context.load(info, current, () => {
      const cells = cellsToRead(selectedBelow(info));
      return async (ids: readonly number[]) => inOrder(ids, await reportsOfRevisions(context.reader, ids, cells));
    });
    return new Report(node, null);
  }

  @FieldResolver(() => ReportRevision, {
    nullable: true,
    description: 'The revision that counted at that version; null where none did. 变动前的版本。',
    complexity: besideCost,
  })
  async previous(
    @Root() { node: { previous } }: ReportChange,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportRevision | null> {
    if (previous === null) return null;
    const node = await context.load(info, previous, () => {
      const cells = selectedCells(selectedBelow(info));
      return async (ids: readonly number[]) => inOrder(ids, await reportsOfRevisions(context.reader, ids, cells));
    });
    return new ReportRevision(node);
  }
}

function inOrder(ids: readonly number[], found: ReadonlyMap<number, ReportNode>): ReportNode[] {
  return ids.map((id) => {
    const node = found.get(id);
    if (node === undefined) throw new Error(`the revision ${id} is logged but not held`);
    return node;
  });
}
