/** How many documents could not be taken, and why. Neither their names nor what they hold is told. */
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { QuarantineReason } from '../report/bad-input.js';
import { quarantineCounts } from '../store/quarantine.js';
import type { Context } from './context.js';
import { QuarantineReasonEnum } from './enums.js';
import { quarantineCost } from './limits/costs.js';

@ObjectType({
  description: 'How many documents could not be taken for one reason. 因某一原因未能收录的文件数。',
  simpleResolvers: true,
})
export class QuarantineCount {
  @Field(() => QuarantineReasonEnum, { description: 'Why: 原因.' })
  reason!: QuarantineReason;
  @Field(() => Int, { description: 'How many: 文件数.' })
  documents!: number;
}

@Resolver()
export class QuarantineResolver {
  @Query(() => [QuarantineCount], {
    description:
      'Documents that were received and could not be taken as reports, by reason; reasons that none has are left out. Which agency and year they are of is not known. 隔离文件统计。',
    complexity: quarantineCost,
  })
  quarantine(@Ctx() { reader }: Context): Promise<QuarantineCount[]> {
    return quarantineCounts(reader);
  }
}
