/** Arguments that mean the same wherever they stand, in the same words. */
import { Arg, Field, Int } from 'type-graphql';
import { Quality } from './enums.js';
import { DateTime } from './scalars.js';

/** What to go on after in a connection. */
export const After = (): PropertyDecorator =>
  Field(() => String, { nullable: true, description: 'endCursor of the page before: 上页末尾的游标.' });

const moment = { nullable: true, description: 'As the database was at that moment: 以该时刻数据库的状态为准.' };
export const AsOf = (): PropertyDecorator => Field(() => DateTime, moment);
/** The same of a method that takes its arguments one by one. */
export const AsOfArgument = (): ReturnType<typeof Arg> => Arg('asOf', () => DateTime, moment);

export const usualQuality = 'AS_REPORTED';
const quality = {
  nullable: true,
  defaultValue: usualQuality,
  description: 'Whether figures are taken as reported: 数据质量.',
};
export const QualityOf = (): PropertyDecorator => Field(() => Quality, quality);
/** The same of a method that takes its arguments one by one. */
export const QualityArgument = (): ReturnType<typeof Arg> => Arg('quality', () => Quality, quality);

export const usualFloor = 30;
export const FloorArgument = (): ReturnType<typeof Arg> =>
  Arg('floor', () => Int, {
    nullable: true,
    defaultValue: usualFloor,
    description: 'The smallest denominator of a reliable rate: 可靠比率的最小分母.',
  });
