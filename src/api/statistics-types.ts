/** Totals: one row per group, with what each stands on. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { AgencyType as AgencyTypeName } from '../report/agency-type.js';
import type { StatisticsRow } from '../store/statistics/row.js';
import type { LeftOutReason as LeftOutReasonName } from '../store/question.js';
import type { Edition as EditionName } from '../template/form.js';
import { connectionOf } from './connections.js';
import { AgencyType, Edition, LeftOutReason, Measure } from './enums.js';
import { changeCost, coverageCost, quantileCost, repairedCost } from './limits/costs.js';

@ObjectType({ description: 'Reports left out for one reason. 因某一原因未计入的报告。', simpleResolvers: true })
export class LeftOut {
  @Field(() => LeftOutReason, { description: 'Why: 原因.' })
  reason!: LeftOutReasonName;
  @Field(() => Int, { description: 'How many: 报告数.' })
  reports!: number;
}

@ObjectType({
  description:
    'What a total stands on, in agency-years. expected = reported + missing; reported = counted + leftOut. missing: not held here, which does not say that it was not published. 覆盖情况（机关·年）。',
  simpleResolvers: true,
})
export class Coverage {
  @Field(() => Int, { description: 'How many should have reported: 应报.' })
  expected!: number;
  @Field(() => Int, { description: 'How many reports are held: 已有.' })
  reported!: number;
  @Field(() => Int, { description: 'How many of them were added up: 计入.' })
  counted!: number;
  @Field(() => Int, { description: 'How many are not held here: 缺少.' })
  missing!: number;
  @Field(() => [LeftOut], { description: 'Reports held but not counted, by reason: 未计入.' })
  leftOut!: LeftOut[];
}

@ObjectType({
  description:
    'Totals that stand repaired in a row: filled from their parts, since they were blank or wrong. Zeros where quality is not REPAIRED. 补正的总计。',
  simpleResolvers: true,
})
export class Repaired {
  @Field(() => Int, { description: "How many totals, of all that the form prints, in the row's reports: 单元格数." })
  cells!: number;
  @Field(() => Int, { description: 'How many of the counted reports have one: 报告数.' })
  reports!: number;
}

@ObjectType({
  description: 'Against the same group a year earlier; percent = 100 x absolute / previous. 与上一年度相比。',
  simpleResolvers: true,
})
export class Change {
  @Field(() => Float, { nullable: true, description: 'The value a year earlier: 上年数.' })
  previous!: number | null;
  @Field(() => Float, { nullable: true, description: 'Current minus previous: 增减量.' })
  absolute!: number | null;
  @Field(() => Float, { nullable: true, description: 'Null where previous is 0 or null: 增减百分比.' })
  percent!: number | null;
}

@ObjectType({
  description: "One measure over the group's reports whose cell is not null; amounts in 万元. 指标汇总。",
  simpleResolvers: true,
})
export class MeasureSummary {
  @Field(() => Measure, { description: 'What is measured: 指标.' })
  measure!: string;
  @Field(() => Float, { nullable: true, description: 'The sum; null of a rate: 合计.' })
  sum!: number | null;
  @Field(() => Float, { nullable: true, description: "The average of the reports; of a rate the row's rate: 平均数." })
  average!: number | null;
  @Field(() => Float, { nullable: true, description: 'The median of the reports: 中位数.', complexity: quantileCost })
  median!: number | null;
  @Field(() => Float, { nullable: true, description: 'The quartile at 0.25: 下四分位数.', complexity: quantileCost })
  lowerQuartile!: number | null;
  @Field(() => Float, { nullable: true, description: 'The quartile at 0.75: 上四分位数.', complexity: quantileCost })
  upperQuartile!: number | null;
  @Field(() => Float, { nullable: true, description: 'The smallest: 最小值.' })
  minimum!: number | null;
  @Field(() => Float, { nullable: true, description: 'The largest: 最大值.' })
  maximum!: number | null;
  @Field(() => Int, { description: 'Reports whose cell, or own rate, is not null: 有数字的报告数.' })
  reports!: number;
  @Field(() => Float, { nullable: true, description: 'Of the sum over all groups, null of a rate: 占比.' })
  share!: number | null;
  @Field(() => Int, { nullable: true, description: '1 + the number of groups with a larger value: 排名.' })
  rank!: number | null;
  @Field(() => Change, {
    nullable: true,
    description:
      'Against the same group a year earlier; null unless the group is of one year (YEAR in groupBy, or where.year.eq). 同比。',
    complexity: changeCost,
  })
  change!: Change | null;
}

/** What a row's key names; division and agency are filled by the resolver. */
@ObjectType({
  description:
    "What the row is of. A key that was not asked for in groupBy is null; in a division's and an agency's own statistics year and division or agency are set. 分组。",
  simpleResolvers: true,
})
export class StatisticsKey {
  @Field(() => Int, { nullable: true, description: 'The year: 年度.' })
  readonly year: number | null;
  @Field(() => AgencyType, { nullable: true, description: 'The function of the agencies: 机关类型.' })
  readonly agencyType: AgencyTypeName | null;
  @Field(() => Edition, { nullable: true, description: 'The edition of the form: 格式版本.' })
  readonly edition: EditionName | null;

  constructor(
    readonly row: StatisticsRow,
    readonly asOf: Date | null,
  ) {
    this.year = row.key.year;
    this.agencyType = row.key.agencyType;
    this.edition = row.key.edition;
  }
}

@ObjectType({ description: 'Figures added up, and what they stand on. 统计结果。', simpleResolvers: true })
export class Statistics {
  @Field(() => Int, { description: 'How many reports were added up: 计入的报告数.' })
  get reports(): number {
    return this.row.reports;
  }
  @Field(() => Boolean, { description: 'Whether any of them is made-up data: 是否含有模拟数据.' })
  get synthetic(): boolean {
    return this.row.synthetic;
  }
  @Field(() => String, {
    description: 'The version of the data that was read; it moves with every change of the data. 数据版本。',
  })
  get dataVersion(): string {
    return this.row.dataVersion;
  }
  @Field(() => StatisticsKey, { description: 'What the row is of: 分组.' })
  get key(): StatisticsKey {
    return (this.ownKey ??= new StatisticsKey(this.row, this.asOf));
  }
  /** A getter is asked once for each field below it. */
  private ownKey: StatisticsKey | null = null;

  @Field(() => Coverage, { description: 'What the row stands on: 覆盖情况.', complexity: coverageCost })
  get coverage(): Coverage {
    if (this.row.coverage === null) throw new Error('coverage was selected but not read');
    return this.row.coverage;
  }

  @Field(() => Repaired, {
    description: 'How much of it was repaired, where quality is REPAIRED: 补正情况.',
    complexity: repairedCost,
  })
  get repaired(): Repaired {
    return this.row.repaired;
  }

  constructor(
    readonly row: StatisticsRow,
    readonly asOf: Date | null,
  ) {}
}

export const StatisticsConnection = connectionOf(() => Statistics, {
  name: 'Statistics',
  english: 'statistics',
  chinese: '统计结果',
});
