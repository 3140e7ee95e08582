/** What has changed since a version of the data. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Scope } from '../report/report.js';
import type { ChangeKind as ChangeKindName, ReportChange as ChangeOfStore } from '../store/changes.js';
import type { MovedTotal as MovedTotalOfStore } from '../store/moved-totals.js';
import { connectionOf } from './connections.js';
import { ChangeKind, Measure, ReportScope } from './enums.js';

@ObjectType({
  description:
    'A report of which another revision counts than at that version of the data, or none, or which counts elsewhere. What changed and was changed back is none. 一份报告的变动。',
  simpleResolvers: true,
})
export class ReportChange {
  @Field(() => ChangeKind, { description: 'What has become of it: 变动类型.' })
  get kind(): ChangeKindName {
    return this.node.kind;
  }
  @Field(() => String, { description: 'The version of the data that its last change led to: 最近一次变动的数据版本.' })
  get dataVersion(): string {
    return String(this.node.version);
  }
  @Field(() => ID, { description: 'As in Report.id, whether it still counts or not: 报告标识.' })
  get reportId(): string {
    return this.node.report;
  }
  @Field(() => String, {
    description: 'The name of its agency, the last one known where the agency is part of another by now: 机关名称.',
  })
  get agencyName(): string {
    return this.node.agencyName;
  }
  @Field(() => Int, { description: 'The report year: 报告年度.' })
  get year(): number {
    return this.node.year;
  }
  @Field(() => ReportScope, { description: 'Whose figures it states: 报告口径.' })
  get scope(): Scope {
    return this.node.scope;
  }

  constructor(readonly node: ChangeOfStore) {}
}

export const ReportChangeConnection = connectionOf(() => ReportChange, {
  name: 'ReportChange',
  english: 'changes of reports, the earliest first',
  chinese: '报告变动',
});

@ObjectType({
  description:
    'A total of the division that is another figure than at that version of the data; amounts in 万元. 有变动的合计。',
  simpleResolvers: true,
})
export class MovedTotal implements MovedTotalOfStore {
  @Field(() => Measure, { description: 'Which figure or rate: 指标.' })
  measure!: string;
  @Field(() => Int, { description: 'The report year: 报告年度.' })
  year!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'The total at that version, of a rate the rate; null where no report stated it, of a rate also where its denominator was 0. 变动前。',
  })
  before!: number | null;
  @Field(() => Float, { nullable: true, description: 'The total now, in the same way: 变动后.' })
  after!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'after - before; null where one of the two is null, which is not zero: 差额.',
  })
  difference!: number | null;
  @Field(() => Int, {
    description:
      'How many of the counted reports stated it at that version, of a rate all of its terms: 变动前有数字的报告数.',
  })
  reportsBefore!: number;
  @Field(() => Int, { description: 'How many do now: 变动后有数字的报告数.' })
  reportsAfter!: number;
}

/** The rest is filled by the resolver. */
@ObjectType({
  description:
    'What is otherwise than at an earlier version of the data: reports that were added, revised, withdrawn or filed elsewhere, and the totals that moved. 自某一数据版本以来的变动。',
  simpleResolvers: true,
})
export class Changes {
  @Field(() => String, { description: 'The version that is compared with: 起始数据版本.' })
  get since(): string {
    return String(this.version);
  }
  @Field(() => String, {
    description: 'The version of the data now; to be given as since when it is asked again. 当前数据版本。',
  })
  dataVersion!: string;

  constructor(
    readonly version: number,
    readonly code: string,
    dataVersion: string,
  ) {
    this.dataVersion = dataVersion;
  }
}
