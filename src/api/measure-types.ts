/** The measures and what they mean, as the form's description has them. */
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Edition as EditionName } from '../template/form.js';
import { measures, type Measure as DescribedMeasure, type Unit as UnitName } from '../template/measures.js';
import { Edition, Measure, Unit } from './enums.js';
import { listCost } from './limits/costs.js';

@ObjectType({
  description: 'A measure with its labels, definition, unit, formula and legal source. 指标定义。',
  simpleResolvers: true,
})
export class MeasureDefinition {
  @Field(() => Measure, { description: 'Its name: 指标.' })
  measure!: string;
  @Field(() => String, { description: 'In English: 英文名称.' })
  labelEn!: string;
  @Field(() => String, { description: 'In Chinese: 中文名称.' })
  labelZh!: string;
  @Field(() => String, { description: 'What it is, exactly: 定义.' })
  definition!: string;
  @Field(() => Unit, { description: 'What it is counted in: 计量单位.' })
  unit!: UnitName;
  @Field(() => [Edition], { description: 'The editions of the form that have it: 所在格式版本.' })
  editions!: readonly EditionName[];
  @Field(() => String, { nullable: true, description: 'How it is computed, of a subtotal or a rate: 计算公式.' })
  formula!: string | null;
  @Field(() => String, { nullable: true, description: 'The article whose case it is: 法律依据.' })
  legalSource!: string | null;
}

export const definitionOf = ({ name, ...rest }: DescribedMeasure): MeasureDefinition => ({ measure: name, ...rest });

const definitions: readonly MeasureDefinition[] = measures.map(definitionOf);

@Resolver()
export class MeasureResolver {
  @Query(() => [MeasureDefinition], {
    description: 'Every measure with its labels, definition, unit, formula and legal source. 全部指标及其定义。',
    complexity: listCost(definitions.length),
  })
  measures(): readonly MeasureDefinition[] {
    return definitions;
  }
}
