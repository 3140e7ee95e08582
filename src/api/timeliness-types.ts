/** Which reports were published in time. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { Scope } from '../report/report.js';
import type {
  TimelinessRow,
  TimelinessStatus as TimelinessStatusName,
  TimelinessSummary as Summary,
} from '../store/statistics/timeliness.js';
import { connectionOf } from './connections.js';
import { ReportScope, TimelinessStatus } from './enums.js';
import { timelinessSummaryCost } from './limits/costs.js';
import { DateScalar } from './scalars.js';

@ObjectType({
  description: 'One agency and scope: when its report was due, and when it was published. 年度报告公开时限情况。',
  simpleResolvers: true,
})
export class Timeliness {
  @Field(() => Int, { description: 'The report year: 年度.' })
  get year(): number {
    return this.row.year;
  }
  @Field(() => ReportScope, { description: 'Whose figures the report states or would state: 报告口径.' })
  get scope(): Scope {
    return this.row.scope;
  }
  @Field(() => TimelinessStatus, { description: 'What follows from the dates: 是否按时.' })
  get status(): TimelinessStatusName {
    return this.row.status;
  }
  @Field(() => Boolean, {
    description: 'Whether the report is held; false: expected as in Coverage.missing, and not held here. 是否已收到。',
  })
  get held(): boolean {
    return this.row.status !== 'NOT_HELD';
  }
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day in time (政府信息公开条例 第四十九条): of departments 31 January of the next year, of governments and consolidated reports 31 March; null of towns and zones. 公开期限。',
  })
  get dueOn(): string | null {
    return this.row.dueOn;
  }
  @Field(() => DateScalar, { nullable: true, description: 'The day it was published, where that is known: 发布日期.' })
  get publishedOn(): string | null {
    return this.row.publishedOn;
  }
  @Field(() => Int, {
    nullable: true,
    description:
      'Whole days from dueOn to publishedOn: 0 or less is in time; null where one of the two is not known. 逾期天数。',
  })
  get daysLate(): number | null {
    return this.row.daysLate;
  }

  constructor(
    readonly row: TimelinessRow,
    /** The moment that it is looked at; null: now. */
    readonly asOf: Date | null,
  ) {}
}

@ObjectType({
  description: 'How many rows there are of each status, on all pages together. 公开时限汇总。',
  simpleResolvers: true,
})
export class TimelinessSummary implements Summary {
  @Field(() => Int, { description: 'Published on the due date or before: 按时公开.' })
  inTime!: number;
  @Field(() => Int, { description: 'Published after the due date: 逾期公开.' })
  late!: number;
  @Field(() => Int, {
    description: 'Held, but the day of publication is not known, or there is no due date: 无法判断.',
  })
  withoutDate!: number;
  @Field(() => Int, { description: 'Expected, but not held here: 未收到.' })
  notHeld!: number;
}

export const TimelinessConnection = connectionOf(() => Timeliness, {
  name: 'Timeliness',
  english: 'agencies and their reports, by days late',
  chinese: '公开时限情况',
});
Field(() => TimelinessSummary, {
  description: 'How many there are of each status, on all pages: 汇总.',
  complexity: timelinessSummaryCost,
})(TimelinessConnection.prototype, 'summary');
