/** The same question as a GraphQL query of the contract's schema, and its answer as the same comparable JSON. */
import {
  summaryFieldNames,
  withIds,
  type AgencyName,
  type Answer,
  type AnsweredReport,
  type AnsweredRow,
  type Ask,
  type Side,
  type Wish,
} from './ask.js';
import type { Beside } from './beside.js';
import type { ComparisonAnswer } from './comparison.js';
import type { Explanation } from './contributions.js';
import type { TimelinessAnswer } from './timeliness.js';
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
  first: 'Int',
  after: 'String',
  peers: '[AgencyPeers!]',
  divisionPeers: '[DivisionPeers!]',
  division: 'ID!',
  scope: 'ReportScope',
  status: '[TimelinessStatus!]',
  besideYear: 'Int!',
  firstOf: 'Int',
  afterOf: 'String',
} as const;
type Variable = keyof typeof variableTypes;

interface Field {
  text: string;
  variables: Partial<Record<Variable, unknown>>;
}

const answerName = 'answer';
const paged = 'totalCount pageInfo { hasNextPage endCursor }';
const besideFields =
  'beside: comparedWith(year: $besideYear) { other { year } differences { measure value other difference } }';
const comparedFields =
  'measure value denominator reliable rank tied ranked percentile lowerQuartile median upperQuartile withoutValue';

/** @param after where a list that is asked for page by page goes on */
export function queryFor(asked: Ask, wish: Wish, world: World, after: string | null = null): Query {
  const ask = withIds(asked, world);
  const row = rowFields(
    ask.kind === 'reports' ? { figures: wish.figures, rates: wish.rates, floor: wish.floor } : wish,
  );
  const { text, variables } = fieldFor(ask, wish, row, after);
  const given: Field['variables'] = { ...variables, ...(text.includes(row.text) ? row.variables : {}) };
  const declared = Object.keys(given).map((name) => `$${name}: ${variableTypes[name as Variable]}`);
  const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  return {
    query: `query Asked${head} { ${text} }`,
    variables: JSON.parse(JSON.stringify(given)) as Query['variables'], // moments as ISO text
  };
}

function fieldFor(ask: Ask, wish: Wish, row: Field, after: string | null): Field {
  const page = (most: number): Field['variables'] => ({ first: ('page' in ask ? ask.page : null) ?? most, after });
  switch (ask.kind) {
    case 'statistics': {
      const { where, basis, quality, groupBy, having, orderBy, asOf } = ask.question;
      return {
        text: `${answerName}: statistics(where: $where, basis: $basis, quality: $quality, groupBy: $groupBy, having: $having, orderBy: $orderBy, first: $first, after: $after, asOf: $asOf) { ${paged} nodes { ${row.text} } }`,
        variables: {
          where: where ?? null,
          basis,
          ...qualityIn(quality),
          groupBy,
          having: having ?? null,
          orderBy: orderBy ?? null,
          ...page(1000),
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
    case 'reconciliation': {
      const { explained, ...others } = wish;
      const side = (name: Side): string => ((explained?.side ?? name) === name ? row : rowFields(others)).text;
      return {
        text: `${answerName}: division(code: $code) { reconciliation(year: $year, quality: $quality, asOf: $asOf) { published { ${side('published')} } agencies { ${side('agencies')} } differences { measure published agencies difference } } }`,
        variables: { code: ask.code, year: ask.year, ...qualityIn(ask.quality), asOf: ask.asOf ?? null },
      };
    }
    case 'comparison': {
      const { of, id, year, measures, peers, basis, quality, floor, asOf } = ask.question;
      const isAgency = of === 'agency';
      const [argument, types] = isAgency ? ['agency(id: $id)', '$peers'] : ['division(code: $code)', '$divisionPeers'];
      return {
        text: `${answerName}: ${argument} { comparison(year: $year, measures: $measures, peers: ${types}, basis: $basis, quality: $quality, ${floor == null ? '' : 'floor: $floor, '}asOf: $asOf) {
          year peers measures { ${comparedFields} apart { totalCount nodes { value denominator ${isAgency ? 'agency { name division { code } }' : 'division { code }'} } } } } }`,
        variables: {
          ...(isAgency ? { id, peers } : { code: id, divisionPeers: peers }),
          ...(floor != null && { floor }),
          ...{ year, measures, basis, ...qualityIn(quality), asOf: asOf ?? null },
        },
      };
    }
    case 'timeliness': {
      const { year, division, scope, status, asOf } = ask.question;
      return {
        text: `${answerName}: timeliness(year: $year, division: $division, scope: $scope, status: $status, first: $first, after: $after, asOf: $asOf) {
          ${paged} summary { inTime late withoutDate notHeld } nodes { agency { name division { code } } scope dueOn publishedOn daysLate status held } }`,
        variables: {
          ...{ year, division, scope: scope ?? null, status: status ?? null, ...page(1000), asOf: asOf ?? null },
        },
      };
    }
    case 'reports':
      return {
        text: `${answerName}: reports(where: $where, orderBy: $reportOrder, first: $first, after: $after, asOf: $asOf) { ${paged} edges { node { agency { name division { code } } year scope ${(wish.details ?? []).join(' ')} ${row.text} ${wish.beside === undefined ? '' : besideFields} } } }`,
        variables: {
          where: ask.question.where ?? null,
          reportOrder: ask.question.orderBy ?? null,
          ...page(100),
          ...(wish.beside !== undefined && { besideYear: wish.beside }),
          asOf: ask.question.asOf ?? null,
        },
      };
    case 'agencies':
      return {
        text: `${answerName}: agencies(where: $agencyWhere, orderBy: $agencyOrder, first: $first, after: $after) { ${paged} nodes { name type division { code } parent { name division { code } } } }`,
        variables: { agencyWhere: ask.question.where ?? null, agencyOrder: ask.question.orderBy ?? null, ...page(100) },
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
interface GraphqlPage<Node> {
  totalCount: number;
  nodes?: Node[];
  edges?: { node: Node }[];
}
type GraphqlReport = GraphqlRow & {
  agency: GraphqlAgency;
  year: number;
  scope: AnsweredReport['scope'];
  beside?: { other: { year: number }; differences: Beside['differences'] } | null;
};
type GraphqlTimeliness = Omit<TimelinessAnswer['rows'][number], 'agency'> & { agency: GraphqlAgency };
type GraphqlMeasure = Omit<ComparisonAnswer['measures'][number], 'apart'> & {
  apart: {
    totalCount: number;
    nodes: {
      value: number;
      denominator: number;
      agency?: GraphqlAgency;
      division?: { code: string };
    }[];
  };
};
type GraphqlComparison = Omit<ComparisonAnswer, 'measures'> & { measures: GraphqlMeasure[] };
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

/** Where a list that is asked for page by page goes on; null where it does not. */
export function nextPage(ask: Ask, { data, errors }: Result): string | null {
  if (!('page' in ask) || ask.page == null || errors !== undefined) return null;
  const { pageInfo } = data?.answer as { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

/** The answers of queries made by `queryFor`, page after page, as `oracleAnswer` gives it. */
export function normalise(ask: Ask, wish: Wish, pages: readonly Result[]): Answer {
  for (const { errors } of pages) {
    if (errors === undefined || errors.length === 0) continue;
    const [first] = errors;
    const code = first?.extensions?.['code'];
    if (code === 'BAD_USER_INPUT' || code === 'TOO_MANY_GROUPS') return { refused: code };
    throw new Error(`${String(code)}: ${errors.map(({ message }) => message).join('\n')}`);
  }
  // The queries were made here: the shape of their answers is known.
  const answers = pages.map(({ data }) => data?.answer as never);
  const answer = answers[0] as never;
  switch (ask.kind) {
    case 'statistics':
      return { rows: allNodes<GraphqlRow>(ask, answers).map((row) => rowOf(row, wish)) };
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
    case 'comparison': {
      const holder = answer as { comparison: GraphqlComparison } | null;
      return { comparison: holder === null ? null : comparisonOf(holder.comparison) };
    }
    case 'timeliness': {
      const { summary } = answer as unknown as { summary: TimelinessAnswer['summary'] };
      const rows = allNodes<GraphqlTimeliness>(ask, answers);
      return { timeliness: { summary, rows: rows.map((row) => ({ ...row, agency: named(row.agency) })) } };
    }
    case 'reports': {
      const nodes = allNodes<GraphqlReport>(ask, answers);
      return {
        reports: nodes.map((node) => {
          const { figures, rates } = rowOf(node, wish);
          const detail = node as unknown as Record<string, unknown>;
          return {
            agency: [node.agency.division.code, node.agency.name],
            year: node.year,
            scope: node.scope,
            ...(wish.details && { details: Object.fromEntries(wish.details.map((name) => [name, detail[name]])) }),
            ...(wish.figures && { figures }),
            ...(wish.rates && { rates }),
            ...(node.beside !== undefined && {
              beside: node.beside && { year: node.beside.other.year, differences: node.beside.differences },
            }),
          };
        }),
      };
    }
    case 'agencies': {
      const nodes = allNodes<GraphqlAgency & { type: 'OTHER'; parent: GraphqlAgency | null }>(ask, answers);
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

const named = ({ division, name }: GraphqlAgency): AgencyName => [division.code, name];

/** What is on all pages together; each says how many there are, and none but the last is short. */
function allNodes<Node>(ask: Ask, pages: readonly GraphqlPage<Node>[]): Node[] {
  const found = pages.map(({ nodes, edges }) => nodes ?? (edges ?? []).map(({ node }) => node));
  const together = found.flat();
  const size = 'page' in ask ? (ask.page ?? null) : null;
  for (const [nth, { totalCount }] of pages.entries()) {
    if (totalCount !== together.length)
      throw new Error(`totalCount is ${totalCount}, but there are ${together.length}`);
    if (size !== null && nth < pages.length - 1 && found[nth]?.length !== size)
      throw new Error(`page ${nth + 1} of ${pages.length} has ${found[nth]?.length}, not ${size}`);
  }
  return together;
}

function comparisonOf({ measures, ...of }: GraphqlComparison): ComparisonAnswer {
  return {
    ...of,
    measures: measures.map(({ apart: { totalCount, nodes }, ...measure }) => {
      if (totalCount !== nodes.length) throw new Error(`apart are ${totalCount}, but there are ${nodes.length}`);
      const apart = nodes.map(({ agency, division, ...one }) => ({
        ...one,
        of: agency ? named(agency) : (division?.code ?? ''),
      }));
      return { ...measure, apart };
    }),
  };
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
