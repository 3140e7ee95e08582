/** STATISTICS, "Rows". */
import type { Example } from './example.js';
import {
  applications,
  hangzhou,
  hongsibao,
  huangpu,
  litong,
  moment,
  ningxia,
  own,
  received,
  RECEIVED,
  receivedTotal,
  registered,
  stateCouncil,
  statistics,
  wuzhong,
  xiacheng,
  xiantao,
  yinchuan,
} from './made.js';

const rows = { key: true, figures: [receivedTotal] } as const;
const sum = (total: number | null) => ({ figures: { [receivedTotal]: total } });

/** One report of 2021 at every kind of place, each twice the one before. */
const everywhere = received(
  own(stateCouncil.office, 2021, applications(1)),
  own(ningxia.education, 2021, applications(2)),
  own(wuzhong.education, 2021, applications(4)),
  own(litong.education, 2021, applications(8)),
  own(hongsibao.education, 2021, applications(16)),
  own(huangpu.education, 2021, applications(32)),
  own(xiantao.education, 2021, applications(64)),
  own(hangzhou.education, 2021, applications(128)),
  own(xiacheng.education, 2021, applications(256)),
);
const fallsTo =
  'A division level in `groupBy`: each agency falls to the ancestor of that level of its division (or the division itself); one whose division has none of that level (an agency above it; a district directly under its province) falls into the group of its own division.';
const keyOrder =
  'Order without `orderBy`, and of ties: by the keys, ascending, in the order of `groupBy`: numbers, division codes, enums in their order, ids by code point.';

/** 利通区教育局: 5 and 2; 公安分局: 5 in 2020 alone; 红寺堡区教育局: blank. */
const years = received(
  own(litong.education, 2021, applications(2)),
  own(litong.education, 2020, applications(5)),
  own(litong.police, 2020, applications(5)),
  own(hongsibao.education, 2020),
);

export const rowExamples: Example[] = [
  {
    name: 'a group has a row if a report of it counts',
    sentence: 'A row exists for each group with at least one counted report',
    operations: years,
    ask: statistics({ groupBy: ['YEAR'], where: { measures: [{ measure: RECEIVED, gt: 2 }] } }),
    wish: rows,
    expected: { rows: [{ key: { year: 2020 }, ...sum(10) }] }, // nothing of 2021 is above 2
  },
  {
    name: 'without groupBy there is one row, also of nothing',
    sentence: 'without `groupBy` there is exactly one row, also when nothing is counted (reports 0, figures null).',
    operations: [],
    ask: statistics(),
    wish: {
      key: true,
      reports: true,
      synthetic: true,
      coverage: true,
      figures: [receivedTotal],
      rates: ['refusal'],
      measures: [RECEIVED],
    },
    expected: {
      rows: [
        {
          key: {},
          reports: 0,
          synthetic: false,
          coverage: { expected: 0, reported: 0, counted: 0, missing: 0, leftOut: {} },
          ...sum(null),
          rates: { refusal: { value: null, numerator: null, denominator: null, reports: 0, reliable: false } },
          measures: {
            [RECEIVED]: {
              sum: null,
              average: null,
              median: null,
              lowerQuartile: null,
              upperQuartile: null,
              minimum: null,
              maximum: null,
              reports: 0,
              share: null,
              rank: null,
              change: null,
            },
          },
        },
      ],
    },
  },
  {
    name: 'with groupBy nothing counted is no row',
    sentence: 'A row exists for each group with at least one counted report',
    operations: years,
    ask: statistics({ groupBy: ['YEAR'], where: { year: { eq: 2019 } } }),
    wish: rows,
    expected: { rows: [] },
  },
  {
    name: 'by PROVINCE',
    sentence: fallsTo,
    operations: everywhere,
    ask: statistics({ groupBy: ['PROVINCE'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { division: '000000' }, ...sum(1) },
        { key: { division: '310000' }, ...sum(32) },
        { key: { division: '330000' }, ...sum(384) }, // 128 + 256
        { key: { division: '420000' }, ...sum(64) },
        { key: { division: '640000' }, ...sum(30) }, // 2 + 4 + 8 + 16
      ],
    },
  },
  {
    name: 'by PREFECTURE',
    sentence: fallsTo,
    operations: everywhere,
    ask: statistics({ groupBy: ['PREFECTURE'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { division: '000000' }, ...sum(1) },
        { key: { division: '310101' }, ...sum(32) }, // of a 直辖市: no prefecture above it
        { key: { division: '330100' }, ...sum(384) }, // the abolished 下城区 stays a district of 杭州
        { key: { division: '429004' }, ...sum(64) }, // directly under 湖北
        { key: { division: '640000' }, ...sum(2) },
        { key: { division: '640300' }, ...sum(28) }, // 4 + 8 + 16
      ],
    },
  },
  {
    name: 'by DISTRICT',
    sentence: fallsTo,
    operations: everywhere,
    ask: statistics({ groupBy: ['DISTRICT'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { division: '000000' }, ...sum(1) },
        { key: { division: '310101' }, ...sum(32) },
        { key: { division: '330100' }, ...sum(128) },
        { key: { division: '330103' }, ...sum(256) },
        { key: { division: '429004' }, ...sum(64) },
        { key: { division: '640000' }, ...sum(2) },
        { key: { division: '640300' }, ...sum(4) },
        { key: { division: '640302' }, ...sum(8) },
        { key: { division: '640303' }, ...sum(16) },
      ],
    },
  },
  {
    name: 'rows are in the order of their keys, in the order of groupBy',
    sentence: keyOrder,
    operations: years,
    ask: statistics({ groupBy: ['AGENCY_TYPE', 'YEAR'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { agencyType: 'EDUCATION', year: 2020 }, ...sum(5) },
        { key: { agencyType: 'EDUCATION', year: 2021 }, ...sum(2) },
        { key: { agencyType: 'PUBLIC_SECURITY', year: 2020 }, ...sum(5) },
      ],
    },
  },
  {
    name: 'the order of groupBy is that of the keys',
    sentence: keyOrder,
    operations: years,
    ask: statistics({ groupBy: ['YEAR', 'DISTRICT'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { year: 2020, division: '640302' }, ...sum(10) },
        { key: { year: 2020, division: '640303' }, ...sum(null) },
        { key: { year: 2021, division: '640302' }, ...sum(2) },
      ],
    },
  },
  {
    name: 'enums are in the order of the contract, not of their names',
    sentence: 'Enums keep the order of the contract in `schema.graphql` and in every order by key.',
    operations: received(
      own(litong.audit, 2021, applications(1)),
      own(litong.statistics, 2021, applications(2)),
      own(litong.police, 2021, applications(4)),
      own(litong.education, 2021, applications(8)),
    ),
    ask: statistics({ groupBy: ['AGENCY_TYPE'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { agencyType: 'EDUCATION' }, ...sum(8) },
        { key: { agencyType: 'PUBLIC_SECURITY' }, ...sum(4) },
        { key: { agencyType: 'AUDIT' }, ...sum(1) },
        { key: { agencyType: 'STATISTICS' }, ...sum(2) },
      ],
    },
  },
  {
    name: 'direction is DESC by default, for keys too',
    sentence: '`direction` is DESC by default, for keys too.',
    operations: years,
    ask: statistics({ groupBy: ['YEAR', 'AGENCY_TYPE'], orderBy: [{ key: 'YEAR' }] }),
    wish: rows,
    expected: {
      rows: [
        { key: { year: 2021, agencyType: 'EDUCATION' }, ...sum(2) },
        { key: { year: 2020, agencyType: 'EDUCATION' }, ...sum(5) }, // ties: by the keys, ascending
        { key: { year: 2020, agencyType: 'PUBLIC_SECURITY' }, ...sum(5) },
      ],
    },
  },
  {
    name: 'a tie in a measure is settled by the keys, ascending',
    sentence: 'Order without `orderBy`, and of ties: by the keys, ascending',
    operations: years,
    ask: statistics({ groupBy: ['AGENCY_TYPE', 'YEAR'], orderBy: [{ measure: RECEIVED }] }),
    wish: rows,
    expected: {
      rows: [
        { key: { agencyType: 'EDUCATION', year: 2020 }, ...sum(5) },
        { key: { agencyType: 'PUBLIC_SECURITY', year: 2020 }, ...sum(5) },
        { key: { agencyType: 'EDUCATION', year: 2021 }, ...sum(2) },
      ],
    },
  },
  ...(
    [
      ['last by default', undefined, [10, 2, null]],
      ['first where asked', 'FIRST', [null, 10, 2]],
    ] as const
  ).map(([name, nulls, sums]): Example => ({
    name: `nulls stand ${name}`,
    sentence: 'direction: Direction = DESC nulls: Nulls = LAST',
    operations: years,
    ask: statistics({ groupBy: ['DISTRICT', 'YEAR'], orderBy: [{ measure: RECEIVED, nulls }] }),
    wish: { figures: [receivedTotal] },
    expected: { rows: sums.map(sum) },
  })),
  {
    name: 'nulls stay last in ascending order',
    sentence: 'direction: Direction = DESC nulls: Nulls = LAST',
    operations: years,
    ask: statistics({ groupBy: ['DISTRICT', 'YEAR'], orderBy: [{ measure: RECEIVED, direction: 'ASC' }] }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [sum(2), sum(10), sum(null)] },
  },
  {
    name: 'having keeps the rows that meet it',
    sentence: 'A rate: … average is the row’s rate and is what rank, change, having and orderBy use',
    operations: years,
    ask: statistics({ groupBy: ['YEAR', 'DISTRICT'], having: [{ measure: RECEIVED, gte: 5 }] }),
    wish: rows,
    expected: { rows: [{ key: { year: 2020, division: '640302' }, ...sum(10) }] },
  },
  {
    name: 'having can ask for null',
    sentence: '`isNull` asks for null itself.',
    operations: years,
    ask: statistics({ groupBy: ['YEAR', 'DISTRICT'], having: [{ measure: RECEIVED, isNull: true }] }),
    wish: rows,
    expected: { rows: [{ key: { year: 2020, division: '640303' }, ...sum(null) }] },
  },
  {
    name: 'having applies to the one row without groupBy, too',
    sentence: 'without `groupBy` there is exactly one row',
    operations: years,
    ask: statistics({ having: [{ measure: RECEIVED, gt: 100 }] }),
    wish: rows,
    expected: { rows: [] },
  },
  ...(
    [
      ['an order by neither measure nor key', { orderBy: [{ direction: 'ASC' }] }],
      ['an order by both', { groupBy: ['YEAR'], orderBy: [{ measure: RECEIVED, key: 'YEAR' }] }],
      ['an order by a key not in groupBy', { groupBy: ['YEAR'], orderBy: [{ key: 'DISTRICT' }] }],
      ['four keys', { groupBy: ['YEAR', 'PROVINCE', 'AGENCY_TYPE', 'EDITION'] }],
      ['two division levels', { groupBy: ['PROVINCE', 'DISTRICT'] }],
    ] as const
  ).map(([name, question]): Example => ({
    name: `${name} is refused`,
    sentence:
      'By a measure or by a key, one of the two; a key must stand in groupBy. `groupBy`: at most three different keys, at most one division level',
    operations: years,
    // The lists are read-only as they stand here.
    ask: statistics(JSON.parse(JSON.stringify(question)) as Parameters<typeof statistics>[0]),
    wish: { reports: true },
    expected: { refused: 'BAD_USER_INPUT' },
  })),
  {
    name: 'a renamed agency keeps its id',
    sentence: 'one renamed or moved through the register keeps the id of its first name there',
    operations: received(
      own(litong.statistics, 2020, applications(1)),
      own(litong.audit, 2021, applications(2)),
      registered(litong.audit, { formerNames: [{ name: litong.statistics.name }] }),
    ),
    ask: statistics({ where: { agency: { id: '@640302/吴忠市利通区统计局' } }, groupBy: ['AGENCY', 'YEAR'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { agency: [litong.audit.division, litong.audit.name], year: 2020 }, ...sum(1) },
        { key: { agency: [litong.audit.division, litong.audit.name], year: 2021 }, ...sum(2) },
      ],
    },
  },
  {
    name: 'a moved agency takes its reports with it',
    sentence: 'one renamed or moved through the register keeps the id of its first name there',
    operations: received(
      own(litong.statistics, 2020, applications(1)),
      registered(
        { division: yinchuan.education.division, name: '银川市统计局' },
        { formerNames: [{ name: litong.statistics.name, division: '640302' }] },
      ),
    ),
    ask: statistics({ groupBy: ['DISTRICT', 'AGENCY_TYPE'] }),
    wish: rows,
    expected: { rows: [{ key: { division: '640100', agencyType: 'STATISTICS' }, ...sum(1) }] },
  },
  {
    name: 'the register is as it was then, too',
    sentence: 'everything in the answer, coverage and `valid` included, is as it was then.',
    operations: received(
      own(litong.statistics, 2020, applications(1)),
      registered(litong.statistics, { type: 'ARCHIVES' }),
    ),
    ask: statistics({ groupBy: ['AGENCY_TYPE'], asOf: moment(0) }),
    wish: rows,
    expected: { rows: [{ key: { agencyType: 'STATISTICS' }, ...sum(1) }] },
  },
  {
    name: 'the type is told from the name, unless the register says it',
    sentence: 'an unknown pair is a new agency, its type told from the name.',
    operations: received(
      own(litong.statistics, 2020, applications(1)),
      own(litong.education, 2020, applications(2)),
      registered(litong.statistics, { type: 'ARCHIVES' }),
    ),
    ask: statistics({ groupBy: ['AGENCY_TYPE'] }),
    wish: rows,
    expected: {
      rows: [
        { key: { agencyType: 'EDUCATION' }, ...sum(2) },
        { key: { agencyType: 'ARCHIVES' }, ...sum(1) },
      ],
    },
  },
  {
    name: 'made-up data shows',
    sentence: 'Whether any of them is made-up data.',
    operations: received(
      own(litong.statistics, 2020, applications(1), { synthetic: true }),
      own(litong.education, 2020, applications(2)),
      own(litong.education, 2021, applications(2)),
    ),
    ask: statistics({ groupBy: ['YEAR'] }),
    wish: { key: true, synthetic: true },
    expected: {
      rows: [
        { key: { year: 2020 }, synthetic: true },
        { key: { year: 2021 }, synthetic: false },
      ],
    },
  },
];
