/** The contract's filters and orders. An absent or null field is no condition. */
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { AgencyType as AgencyTypeName } from '../report/agency-type.js';
import type { DivisionLevel as DivisionLevelName } from '../report/division.js';
import type { Severity } from '../report/finding.js';
import type { Scope } from '../report/report.js';
import type * as question from '../store/question.js';
import type { Edition as EditionName } from '../template/form.js';
import {
  AgencyOrderKey,
  AgencyType,
  Direction,
  DivisionLevel,
  Edition,
  GroupKey,
  Measure,
  Nulls,
  ReportOrderKey,
  ReportScope,
  SeverityEnum,
  SummaryField,
} from './enums.js';

@InputType({ description: 'Comparisons of a whole number; all of them hold. 整数条件。' })
export class IntFilter implements question.IntFilter {
  @Field(() => Int, { nullable: true, description: 'Equal to it: 等于.' })
  eq?: number | null;
  @Field(() => [Int], { nullable: true, description: 'One of them; nothing passes an empty list: 属于.' })
  in?: number[] | null;
  @Field(() => Int, { nullable: true, description: 'It or more: 大于或等于.' })
  gte?: number | null;
  @Field(() => Int, { nullable: true, description: 'It or less: 小于或等于.' })
  lte?: number | null;
}

@InputType({ description: "By code points; a division's name or full name. 文字条件。" })
export class StringFilter implements question.StringFilter {
  @Field(() => String, { nullable: true, description: 'Equal to it: 等于.' })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: 'One of them; nothing passes an empty list: 属于.' })
  in?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Holds it somewhere: 包含.' })
  contains?: string | null;
}

@InputType({ description: 'Divisions by GB/T 2260 code. 行政区划代码条件。' })
export class DivisionCodeFilter implements question.DivisionCodeFilter {
  @Field(() => ID, { nullable: true, description: 'That division itself: 等于.' })
  eq?: string | null;
  @Field(() => [ID], { nullable: true, description: 'One of them; nothing passes an empty list: 属于.' })
  in?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'The division and all below it: 该区划及其下辖区划.' })
  within?: string | null;
}

@InputType({ description: 'Which agencies; all conditions hold. 机关条件。' })
export class AgencyFilter implements question.AgencyFilter {
  @Field(() => ID, { nullable: true, description: 'The agency itself: 机关标识.' })
  id?: string | null;
  @Field(() => StringFilter, { nullable: true, description: 'By its name: 名称.' })
  name?: StringFilter | null;
  @Field(() => [AgencyType], { nullable: true, description: 'One of these functions: 机关类型.' })
  type?: AgencyTypeName[] | null;
  @Field(() => DivisionCodeFilter, { nullable: true, description: 'By its division: 行政区划.' })
  division?: DivisionCodeFilter | null;
  @Field(() => DivisionLevel, { nullable: true, description: 'By the level of its division: 区划层级.' })
  level?: DivisionLevelName | null;
}

@InputType({ description: 'Which divisions; all conditions hold. 行政区划条件。' })
export class DivisionFilter implements question.DivisionFilter {
  @Field(() => ID, { nullable: true, description: 'By its code: 代码.' })
  code?: string | null;
  @Field(() => StringFilter, { nullable: true, description: 'By its name or full name: 名称或全称.' })
  name?: StringFilter | null;
  @Field(() => DivisionLevel, { nullable: true, description: 'By its level: 层级.' })
  level?: DivisionLevelName | null;
  @Field(() => ID, { nullable: true, description: 'That division and all below it: 该区划及其下辖区划.' })
  within?: string | null;
}

@InputType({ description: 'At least one comparison. A null value meets none but isNull: true. 指标条件。' })
export class MeasureCondition implements question.MeasureCondition {
  @Field(() => Measure, { description: 'What is compared: 指标.' })
  measure!: string;
  @Field(() => Float, { nullable: true, description: 'Equal to it: 等于.' })
  eq?: number | null;
  @Field(() => Float, { nullable: true, description: 'More than it: 大于.' })
  gt?: number | null;
  @Field(() => Float, { nullable: true, description: 'It or more: 大于或等于.' })
  gte?: number | null;
  @Field(() => Float, { nullable: true, description: 'Less than it: 小于.' })
  lt?: number | null;
  @Field(() => Float, { nullable: true, description: 'It or less: 小于或等于.' })
  lte?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is not stated: 是否为空.' })
  isNull?: boolean | null;
}

@InputType({ description: 'Which reports; all conditions hold. 报告条件。' })
export class ReportFilter implements question.ReportFilter {
  @Field(() => IntFilter, { nullable: true, description: 'By report year: 年度.' })
  year?: IntFilter | null;
  @Field(() => DivisionCodeFilter, { nullable: true, description: 'By the division of the agency: 行政区划.' })
  division?: DivisionCodeFilter | null;
  @Field(() => AgencyFilter, { nullable: true, description: 'By the agency: 机关.' })
  agency?: AgencyFilter | null;
  @Field(() => Edition, { nullable: true, description: 'By the edition of the form: 格式版本.' })
  edition?: EditionName | null;
  @Field(() => ReportScope, {
    nullable: true,
    description:
      "By scope; in statistics only at the top of `where` or in `and`, and only the basis's own scope. 报告口径。",
  })
  scope?: Scope | null;
  @Field(() => Boolean, { nullable: true, description: 'Has no finding of severity ERROR: 是否没有错误.' })
  valid?: boolean | null;
  @Field(() => [MeasureCondition], { nullable: true, description: "By the report's figures and rates: 指标条件." })
  measures?: MeasureCondition[] | null;
  @Field(() => [ReportFilter], { nullable: true, description: 'All of these hold: 且.' })
  and?: ReportFilter[] | null;
  @Field(() => [ReportFilter], { nullable: true, description: 'One of these holds; nothing passes an empty list: 或.' })
  or?: ReportFilter[] | null;
  @Field(() => ReportFilter, { nullable: true, description: 'Plain negation: 非.' })
  not?: ReportFilter | null;
}

@InputType({ description: 'Which findings; all conditions hold. 问题条件。' })
export class FindingFilter {
  @Field(() => [String], { nullable: true, description: 'One of these rules: 规则.' })
  rule?: string[] | null;
  @Field(() => [SeverityEnum], { nullable: true, description: 'One of these severities: 严重程度.' })
  severity?: Severity[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'That names this cell, such as applications.received.total. 涉及的单元格。',
  })
  cell?: string | null;
  @Field(() => ReportFilter, { nullable: true, description: 'Of such reports: 报告条件.' })
  report?: ReportFilter | null;
}

@InputType({
  description:
    "By a measure or by a key, one of the two; a key must stand in groupBy. by: which of the measure's values. 统计排序。",
})
export class StatisticsOrder {
  @Field(() => Measure, { nullable: true, description: 'Order by this measure: 指标.' })
  measure?: string | null;
  @Field(() => SummaryField, {
    nullable: true,
    defaultValue: 'VALUE',
    description: "Which of the measure's values: 所用的值.",
  })
  by?: question.SummaryField | null;
  @Field(() => GroupKey, { nullable: true, description: 'Order by this key: 分组依据.' })
  key?: question.GroupKey | null;
  @Field(() => Direction, { nullable: true, defaultValue: 'DESC', description: 'Largest first by default: 方向.' })
  direction?: question.Direction | null;
  @Field(() => Nulls, { nullable: true, defaultValue: 'LAST', description: 'Last by default: 空值位置.' })
  nulls?: question.Nulls | null;
}

@InputType({
  description:
    'By a measure or by a key, one of the two. Ties, and no orderBy: year descending, division code, agency name, OWN first. 报告排序。',
})
export class ReportOrder {
  @Field(() => Measure, { nullable: true, description: 'Order by this measure: 指标.' })
  measure?: string | null;
  @Field(() => ReportOrderKey, { nullable: true, description: 'Order by this key: 排序依据.' })
  key?: keyof typeof ReportOrderKey | null;
  @Field(() => Direction, { nullable: true, defaultValue: 'DESC', description: 'Largest first by default: 方向.' })
  direction?: question.Direction | null;
  @Field(() => Nulls, { nullable: true, defaultValue: 'LAST', description: 'Last by default: 空值位置.' })
  nulls?: question.Nulls | null;
}

@InputType({ description: 'Ties, and no orderBy: division code, name. 机关排序。' })
export class AgencyOrder {
  @Field(() => AgencyOrderKey, { description: 'Order by this key: 排序依据.' })
  key!: keyof typeof AgencyOrderKey;
  @Field(() => Direction, { nullable: true, defaultValue: 'ASC', description: 'Smallest first by default: 方向.' })
  direction?: question.Direction | null;
}
