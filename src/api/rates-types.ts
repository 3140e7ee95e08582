/** Rates, a field per rate of src/template/rates.ts. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { rateOf, ratio, rates as described, type Rate as DescribedRate } from '../template/rates.js';
import type { Figures } from '../template/figures.js';
import { Count } from './scalars.js';

@ObjectType({
  description:
    'A rate over the reports of the row that state every term of its formula; numerator and denominator are sums over them, null where there are none. 比率。',
  simpleResolvers: true,
})
export class Rate {
  @Field(() => Float, { nullable: true, description: 'Null where the denominator is zero or null. 比率的值。' })
  value!: number | null;
  @Field(() => Count, { nullable: true, description: 'The part: 分子.' })
  numerator!: number | null;
  @Field(() => Count, { nullable: true, description: 'The whole: 分母.' })
  denominator!: number | null;
  @Field(() => Int, { description: 'How many reports state every term. 计入的报告数。' })
  reports!: number;
  @Field(() => Boolean, { description: 'Whether the denominator reaches the floor. 分母是否达到下限。' })
  reliable!: boolean;
}

/** The sums that a rate is made of. */
export interface RateSums {
  numerator: number | null;
  denominator: number | null;
  reports: number;
}

/** All rates of one report or row, each made when it is asked for. */
export class Rates {
  constructor(
    readonly sums: (rate: DescribedRate) => RateSums,
    readonly floor: number,
  ) {}

  /** What was asked for last: a getter is asked once for each field below it. */
  private last: { described: DescribedRate; rate: Rate } | null = null;

  rate(described: DescribedRate): Rate {
    if (this.last?.described !== described) this.last = { described, rate: this.made(described) };
    return this.last.rate;
  }

  private made(described: DescribedRate): Rate {
    const { numerator, denominator, reports } = this.sums(described);
    const { value } = ratio(numerator, denominator);
    return { value, numerator, denominator, reports, reliable: denominator !== null && denominator >= this.floor };
  }
}

ObjectType('Rates', {
  description: 'The rates, each with its numerator and denominator. 各项比率。',
  simpleResolvers: true,
})(Rates);
for (const rate of described) {
  Object.defineProperty(Rates.prototype, rate.key, {
    get(this: Rates) {
      return this.rate(rate);
    },
  });
  Field(() => Rate, {
    description: `${rate.label}, ${rate.english}: ${rate.formula}${rate.remark === '' ? '' : `. ${rate.remark}`}`,
  })(Rates.prototype, rate.key);
}

/** The sums of one report by itself: it counts as one where it states every term. */
export function sumsOfOne(rate: DescribedRate, figures: Figures): RateSums {
  const { numerator, denominator } = rateOf(rate, figures);
  return { numerator, denominator, reports: numerator === null ? 0 : 1 };
}
