/** The same question as a GraphQL query of the contract's schema, and its answer as the same comparable JSON. */
import {
  summaryFieldNames,
  withIds,
  type AgencyName,
  type Answer,
  type AnsweredReport,
  type AnsweredRow,
  type Ask,
  type Wish,
} from './ask.js';
import type { Explanation } from './contributions.js';
import type { Quality } from '../../src/store/question.js';
import type { World } from './world.js';

export interface Query {
  query: string;
  variables: Record<string, unknown>;
}

/** Each variable with its type in the contract. */
const variableTypes = {
  where: 'ReportFilter',
  agencyWhere: 'AgencyFilter',
  basis: 'StatisticsBasis',
  quality: 'Quality',
  groupBy: '[GroupKey!]',
  having: '[MeasureCondition!]',
  orderBy: '[StatisticsOrder!]',
  reportOrder: '[ReportOrder!]',
  agencyOrder: '[AgencyOrder!]',
  asOf: 'DateTime',
  code: 'ID!',
  id: 'ID!',
  year: 'Int!',
  from: 'Int',
  to: 'Int',
  floor: 'Int',
  measures: '[Measure!]!',
  last: 'Measure!',
  explained: 'Measure!',
  firstOf: 'Int',
  afterOf: 'String',
} as const;
type Variable = keyof typeof variableTypes;

interface Field {
  text: string;
  variables: Partial<Record<Variable, unknown>>;
}

const answerName = 'answer';

export function queryFor(asked: Ask, wish: Wish, world: World): Query {
  const ask = withIds(asked, world);
  const row = rowFields(
    ask.kind === 'reports' ? { figures: wish.figures, rates: wish.rates, floor: wish.floor } : wish,
  );
  const { text, variables } = fieldFor(ask, wish, row);
  const given: Field['variables'] = { ...variables, ...(text.includes(row.text) ? row.variables : {}) };
  const declared = Object.keys(given).map((name) => `$${name}: ${variableTypes[name as Variable]}`);
  const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  return {
    query: `query Asked${head} { ${text} }`,
    variables: JSON.parse(JSON.stringify(given)) as Query['variables'], // moments as ISO text
  };
}

function fieldFor(ask: Ask, wish: Wish, row: Field): Field {
  switch (ask.kind) {
    case 'statistics': {
      const { where, basis, quality, groupBy, having, orderBy, asOf } = ask.question;
      return {
        text: `${answerName}: statistics(where: $where, basis: $basis, quality: $quality, groupBy: $groupBy, having: $having, orderBy: $orderBy, first: 1000, asOf: $asOf) { totalCount nodes { ${row.text} } }`,
        variables: {
          where: where ?? null,
          basis,
          ...qualityIn(quality),
          groupBy,
          having: having ?? null,
          orderBy: orderBy ?? null,
          asOf: asOf ?? null,
        },
      };
    }
    case 'division':
      return {
        text: `${answerName}: division(code: $code) { statistics(year: $year, basis: $basis, quality: $quality, asOf: $asOf) { ${row.text} } }`,
        variables: {
          code: ask.code,
          year: ask.year,
          basis: ask.basis,
          ...qualityIn(ask.quality),
          asOf: ask.asOf ?? null,
        },
      };
    case 'agency':
      return {
        text: `${answerName}: agency(id: $id) { statistics(year: $year, basis: $basis, quality: $quality, asOf: $asOf) { ${row.text} } }`,
        variables: { id: ask.id, year: ask.year, basis: ask.basis, ...qualityIn(ask.quality), asOf: ask.asOf ?? null },
      };
    case 'trend':
      return {
        text: `${answerName}: division(code: $code) { trend(from: $from, to: $to, basis: $basis, quality: $quality, asOf: $asOf) { ${row.text} } }`,
        variables: {
          code: ask.code,
          from: ask.from ?? null,
          to: ask.to ?? null,
          basis: ask.basis,
          ...qualityIn(ask.quality),
          asOf: ask.asOf ?? null,
        },
      };
    case 'reconciliation':
      return {
        text: `${answerName}: division(code: $code) { reconciliation(year: $year, quality: $quality, asOf: $asOf) { published { ${row.text} } agencies { ${row.text} } differences { measure published agencies difference } } }`,
        variables: { code: ask.code, year: ask.year, ...qualityIn(ask.quality), asOf: ask.asOf ?? null },
      };
    case 'reports':
      return {
        text: `${answerName}: reports(where: $where, orderBy: $reportOrder, first: 100, asOf: $asOf) { totalCount edges { node { agency { name division { code } } year scope ${(wish.details ?? []).join(' ')} ${row.text} } } }`,
        variables: {
          where: ask.question.where ?? null,
          reportOrder: ask.question.orderBy ?? null,
          asOf: ask.question.asOf ?? null,
        },
      };
    case 'agencies':
      return {
        text: `${answerName}: agencies(where: $agencyWhere, orderBy: $agencyOrder, first: 100) { totalCount nodes { name type division { code } parent { name division { code } } } }`,
        variables: { agencyWhere: ask.question.where ?? null, agencyOrder: ask.question.orderBy ?? null },
      };
  }
}

/** Absent, it is the usual one by default; null is as good. */
const qualityIn = (quality: Quality | null | undefined): Field['variables'] => ({ quality });

/** What is wished of a row (of a report: its figures and rates), with aliases for most. */
function rowFields(wish: Wish): Field {
  const { figures, rates, measures } = wish;
  const summary = `measure ${(wish.fields ?? summaryFieldNames).map((field) => (field === 'change' ? 'change { previous absolute percent }' : field)).join(' ')}`;
  const floor = wish.floor === undefined ? '' : '(floor: $floor)';
  const last = measures?.at(-1);
  const text = [
    wish.key === true
      ? 'group: key { year division { code } agency { name division { code } } agencyType edition }'
      : '',
    wish.reports === true ? 'added: reports' : '',
    wish.synthetic === true ? 'madeUp: synthetic' : '',
    wish.coverage === true ? 'coverage { expected reported counted missing leftOut { reason reports } }' : '',
    wish.repaired === true ? 'mended: repaired { cells reports }' : '',
    figures && figures.length > 0 ? `sums: figures { ${nested(figures.map((path) => path.split('.')))} }` : '',
    rates && rates.length > 0
      ? `ratios: rates${floor} { ${rates.map((key) => `${key} { value numerator denominator reports reliable }`).join(' ')} }`
      : '',
    wish.explained === undefined
      ? ''
      : 'explained: contributions(of: $explained, first: $firstOf, after: $afterOf) { figure numerator denominator totalCount pageInfo { hasNextPage endCursor } edges { cursor node { figure numerator denominator share repaired report { agency { name division { code } } year } } } }',
    last === undefined
      ? ''
      : `summaries: measures(of: $measures) { ${summary} } last: measure(of: $last) { ${summary} }`,
  ];
  return {
    text: text.filter((part) => part !== '').join(' ') || '__typename',
    variables: {
      ...(rates && rates.length > 0 && wish.floor !== undefined && { floor: wish.floor }),
      ...(wish.explained && {
        explained: wish.explained.of,
        firstOf: wish.explained.first ?? 100,
        afterOf: wish.explained.after ?? null,
      }),
      ...(last !== undefined && { measures: measures?.slice(0, -1), last }),
    },
  };
}

/** Paths as nested selections: [['a', 'b'], ['a', 'c']] is `a { b c }`. */
function nested(paths: readonly (readonly string[])[]): string {
  const heads = [...new Set(paths.map(([head = '']) => head))];
  return heads
    .map((head) => {
      const rest = paths.filter(([one]) => one === head).map((path) => path.slice(1));
      return rest.every((path) => path.length === 0) ? head : `${head} { ${nested(rest)} }`;
    })
    .join(' ');
}

/** What an executed query gives, as GraphQL over HTTP has it. */
export interface Result {
  data?: { answer?: unknown } | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

interface GraphqlAgency {
  name: string;
  division: { code: string };
}
interface GraphqlExplanation extends Omit<Explanation, 'reports'> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: {
    cursor: string;
    node: Omit<Explanation['reports'][number], 'agency' | 'year'> & { report: { agency: GraphqlAgency; year: number } };
  }[];
}
interface GraphqlRow {
  group?: {
    year: number | null;
    division: { code: string } | null;
    agency: GraphqlAgency | null;
    agencyType: NonNullable<AnsweredRow['key']>['agencyType'] | null;
    edition: NonNullable<AnsweredRow['key']>['edition'] | null;
  };
  added?: number;
  madeUp?: boolean;
  coverage?: {
    expected: number;
    reported: number;
    counted: number;
    missing: number;
    leftOut: { reason: string; reports: number }[];
  };
  mended?: { cells: number; reports: number };
  sums?: unknown;
  ratios?: AnsweredRow['rates'];
  explained?: GraphqlExplanation;
  summaries?: ({ measure: string } & Record<string, unknown>)[];
  last?: { measure: string } & Record<string, unknown>;
}

/** The answer of a query made by `queryFor`, as `oracleAnswer` gives it. */
export function normalise(ask: Ask, wish: Wish, { data, errors }: Result): Answer {
  if (errors !== undefined && errors.length > 0) {
    const [first] = errors;
    const code = first?.extensions?.['code'];
    if (code === 'BAD_USER_INPUT' || code === 'TOO_MANY_GROUPS') return { refused: code };
    throw new Error(`${String(code)}: ${errors.map(({ message }) => message).join('\n')}`);
  }
  // The query was made here: the shape of its answer is known.
  const answer = data?.answer as never;
  switch (ask.kind) {
    case 'statistics': {
      const { totalCount, nodes } = answer as { totalCount: number; nodes: GraphqlRow[] };
      checkCount(totalCount, nodes);
      return { rows: nodes.map((row) => rowOf(row, wish)) };
    }
    case 'division':
    case 'agency': {
      const holder = answer as { statistics: GraphqlRow } | null;
      return { rows: holder === null ? null : [rowOf(holder.statistics, wish)] };
    }
    case 'trend': {
      const holder = answer as { trend: GraphqlRow[] } | null;
      return { rows: holder === null ? null : holder.trend.map((row) => rowOf(row, wish)) };
    }
    case 'reconciliation': {
      const holder = answer as {
        reconciliation: { published: GraphqlRow; agencies: GraphqlRow; differences: never[] };
      } | null;
      if (holder === null) return { reconciliation: null };
      const { published, agencies, differences } = holder.reconciliation;
      return { published: rowOf(published, wish), agencies: rowOf(agencies, wish), differences };
    }
    case 'reports': {
      const { totalCount, edges } = answer as {
        totalCount: number;
        edges: { node: GraphqlRow & { agency: GraphqlAgency; year: number; scope: AnsweredReport['scope'] } }[];
      };
      checkCount(totalCount, edges);
      return {
        reports: edges.map(({ node }) => {
          const { figures, rates } = rowOf(node, wish);
          const detail = node as unknown as Record<string, unknown>;
          return {
            agency: [node.agency.division.code, node.agency.name],
            year: node.year,
            scope: node.scope,
            ...(wish.details && { details: Object.fromEntries(wish.details.map((name) => [name, detail[name]])) }),
            ...(wish.figures && { figures }),
            ...(wish.rates && { rates }),
          };
        }),
      };
    }
    case 'agencies': {
      const { totalCount, nodes } = answer as {
        totalCount: number;
        nodes: (GraphqlAgency & { type: 'OTHER'; parent: GraphqlAgency | null })[];
      };
      checkCount(totalCount, nodes);
      const named = ({ division, name }: GraphqlAgency): AgencyName => [division.code, name];
      return {
        agencies: nodes.map((agency) => ({
          agency: named(agency),
          type: agency.type,
          parent: agency.parent === null ? null : named(agency.parent),
        })),
      };
    }
  }
}

function checkCount(totalCount: number, found: readonly unknown[]): void {
  if (totalCount !== found.length) throw new Error(`totalCount is ${totalCount}, but there are ${found.length}`);
}

function rowOf(row: GraphqlRow, wish: Wish): AnsweredRow {
  const { group, coverage, sums, summaries, last } = row;
  return {
    ...(group && {
      key: {
        ...(group.year !== null && { year: group.year }),
        ...(group.division && { division: group.division.code }),
        ...(group.agency && { agency: [group.agency.division.code, group.agency.name] as const }),
        ...(group.agencyType && { agencyType: group.agencyType }),
        ...(group.edition && { edition: group.edition }),
      },
    }),
    ...(row.added !== undefined && { reports: row.added }),
    ...(row.madeUp !== undefined && { synthetic: row.madeUp }),
    ...(coverage && {
      coverage: {
        ...coverage,
        leftOut: Object.fromEntries(coverage.leftOut.map(({ reason, reports }) => [reason, reports])),
      },
    }),
    ...(row.mended && { repaired: row.mended }),
    ...(wish.figures && { figures: Object.fromEntries(wish.figures.map((path) => [path, valueAt(sums, path)])) }),
    ...(row.explained && { explained: explanationOf(row.explained) }),
    ...(wish.rates && { rates: row.ratios ?? {} }),
    ...(wish.measures && {
      measures: Object.fromEntries(
        [...(summaries ?? []), ...(last ? [last] : [])].map(({ measure, ...summary }) => [measure, summary]),
      ),
    }),
  };
}

function explanationOf({ figure, numerator, denominator, edges }: GraphqlExplanation): Explanation {
  const reports = edges.map(({ node: { report, ...of } }) => ({
    agency: [report.agency.division.code, report.agency.name] as const,
    year: report.year,
    ...of,
  }));
  return { figure, numerator, denominator, reports };
}

function valueAt(sums: unknown, path: string): number | string | null {
  let at: unknown = sums;
  for (const key of path.split('.')) at = (at as Record<string, unknown>)[key];
  return at as number | string | null;
}
