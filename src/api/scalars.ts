/** The contract's scalars. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';
import { fenOf, wanYuanOf } from '../template/amount.js';

function safeInteger(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`A Count is a whole number up to 2^53 - 1; found ${JSON.stringify(value)}.`);
}

export const Count = new GraphQLScalarType<number, number>({
  name: 'Count',
  description:
    'A count from the form or a sum of counts: a safe integer (up to 2^53 - 1; Int is 32-bit and overflows). 件数、项数，可超过 32 位整数。',
  serialize: safeInteger,
  parseValue: safeInteger,
  parseLiteral: (node) => safeInteger(node.kind === Kind.INT ? Number(node.value) : null),
});

function fenOfInput(value: unknown): number {
  const fen = typeof value === 'string' ? fenOf(value) : null;
  if (fen !== null) return fen;
  throw new GraphQLError(
    `A WanYuan is a string such as "25.1", with none to six decimals; found ${JSON.stringify(value)}.`,
  );
}

/** Within the program an amount is an integer number of fen. */
export const WanYuan = new GraphQLScalarType<number, string>({
  name: 'WanYuan',
  description:
    'An amount in 万元 (10,000 yuan), exact: a string with six decimals, kept as an integer number of fen. Input takes none to six decimals. 金额，单位：万元。',
  serialize: (value) => wanYuanOf(safeInteger(value)),
  parseValue: fenOfInput,
  parseLiteral: (node) => fenOfInput(node.kind === Kind.STRING ? node.value : null),
});

export const DateScalar = new GraphQLScalarType({
  ...GraphQLDate.toConfig(),
  name: 'Date',
  description: 'A day, such as 2021-01-22. 日期。',
});

export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment with its time zone, such as 2025-01-31T09:30:00.000Z. 时刻，须带时区。',
});
