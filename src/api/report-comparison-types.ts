/** Two reports of one agency side by side. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Chapter } from '../report/report.js';
import type { SharedText } from '../report/shared-text.js';
import type { ReportNode } from '../store/reports.js';
import { fenPerWanYuan } from '../template/amount.js';
import type { Figures } from '../template/figures.js';
import { measures } from '../template/measures.js';
import { Measure } from './enums.js';
import { Report } from './report-types.js';

@ObjectType({
  description: 'A figure that differs between two reports of one agency; amounts in 万元. 两份报告不同的数字。',
  simpleResolvers: true,
})
export class ReportDifference {
  @Field(() => Measure, { description: 'What is measured: 指标.' })
  measure!: string;
  @Field(() => Float, { nullable: true, description: 'In this report: 本报告数.' })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: 'In the other: 对照报告数.' })
  other!: number | null;
  @Field(() => Float, { nullable: true, description: 'value - other; null where one of them is: 差额.' })
  difference!: number | null;
}

/** Computed in the units that are held, so that a difference of amounts is exact before it is 万元. */
export function differencesBetween(figures: Figures, others: Figures): ReportDifference[] {
  return measures.flatMap((measure): ReportDifference[] => {
    if (measure.kind !== 'leaf') return [];
    const { leaf, name } = measure;
    const [value, other] = [leaf.in(figures), leaf.in(others)];
    if (value === other) return [];
    const inUnit = (of: number | null): number | null =>
      of === null || leaf.unit !== 'WAN_YUAN' ? of : of / fenPerWanYuan;
    const difference = value === null || other === null ? null : value - other;
    return [{ measure: name, value: inUnit(value), other: inUnit(other), difference: inUnit(difference) }];
  });
}

@ObjectType({
  description:
    'How much of the text of a chapter stands in the same chapter of the other report: characters, white space aside, in a run of ten or more that the other has too, wherever. 文字重复程度。',
  simpleResolvers: true,
})
export class ChapterComparison {
  @Field(() => Int, { description: 'Its number in the form, 1 to 6: 序号.' })
  get number(): number {
    return this.chapter.number;
  }
  @Field(() => String, { description: 'Its heading as found in this report: 标题.' })
  get title(): string {
    return this.chapter.title;
  }
  @Field(() => Int, { description: 'Its characters, white space aside: 字数.' })
  get characters(): number {
    return this.text.characters;
  }
  @Field(() => Int, { description: 'Those of them that stand in the other chapter too: 相同字数.' })
  get shared(): number {
    return this.text.shared;
  }
  @Field(() => Float, { nullable: true, description: 'shared / characters; null of an empty chapter: 相同比例.' })
  get share(): number | null {
    return this.text.characters === 0 ? null : this.text.shared / this.text.characters;
  }

  constructor(
    private readonly chapter: Chapter,
    private readonly text: SharedText,
  ) {}
}

@ObjectType({ description: 'A report beside another of its agency: 两份报告对照.', simpleResolvers: true })
export class ReportComparison {
  @Field(() => Report, { description: 'The report that it is held against: 对照报告.' })
  readonly other: Report;

  constructor(
    readonly own: ReportNode,
    other: Report,
  ) {
    this.other = other;
  }
}
