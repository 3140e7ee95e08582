/** Divisions, and what is asked of them. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { DivisionLevel as DivisionLevelName } from '../report/division.js';
import type { RegisteredDivision } from '../report/divisions.js';
import type { CellDifference, DivisionAsk, Reconciled } from '../store/statistics/batched.js';
import { connectionOf } from './connections.js';
import { DivisionLevel, Measure } from './enums.js';
import { differencesCost } from './limits/costs.js';
import { Statistics } from './statistics-types.js';

@ObjectType({ description: 'An administrative division, county level and above. 行政区划。', simpleResolvers: true })
export class Division {
  @Field(() => ID, { description: 'GB/T 2260 code, 6 digits; the country is 000000. 行政区划代码。' })
  code!: string;
  @Field(() => String, { description: 'Such as 利通区. 名称。' })
  name!: string;
  @Field(() => String, { description: 'Such as 宁夏回族自治区吴忠市利通区. 全称。' })
  fullName!: string;
  @Field(() => DivisionLevel, { description: 'Its level: 层级.' })
  level!: DivisionLevelName;
  @Field(() => Int, {
    nullable: true,
    description: 'The first year at whose end it stood, where that is recorded: 设立年度.',
  })
  existsFrom!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The last year at whose end it stood; null of those that stand: 撤销前最后年度.',
  })
  existsTo!: number | null;
}

/** Such a division as a resolver gets it. */
export type DivisionNode = RegisteredDivision;

export const DivisionConnection = connectionOf(() => Division, {
  name: 'Division',
  english: 'divisions',
  chinese: '行政区划',
});

@ObjectType('CellDifference', {
  description: 'A cell in which both sides are known and differ; amounts in 万元. 不一致的单元格。',
  simpleResolvers: true,
})
export class CellDifferenceType implements CellDifference {
  @Field(() => Measure, { description: 'The cell: 指标.' })
  measure!: string;
  @Field(() => Float, { description: 'As published: 公开发布数.' })
  published!: number;
  @Field(() => Float, { description: 'The sum of the agencies: 各机关之和.' })
  agencies!: number;
  @Field(() => Float, { description: 'published - agencies: 差额.' })
  difference!: number;
}

@ObjectType({
  description:
    "A government's published consolidated figures beside the sum of its agencies; published: reports is 0 where it has no consolidated report of that year. 汇总报告与各机关之和的核对。",
  simpleResolvers: true,
})
export class Reconciliation {
  @Field(() => Int, { description: 'The report year: 年度.' })
  get year(): number {
    return this.ask.year;
  }
  @Field(() => Statistics, { description: 'The consolidated report that counts for the division itself: 公开发布数.' })
  get published(): Statistics {
    return new Statistics(this.reconciled.published, this.asOf);
  }
  @Field(() => Statistics, { description: 'The sum of the OWN reports in the division and below: 各机关之和.' })
  get agencies(): Statistics {
    return new Statistics(this.reconciled.agencies, this.asOf);
  }
  @Field(() => [CellDifferenceType], {
    description: 'Cells where both sides are known and differ, in the order of Measure: 不一致之处.',
    complexity: differencesCost,
  })
  get differences(): CellDifference[] {
    return this.reconciled.differences;
  }

  constructor(
    readonly ask: DivisionAsk,
    readonly reconciled: Reconciled,
    readonly asOf: Date | null,
  ) {}
}
