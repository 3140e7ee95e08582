/** How many findings there are, by rule and severity. */
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Severity } from '../report/finding.js';
import { countFindings, type FindingCount as Counted } from '../store/findings.js';
import type { Context } from './context.js';
import { SeverityEnum } from './enums.js';
import { FindingFilter } from './inputs.js';
import { findingCountsCost } from './limits/costs.js';

@ObjectType({ description: 'How many findings a rule has, of one severity. 某一规则的问题数。', simpleResolvers: true })
export class FindingCount {
  @Field(() => String, { description: 'The rule that found them: 规则.' })
  rule!: string;
  @Field(() => SeverityEnum, { description: 'How much they weigh: 严重程度.' })
  severity!: Severity;
  @Field(() => Int, { description: 'How many findings: 问题数.' })
  findings!: number;
  @Field(() => Int, { description: 'In how many reports: 涉及的报告数.' })
  reports!: number;
}

@Resolver()
export class FindingCountResolver {
  @Query(() => [FindingCount], {
    description:
      'How many findings there are in the reports that count now, by rule and severity: the severest first, then the most. Those that have none are left out. 按规则统计的问题数。',
    complexity: findingCountsCost,
  })
  findingCounts(
    @Arg('where', () => FindingFilter, { nullable: true, description: 'Which findings: 问题条件.' })
    where: FindingFilter | null,
    @Ctx() { reader }: Context,
  ): Promise<Counted[]> {
    return countFindings(reader, where ?? {});
  }
}
