/** What a figure of a row is made of: the formula, and the reports behind it. */
import { Field, Float, ObjectType } from 'type-graphql';
import type { Contribution as ContributionOfStore, Contributions } from '../store/statistics/contributions.js';
import type { Measure as DescribedMeasure } from '../template/measures.js';
import { Connection, connectionOf } from './connections.js';
import { Measure, TermSide } from './enums.js';
import { Count } from './scalars.js';

@ObjectType({ description: 'One of the terms of a formula. 公式中的一项。', simpleResolvers: true })
export class FormulaTerm {
  @Field(() => Measure, { description: 'What is added: 指标.' })
  measure!: string;
  @Field(() => String, { description: 'In English: 英文名称.' })
  labelEn!: string;
  @Field(() => String, { description: 'In Chinese: 中文名称.' })
  labelZh!: string;
  @Field(() => TermSide, { description: 'Where it stands in the formula: 在公式中的位置.' })
  side!: keyof typeof TermSide;
}

@ObjectType({ description: 'What one report adds to a figure of a row. 一份报告对合计的贡献。', simpleResolvers: true })
export class Contribution {
  @Field(() => Float, {
    nullable: true,
    description: 'What it states, amounts in 万元; of a rate its own, null where its denominator is 0. 该报告的数字。',
  })
  get figure(): number | null {
    return this.node.figure;
  }
  @Field(() => Count, { nullable: true, description: 'Of a rate alone: 分子.' })
  get numerator(): number | null {
    return this.node.numerator;
  }
  @Field(() => Count, { nullable: true, description: 'Of a rate alone: 分母.' })
  get denominator(): number | null {
    return this.node.denominator;
  }
  @Field(() => Float, {
    nullable: true,
    description: "Of the row's figure, of a rate of its numerator; null where that is 0. 所占份额。",
  })
  get share(): number | null {
    return this.node.share;
  }
  @Field(() => Boolean, {
    description:
      'Whether it stands on a total that was filled from its parts, where the quality of the row is REPAIRED: its cells stand as in the document. 是否经过补正。',
  })
  get repaired(): boolean {
    return this.node.repaired;
  }

  constructor(
    readonly node: ContributionOfStore,
    readonly measure: DescribedMeasure,
    /** The moment of the row; null: now. */
    readonly asOf: Date | null,
  ) {}
}

export const ContributionConnection = connectionOf(() => Contribution, {
  name: 'Contribution',
  english: 'contributions',
  chinese: '贡献',
});

/** A page of them, with what it explains. */
export class Explanation extends Connection<Contribution> {
  constructor(
    readonly found: Contributions,
    readonly measure: DescribedMeasure,
    asOf: Date | null,
  ) {
    super({ ...found, nodes: found.nodes.map((node) => new Contribution(node, measure, asOf)) });
  }
}
