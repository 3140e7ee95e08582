/** Reports, their revisions, their cells, what was found in them and the documents they were read from. */
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Finding as FindingOfReport, Severity } from '../report/finding.js';
import type { CellStatus as CellStatusName, Scope } from '../report/report.js';
import type { ReportNode, RevisionNode } from '../store/reports.js';
import type { Edition as EditionName } from '../template/form.js';
import { connectionOf } from './connections.js';
import { CellStatus, Edition, Measure, ReportScope, SeverityEnum } from './enums.js';
import { DateScalar, DateTime } from './scalars.js';

@ObjectType({
  description:
    'The document a report was read from. For what a JSON report does not state of it: the file that it came in. 来源文件。',
  simpleResolvers: true,
})
export class SourceDocument {
  @Field(() => String, { description: 'File name: 文件名.' })
  name!: string;
  @Field(() => String, { description: 'Such as text/html: 文件类型.' })
  mediaType!: string;
  @Field(() => String, { description: 'Hash of its content, in hexadecimal: SHA-256 摘要.' })
  sha256!: string;
  @Field(() => Int, { description: 'Its size: 字节数.' })
  bytes!: number;
  @Field(() => String, { nullable: true, description: 'Where it was published: 发布网址.' })
  url!: string | null;
}

@ObjectType({
  description:
    'Counted from 1, in the document as read; page only where the format has pages. A cell of a JSON report has the place that its cells state, else none. 单元格位置。',
  simpleResolvers: true,
})
export class CellPlace {
  @Field(() => Int, { description: 'Which table of the document: 第几个表.' })
  table!: number;
  @Field(() => Int, { description: 'Which row of the table: 第几行.' })
  row!: number;
  @Field(() => Int, { description: 'Which column of the table: 第几列.' })
  column!: number;
  @Field(() => Int, { nullable: true, description: 'Which page: 第几页.' })
  page?: number | null;
}

@ObjectType({
  description:
    'A cell as it stands in the document. number is null unless status is NUMBER or the text plainly states one; raw is what stands in the cell. 单元格。',
  simpleResolvers: true,
})
export class Cell {
  @Field(() => Measure, { description: 'What is measured: 指标.' })
  measure!: string;
  @Field(() => String, { description: "The form's label in the edition of the report: 行、列名称." })
  label!: string;
  @Field(() => Float, { nullable: true, description: 'The number taken; amounts in 万元: 数值.' })
  number!: number | null;
  @Field(() => CellStatus, { description: 'How it stands there: 状态.' })
  status!: CellStatusName;
  @Field(() => String, { nullable: true, description: 'What stands there: 原文.' })
  raw!: string | null;
  @Field(() => CellPlace, { nullable: true, description: 'Where it stands: 位置.' })
  place!: CellPlace | null;
}

@ObjectType({ description: "A chapter's text as found. 章节文字。", simpleResolvers: true })
export class Chapter {
  @Field(() => Int, { description: 'Its number in the form, 1 to 6: 序号.' })
  number!: number;
  @Field(() => String, { description: 'Its heading as found: 标题.' })
  title!: string;
  @Field(() => String, { description: 'Its text: 正文.' })
  text!: string;
}

@ObjectType({ description: 'One version of a report as it was received. 报告的一个版本。', simpleResolvers: true })
export class ReportRevision {
  @Field(() => Int, { description: '1 for the first version received, then 2, 3 … 版本号。' })
  get revision(): number {
    return this.node.revision;
  }
  @Field(() => DateTime, { description: 'When it was received by this database: 接收时刻.' })
  get receivedAt(): Date {
    return new Date(this.node.receivedAt);
  }
  @Field(() => DateScalar, { nullable: true, description: 'The day it was published: 发布日期.' })
  get publishedOn(): string | null {
    return this.node.publishedOn;
  }

  constructor(readonly node: RevisionNode) {}
}

@ObjectType({
  description: 'An annual report on government information disclosure: 政府信息公开工作年度报告.',
  simpleResolvers: true,
})
export class Report {
  @Field(() => ID, { description: 'Derived from agency, year and scope, the same in any database. 报告标识。' })
  get id(): string {
    return this.node.id;
  }
  @Field(() => Int, { description: 'The year that it reports on: 报告年度.' })
  get year(): number {
    return this.node.year;
  }
  @Field(() => Edition, { description: 'The edition of its form: 格式版本.' })
  get edition(): EditionName {
    return this.node.edition;
  }
  @Field(() => ReportScope, { description: 'Whose figures it states: 报告口径.' })
  get scope(): Scope {
    return this.node.scope;
  }
  @Field(() => String, { description: 'As found, or the usual one: 标题.' })
  get title(): string {
    return this.node.title;
  }
  @Field(() => DateScalar, { nullable: true, description: 'The day it was published: 发布日期.' })
  get publishedOn(): string | null {
    return this.node.publishedOn;
  }
  @Field(() => Int, { description: '1 for the first version received, then 2, 3 … 版本号。' })
  get revision(): number {
    return this.node.revision;
  }
  @Field(() => Boolean, { description: 'Made-up data, such as that of gongkai generate: 是否模拟数据.' })
  get synthetic(): boolean {
    return this.node.synthetic;
  }

  constructor(
    readonly node: ReportNode,
    /** The moment that it is looked at; null: now. */
    readonly asOf: Date | null,
  ) {}
}

export const ReportConnection = connectionOf(() => Report, { name: 'Report', english: 'reports', chinese: '报告' });

@ObjectType({
  description: 'What a check found in a report; kept, queryable, never a reason to drop the report. 发现的问题。',
  simpleResolvers: true,
})
export class Finding {
  @Field(() => String, { description: 'The rule that found it, such as applicants-sum-to-total: 规则.' })
  get rule(): string {
    return this.found.rule;
  }
  @Field(() => SeverityEnum, { description: 'How much it weighs: 严重程度.' })
  get severity(): Severity {
    return this.found.severity;
  }
  @Field(() => String, { description: 'What was found, where, and what was expected: 说明.' })
  get message(): string {
    return this.found.message;
  }
  @Field(() => [String], {
    description: 'Paths of the cells concerned, such as applications.received.total. 涉及的单元格。',
  })
  get cells(): readonly string[] {
    return this.found.cells;
  }
  @Field(() => Float, { nullable: true, description: 'What was expected; amounts in 万元: 应为.' })
  get expected(): number | null {
    return this.found.expected;
  }
  @Field(() => Float, { nullable: true, description: 'What is there; amounts in 万元: 实为.' })
  get actual(): number | null {
    return this.found.actual;
  }

  constructor(
    private readonly found: FindingOfReport,
    /** The report's id, or the report where it is at hand. */
    readonly report: string | Report,
  ) {}
}

export const FindingConnection = connectionOf(() => Finding, { name: 'Finding', english: 'findings', chinese: '问题' });
