/** timeliness: who published in time, who late, and of whom nothing is held. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../report/report.js';
import type { Page } from '../store/page.js';
import {
  agencyTimeliness,
  timeliness,
  timelinessSummary,
  type TimelinessStatus as TimelinessStatusName,
  type TimelinessSummary,
} from '../store/statistics/timeliness.js';
import { After, AsOf } from './arguments.js';
import { knownAgency } from './agency-loader.js';
import { Agency } from './agency-types.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { ReportScope, TimelinessStatus } from './enums.js';
import { agencyTimelinessCost, timelinessCost } from './limits/costs.js';

import { selectedBelow, selects } from './selection.js';
import { Timeliness, TimelinessConnection } from './timeliness-types.js';

const { statistics: sizes } = pageSizes;

@ArgsType()
export class TimelinessArgs {
  @Field(() => Int, { description: 'The report year, 2019 to 2100: 报告年度.' })
  year!: number;
  @Field(() => ID, {
    description: 'Agencies of this division and all below it; an unknown code has none. 行政区划代码。',
  })
  division!: string;
  @Field(() => ReportScope, { nullable: true, description: 'Only reports of this scope: 报告口径.' })
  scope?: Scope | null;
  @Field(() => [TimelinessStatus], {
    nullable: true,
    description: 'Only rows of one of these; the summary counts these alone. 只列这些情况。',
  })
  status?: TimelinessStatusName[] | null;
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

@ArgsType()
export class AgencyTimelinessArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'The first year, by default 2019, the first of this form: 起始年度.',
  })
  from?: number | null;
  @Field(() => Int, { nullable: true, description: 'The last year, by default the newest in the database: 截止年度.' })
  to?: number | null;
  @AsOf()
  asOf?: Date | null;
}

/** Pages, and what is counted over all of them. */
class TimelinessPage extends Connection<Timeliness> {
  constructor(
    page: Page<Timeliness>,
    readonly summary: TimelinessSummary | null,
  ) {
    super(page);
  }
}

@Resolver(() => Timeliness)
export class TimelinessResolver {
  @Query(() => TimelinessConnection, {
    description:
      'Which reports of a year were published by their due date: a row for each agency and scope of which one is held or, as in Coverage, expected; the latest first, those without days late last, and of ties by division code, agency name, OWN first. 年度报告是否按时公开。',
    complexity: timelinessCost,
  })
  async timeliness(
    @Args(() => TimelinessArgs) args: TimelinessArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Timeliness>> {
    const { year, division, scope, status, asOf = null } = args;
    const question = { year, division, scope, status, asOf };
    const page = await timeliness(reader, question, paging(args, sizes, info));
    const summary = selects(selectedBelow(info), 'summary') ? await timelinessSummary(reader, question) : null;
    return new TimelinessPage({ ...page, nodes: page.nodes.map((row) => new Timeliness(row, asOf)) }, summary);
  }

  @FieldResolver(() => Agency, { description: 'The agency, as it was then: 机关.' })
  agency(@Root() { row, asOf }: Timeliness, @Ctx() context: Context): Promise<Agency> {
    return knownAgency(context, row.agency, asOf);
  }
}

@Resolver(() => Agency)
export class AgencyTimelinessResolver {
  @FieldResolver(() => [Timeliness], {
    description:
      'Whether its reports were published by their due date: an entry for each year and scope of which one is held or, as in Coverage, expected; by year, OWN first. 历年公开是否按时。',
    complexity: agencyTimelinessCost,
  })
  async timeliness(
    @Root() { node, asOf: seenAt }: Agency,
    @Args(() => AgencyTimelinessArgs) { from = null, to = null, asOf }: AgencyTimelinessArgs,
    @Ctx() { reader }: Context,
  ): Promise<Timeliness[]> {
    const moment = asOf ?? seenAt;
    const rows = await agencyTimeliness(reader, { agency: node.id, from, to, asOf: moment });
    return rows.map((row) => new Timeliness(row, moment));
  }
}
