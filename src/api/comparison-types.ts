/** One among its peers. What each number is, exactly: src/store/statistics/compare.ts. */
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type * as question from '../store/question.js';
import type { ApartPeer, Compared } from '../store/statistics/compare.js';
import type {
  AgencyPeers as AgencyPeersName,
  Comparison as ComparisonOfStore,
  DivisionPeers as DivisionPeersName,
} from '../store/statistics/comparison.js';
import { AsOf, QualityOf } from './arguments.js';
import { connectionOf } from './connections.js';
import { AgencyPeers, DivisionPeers, Measure, StatisticsBasis } from './enums.js';
import { Count } from './scalars.js';

@ArgsType()
export class ComparisonArgs {
  @Field(() => Int, { description: 'The report year: 年度.' })
  year!: number;
  @Field(() => [Measure], { description: 'What is compared: 指标.' })
  measures!: string[];
  @Field(() => StatisticsBasis, {
    nullable: true,
    defaultValue: 'SUM_OF_AGENCIES',
    description: 'Which reports are added: 统计基础.',
  })
  basis?: question.Basis | null;
  @QualityOf()
  quality?: question.Quality | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: 30,
    description: 'The smallest denominator of a reliable rate; the others are listed apart. 可靠比率的最小分母。',
  })
  floor?: number | null;
  @AsOf()
  asOf?: Date | null;
}

@ArgsType()
export class AgencyComparisonArgs extends ComparisonArgs {
  @Field(() => [AgencyPeers], {
    nullable: true,
    defaultValue: ['SAME_TYPE', 'SAME_LEVEL'],
    description: 'Whom to compare with: all of these hold of a peer. 可比对象，须同时满足。',
  })
  peers?: AgencyPeersName[] | null;
}

@ArgsType()
export class DivisionComparisonArgs extends ComparisonArgs {
  @Field(() => [DivisionPeers], {
    nullable: true,
    defaultValue: ['SAME_LEVEL'],
    description: 'Whom to compare with: divisions of the same level of which all of these hold. 可比对象，须同时满足。',
  })
  peers?: DivisionPeersName[] | null;
}

/** Everything that decides what a list of peers holds: its cursors are bound to question and quality. */
export interface ComparisonContext {
  question: unknown;
  quality: question.Quality;
  kind: 'agency' | 'division';
  asOf: Date | null;
}

/** A peer left apart; agency and division are filled by the resolver. */
@ObjectType({
  description:
    'A peer whose rate stands on too little to be ranked; of an agency or a division, as what is compared. 未排名的可比对象。',
  simpleResolvers: true,
})
export class ComparedPeer {
  @Field(() => Float, { description: 'Its rate: 比率.' })
  get value(): number {
    return this.peer.value;
  }
  @Field(() => Count, { description: 'What the rate stands on, less than the floor: 分母.' })
  get denominator(): number {
    return this.peer.denominator;
  }

  constructor(
    readonly peer: ApartPeer,
    readonly context: ComparisonContext,
  ) {}
}

export const ComparedPeerConnection = connectionOf(() => ComparedPeer, {
  name: 'ComparedPeer',
  english: 'peers left apart, the largest value first',
  chinese: '未排名的可比对象',
});

@ObjectType({
  description:
    'One measure among the peers. Ranked are all of whom a report counts, the subject with them, whose value is known and reliable. 单项指标比较。',
  simpleResolvers: true,
})
export class ComparedMeasure {
  @Field(() => Measure, { description: 'What is compared: 指标.' })
  get measure(): string {
    return this.compared.measure;
  }
  @Field(() => Float, { nullable: true, description: "The subject's sum, of a rate the rate; amounts in 万元. 数值。" })
  get value(): number | null {
    return this.compared.value;
  }
  @Field(() => Count, { nullable: true, description: "Of a rate, the subject's; else null. 分母。" })
  get denominator(): number | null {
    return this.compared.denominator;
  }
  @Field(() => Boolean, {
    description: 'Of a rate, whether its denominator reaches the floor; of all other measures true. 是否可靠。',
  })
  get reliable(): boolean {
    return this.compared.reliable;
  }
  @Field(() => Int, {
    nullable: true,
    description: '1 + the number of ranked with a larger value; null where the subject is not ranked. 排名。',
  })
  get rank(): number | null {
    return this.compared.rank;
  }
  @Field(() => Int, { nullable: true, description: "How many others share the subject's rank: 并列数." })
  get tied(): number | null {
    return this.compared.tied;
  }
  @Field(() => Int, { description: 'How many are ranked, the subject with them: 参与排名数.' })
  get ranked(): number {
    return this.compared.ranked;
  }
  @Field(() => Float, {
    nullable: true,
    description:
      'The share of the ranked with a smaller value, ties half: (smaller + equal / 2) / ranked, the subject itself among the equal. 百分位。',
  })
  get percentile(): number | null {
    return this.compared.percentile;
  }
  @Field(() => Float, { nullable: true, description: 'The quartile of the ranked at 0.25: 下四分位数.' })
  get lowerQuartile(): number | null {
    return this.compared.lowerQuartile;
  }
  @Field(() => Float, { nullable: true, description: 'The median of the ranked: 中位数.' })
  get median(): number | null {
    return this.compared.median;
  }
  @Field(() => Float, { nullable: true, description: 'The quartile of the ranked at 0.75: 上四分位数.' })
  get upperQuartile(): number | null {
    return this.compared.upperQuartile;
  }
  @Field(() => Int, { description: 'How many peers have no value, the subject not counted: 无数据的可比对象数.' })
  get withoutValue(): number {
    return this.compared.withoutValue;
  }

  constructor(
    readonly compared: Compared,
    readonly context: ComparisonContext,
  ) {}
}

@ObjectType({
  description: 'One agency or division among its peers in a year. 与可比对象的比较。',
  simpleResolvers: true,
})
export class Comparison {
  @Field(() => Int, { description: 'The report year: 年度.' })
  get year(): number {
    return this.asked;
  }
  @Field(() => Int, {
    description: 'How many peers have a report that counts, the subject not counted: 可比对象数.',
  })
  get peers(): number {
    return this.comparison.peers;
  }
  @Field(() => [ComparedMeasure], { description: 'In the order asked: 各项指标.' })
  get measures(): ComparedMeasure[] {
    return this.comparison.measures.map((compared) => new ComparedMeasure(compared, this.context));
  }

  constructor(
    readonly asked: number,
    readonly comparison: ComparisonOfStore,
    readonly context: ComparisonContext,
  ) {}
}
