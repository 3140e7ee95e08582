/** STATISTICS, "Division and Agency", and the lists of reports and agencies. */
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  hongsibao,
  huangpu,
  litong,
  moment,
  ningxia,
  own,
  pingtan,
  received,
  RECEIVED,
  receivedTotal,
  registered,
  stateCouncil,
  withdrawal,
  wuzhong,
  yinchuan,
} from './made.js';

const sum = (total: number | null) => ({ figures: { [receivedTotal]: total } });
const SUM = 'SUM_OF_AGENCIES';
const PUBLISHED = 'PUBLISHED_CONSOLIDATED';

/** Of 吴忠 and below: 1 + 2 + 4 in 2020, 8 in 2022; 银川 has the newest year, 2023. */
const wuzhongAndBelow = received(
  own(wuzhong.education, 2020, applications(1)),
  own(litong.education, 2020, applications(2)),
  own(hongsibao.education, 2020, applications(4)),
  own(litong.education, 2022, applications(8)),
  own(yinchuan.education, 2023, applications(100)),
  consolidated(wuzhong.government, 2021, applications(64)),
  consolidated(litong.government, 2021, applications(32)),
);

const agencyOf = ({ division, name }: { division: string; name: string }) => [division, name] as const;

export const divisionAndAgency: Example[] = [
  {
    name: 'a division’s statistics are of it and all below it',
    sentence:
      '`Division.statistics(year)` = `statistics(where: { division: { within }, year: { eq } })`; key has year and division.',
    operations: wuzhongAndBelow,
    ask: { kind: 'division', code: '640300', year: 2020, basis: SUM },
    wish: { key: true, reports: true, coverage: true, figures: [receivedTotal] },
    expected: {
      rows: [
        {
          key: { year: 2020, division: '640300' },
          reports: 3,
          coverage: { expected: 3, reported: 3, counted: 3, missing: 0, leftOut: {} },
          ...sum(7),
        },
      ],
    },
  },
  {
    name: 'a division’s statistics have a change, for their year is one',
    sentence: '`Division.statistics(year)` = `statistics(where: { division: { within }, year: { eq } })`',
    operations: received(own(litong.education, 2020, applications(2)), own(litong.education, 2021, applications(3))),
    ask: { kind: 'division', code: '640000', year: 2021, basis: SUM },
    wish: { measures: [RECEIVED], fields: ['sum', 'share', 'rank', 'change'] },
    expected: {
      rows: [
        {
          measures: {
            [RECEIVED]: { sum: 3, share: 1, rank: 1, change: { previous: 2, absolute: 1, percent: 50 } },
          },
        },
      ],
    },
  },
  {
    name: 'a division’s published statistics',
    sentence: 'PUBLISHED_CONSOLIDATED takes, for a division and year, its government’s CONSOLIDATED report',
    operations: wuzhongAndBelow,
    ask: { kind: 'division', code: '640300', year: 2021, basis: PUBLISHED },
    wish: { key: true, reports: true, figures: [receivedTotal] },
    expected: { rows: [{ key: { year: 2021, division: '640300' }, reports: 1, ...sum(64) }] },
  },
  {
    name: 'a division of which nothing is held',
    sentence: 'without `groupBy` there is exactly one row, also when nothing is counted',
    operations: wuzhongAndBelow,
    ask: { kind: 'division', code: '110000', year: 2020, basis: SUM },
    wish: { key: true, reports: true, figures: [receivedTotal] },
    expected: { rows: [{ key: { year: 2020, division: '110000' }, reports: 0, ...sum(null) }] },
  },
  {
    name: 'trend, from the first year of the division to the newest of all',
    sentence:
      'with one entry for every year from..to (reports 0 and null figures where there is none; coverage counts what is missing). … Default: from the first year with a report of the basis in the division to the newest year in the database',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640302', basis: SUM },
    wish: { key: true, reports: true, coverage: true, figures: [receivedTotal] },
    expected: {
      rows: [
        {
          key: { year: 2020, division: '640302' },
          reports: 1,
          coverage: { expected: 1, reported: 1, counted: 1, missing: 0, leftOut: {} },
          ...sum(2),
        },
        {
          key: { year: 2021, division: '640302' },
          reports: 0,
          coverage: { expected: 1, reported: 0, counted: 0, missing: 1, leftOut: {} },
          ...sum(null),
        },
        {
          key: { year: 2022, division: '640302' },
          reports: 1,
          coverage: { expected: 1, reported: 1, counted: 1, missing: 0, leftOut: {} },
          ...sum(8),
        },
        {
          key: { year: 2023, division: '640302' },
          reports: 0,
          coverage: { expected: 1, reported: 0, counted: 0, missing: 1, leftOut: {} },
          ...sum(null),
        },
      ],
    },
  },
  {
    name: 'a trend goes up to the newest year of which a report is held',
    sentence: 'to the newest year in the database … A withdrawn report counts nowhere',
    operations: received(
      own(litong.education, 2020, applications(2)),
      own(litong.education, 2021, applications(3)),
      withdrawal(litong.education, 2021),
    ),
    ask: { kind: 'trend', code: '640302', basis: SUM },
    wish: { coverage: true },
    expected: {
      rows: [{ coverage: { expected: 1, reported: 1, counted: 1, missing: 0, leftOut: {} } }],
    },
  },
  {
    name: 'trend, from and to as asked',
    sentence: '`trend` = `statistics(where: { division: { within }, year: { gte, lte } }, groupBy: [YEAR])`',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640300', from: 2019, to: 2020, basis: SUM },
    wish: { reports: true, measures: [RECEIVED], fields: ['sum', 'share', 'rank', 'change'] },
    expected: {
      rows: [
        {
          reports: 0,
          measures: {
            [RECEIVED]: {
              sum: null,
              share: null,
              rank: null,
              change: { previous: null, absolute: null, percent: null },
            },
          },
        },
        {
          reports: 3,
          measures: {
            [RECEIVED]: { sum: 7, share: 1, rank: 1, change: { previous: null, absolute: null, percent: null } },
          },
        },
      ],
    },
  },
  {
    name: 'the first year of a trend changes against the year before it',
    sentence: 'conditions on the year are shifted with it',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640302', from: 2021, to: 2023, basis: SUM },
    wish: { measures: [RECEIVED], fields: ['sum', 'share', 'rank', 'change'] },
    expected: {
      rows: [
        {
          // Nothing of 2021 itself, 2 the year before.
          measures: {
            [RECEIVED]: { sum: null, share: null, rank: null, change: { previous: 2, absolute: null, percent: null } },
          },
        },
        {
          measures: {
            [RECEIVED]: { sum: 8, share: 1, rank: 1, change: { previous: null, absolute: null, percent: null } },
          },
        },
        {
          measures: {
            [RECEIVED]: { sum: null, share: null, rank: null, change: { previous: 8, absolute: null, percent: null } },
          },
        },
      ],
    },
  },
  {
    name: 'a trend from after to is empty',
    sentence: 'from after to is an empty list.',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640300', from: 2022, to: 2021, basis: SUM },
    wish: { reports: true },
    expected: { rows: [] },
  },
  {
    name: 'a trend without a report of the basis is empty',
    sentence: 'empty where there is none.',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640303', basis: PUBLISHED },
    wish: { reports: true },
    expected: { rows: [] },
  },
  ...(
    [
      [2007, null],
      [null, 2101],
      [2101, 2007],
    ] as const
  ).map(([from, to]): Example => ({
    name: `a trend from ${String(from)} to ${String(to)} is refused`,
    sentence: 'from and to lie in 2008..2100, else BAD_USER_INPUT',
    operations: wuzhongAndBelow,
    ask: { kind: 'trend', code: '640300', from, to, basis: SUM },
    wish: { reports: true },
    expected: { refused: 'BAD_USER_INPUT' },
  })),
  {
    name: 'an agency’s statistics are of its own report',
    sentence: '`Agency.statistics`: its own report of the basis’s scope, subordinate agencies not included.',
    operations: received(
      own(wuzhong.education, 2021, applications(1)),
      own(litong.education, 2021, applications(2)),
      registered(litong.education, { parent: wuzhong.education }),
    ),
    ask: { kind: 'agency', id: '@640300/吴忠市教育局', year: 2021, basis: SUM },
    wish: { key: true, reports: true, coverage: true, figures: [receivedTotal] },
    expected: {
      rows: [
        {
          key: { year: 2021, agency: agencyOf(wuzhong.education) },
          reports: 1,
          coverage: { expected: 1, reported: 1, counted: 1, missing: 0, leftOut: {} },
          ...sum(1),
        },
      ],
    },
  },
  {
    name: 'an agency’s statistics of the other basis',
    sentence: '`Agency.statistics`: its own report of the basis’s scope',
    operations: received(own(pingtan.zone, 2021, applications(1)), consolidated(pingtan.zone, 2021, applications(9))),
    ask: { kind: 'agency', id: '@350128/平潭综合实验区管理委员会', year: 2021, basis: PUBLISHED },
    wish: { reports: true, figures: [receivedTotal] },
    expected: { rows: [{ reports: 1, ...sum(9) }] },
  },
  {
    name: 'an agency’s statistics as of a moment when it was not known',
    sentence: 'everything in the answer … is as it was then; year and division or agency are set',
    operations: received(own(litong.education, 2021, applications(1)), own(wuzhong.education, 2021, applications(2))),
    ask: { kind: 'agency', id: '@640300/吴忠市教育局', year: 2021, basis: SUM, asOf: moment(0) },
    wish: { key: true, reports: true },
    expected: { rows: [{ key: { year: 2021, agency: agencyOf(wuzhong.education) }, reports: 0 }] },
  },
  {
    name: 'an unknown agency, asked for by itself, is null',
    sentence: 'a query for one thing by id or code gives null',
    operations: wuzhongAndBelow,
    ask: { kind: 'agency', id: 'no such id', year: 2021, basis: SUM },
    wish: { reports: true },
    expected: { rows: null },
  },
  {
    name: 'reconciliation',
    sentence:
      '`reconciliation`: published is the CONSOLIDATED report that counts for the division itself (whatever the agency’s type; not its children’s), agencies the sum of the OWN reports in the division and below; differences over the leaves of Figures, in Measure order',
    operations: received(
      consolidated(wuzhong.government, 2021, {
        'disclosure.fees.amount': '3.5',
        'applications.received.naturalPerson': 9,
        'applications.received.total': 10,
        'reviews.total': 1,
      }),
      consolidated(litong.government, 2021, applications(99)),
      own(wuzhong.education, 2021, { 'disclosure.fees.amount': '1.25', 'applications.received.naturalPerson': 4 }),
      own(litong.education, 2021, {
        'disclosure.fees.amount': '2',
        'applications.received.naturalPerson': 5,
        'applications.received.total': 7,
      }),
      own(litong.education, 2020, applications(50)),
    ),
    ask: { kind: 'reconciliation', code: '640300', year: 2021 },
    wish: { key: true, reports: true, figures: [receivedTotal] },
    expected: {
      published: { key: { year: 2021, division: '640300' }, reports: 1, ...sum(10) },
      agencies: { key: { year: 2021, division: '640300' }, reports: 2, ...sum(7) },
      differences: [
        { measure: 'DISCLOSURE_FEES_AMOUNT', published: 3.5, agencies: 3.25, difference: 0.25 },
        // Natural persons agree, 9 and 4 + 5; reviews are known on one side alone.
        { measure: RECEIVED, published: 10, agencies: 7, difference: 3 },
      ],
    },
  },
  {
    name: 'reconciliation of 其他处理 is by its subtotal',
    sentence: '(其他处理 by its subtotal)',
    operations: received(
      consolidated(pingtan.zone, 2021, { 'applications.results.otherHandling.undivided.total': 4 }),
      own({ division: '350128', name: '平潭综合实验区教育局' }, 2021, {
        'applications.results.otherHandling.feeNotPaid.total': 1,
        'applications.results.otherHandling.other.total': 2,
      }),
    ),
    ask: { kind: 'reconciliation', code: '350128', year: 2021 },
    wish: { reports: true },
    expected: {
      published: { reports: 1 },
      agencies: { reports: 1 },
      differences: [
        {
          measure: 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL',
          published: 4,
          agencies: 3,
          difference: 1,
        },
      ],
    },
  },
  ...(
    [
      // Of the levels beside the prefecture's, each with what is published there and what its agencies add up to.
      ['640302', 9, 7],
      ['640000', 300, 1011],
      ['000000', 5000, 2011],
    ] as const
  ).map(([code, published, agencies]): Example => ({
    name: `reconciliation of ${code}`,
    sentence:
      'published is the CONSOLIDATED report that counts for the division itself, agencies the sum of the OWN reports in the division and below',
    operations: received(
      consolidated(stateCouncil.office, 2021, applications(5000)),
      consolidated(ningxia.government, 2021, applications(300)),
      consolidated(wuzhong.government, 2021, applications(20)),
      consolidated(litong.government, 2021, applications(9)),
      own(ningxia.education, 2021, applications(1000)),
      own(wuzhong.education, 2021, applications(4)),
      own(litong.education, 2021, applications(7)),
      own(huangpu.education, 2021, applications(1000)),
    ),
    ask: { kind: 'reconciliation', code, year: 2021 },
    wish: { key: true, figures: [receivedTotal] },
    expected: {
      published: { key: { year: 2021, division: code }, ...sum(published) },
      agencies: { key: { year: 2021, division: code }, ...sum(agencies) },
      differences: [{ measure: RECEIVED, published, agencies, difference: published - agencies }],
    },
  })),
  {
    name: 'reconciliation without a consolidated report of the division itself',
    sentence: 'reports is 0 where the government has no consolidated report of that year.',
    operations: received(
      consolidated(litong.government, 2021, applications(9)),
      own(litong.education, 2021, applications(2)),
    ),
    ask: { kind: 'reconciliation', code: '640300', year: 2021 },
    wish: { reports: true, figures: [receivedTotal] },
    expected: {
      published: { reports: 0, ...sum(null) },
      agencies: { reports: 1, ...sum(2) },
      differences: [],
    },
  },
  {
    name: 'reports without orderBy',
    sentence: 'Ties, and no orderBy: year descending, division code, agency name, OWN first.',
    operations: received(
      own(litong.education, 2020),
      consolidated(litong.education, 2021),
      own(litong.education, 2021),
      own(litong.police, 2021),
      own(yinchuan.education, 2021),
    ),
    ask: { kind: 'reports', question: {} },
    wish: {},
    expected: {
      reports: [
        { agency: agencyOf(yinchuan.education), year: 2021, scope: 'OWN' },
        { agency: agencyOf(litong.police), year: 2021, scope: 'OWN' }, // 吴忠市公…: 公 is U+516C, 利 U+5229
        { agency: agencyOf(litong.education), year: 2021, scope: 'OWN' },
        { agency: agencyOf(litong.education), year: 2021, scope: 'CONSOLIDATED' },
        { agency: agencyOf(litong.education), year: 2020, scope: 'OWN' },
      ],
    },
  },
  {
    name: 'reports by a measure, and their figures and rates',
    sentence:
      'input ReportOrder { measure: Measure key: ReportOrderKey direction: Direction = DESC nulls: Nulls = LAST }',
    operations: received(
      own(litong.education, 2021, { 'reviews.total': 1, 'applications.results.total.total': 4 }),
      own(litong.police, 2021),
      own(litong.audit, 2021, { 'reviews.total': 2, 'applications.results.total.total': 4 }),
    ),
    ask: { kind: 'reports', question: { orderBy: [{ measure: 'RATE_REVIEW' }], where: { scope: 'OWN' } } },
    wish: { figures: ['reviews.total'], rates: ['review'], floor: 4 },
    expected: {
      reports: [
        {
          agency: agencyOf(litong.audit),
          year: 2021,
          scope: 'OWN',
          figures: { 'reviews.total': 2 },
          rates: { review: { value: 0.5, numerator: 2, denominator: 4, reports: 1, reliable: true } },
        },
        {
          agency: agencyOf(litong.education),
          year: 2021,
          scope: 'OWN',
          figures: { 'reviews.total': 1 },
          rates: { review: { value: 0.25, numerator: 1, denominator: 4, reports: 1, reliable: true } },
        },
        {
          agency: agencyOf(litong.police),
          year: 2021,
          scope: 'OWN',
          figures: { 'reviews.total': null },
          rates: { review: { value: null, numerator: null, denominator: null, reports: 0, reliable: false } },
        },
      ],
    },
  },
  {
    name: 'reports by the day they were published on',
    sentence: 'enum ReportOrderKey { YEAR DIVISION AGENCY_NAME PUBLISHED_ON }',
    operations: received(
      own(litong.education, 2021, applications(1), { publishedOn: '2022-01-20' }),
      own(litong.police, 2021, applications(2)),
      own(litong.audit, 2021, applications(3), { publishedOn: '2022-01-19' }),
    ),
    ask: { kind: 'reports', question: { orderBy: [{ key: 'PUBLISHED_ON', direction: 'ASC', nulls: 'FIRST' }] } },
    wish: { details: ['publishedOn'] },
    expected: {
      reports: [
        { agency: agencyOf(litong.police), year: 2021, scope: 'OWN', details: { publishedOn: null } },
        { agency: agencyOf(litong.audit), year: 2021, scope: 'OWN', details: { publishedOn: '2022-01-19' } },
        { agency: agencyOf(litong.education), year: 2021, scope: 'OWN', details: { publishedOn: '2022-01-20' } },
      ],
    },
  },
  {
    name: 'reports of either scope, by a condition that may stand anywhere',
    sentence: 'reports(where: ReportFilter, …)',
    operations: wuzhongAndBelow,
    ask: { kind: 'reports', question: { where: { not: { scope: 'OWN' } } } },
    wish: {},
    expected: {
      reports: [
        { agency: agencyOf(wuzhong.government), year: 2021, scope: 'CONSOLIDATED' },
        { agency: agencyOf(litong.government), year: 2021, scope: 'CONSOLIDATED' },
      ],
    },
  },
  {
    name: 'reports as of a moment',
    sentence: 'stays readable with `asOf` before it',
    operations: received(
      own(litong.education, 2021, applications(1)),
      withdrawal(litong.education, 2021),
      own(litong.police, 2021),
    ),
    ask: { kind: 'reports', question: { asOf: moment(0) } },
    wish: { figures: [receivedTotal] },
    expected: { reports: [{ agency: agencyOf(litong.education), year: 2021, scope: 'OWN', ...sum(1) }] },
  },
  {
    name: 'agencies, with and without reports',
    sentence: 'Ties, and no orderBy: division code, name.',
    operations: received(
      own(litong.education, 2021),
      own(yinchuan.education, 2021),
      own(litong.police, 2021),
      registered(litong.statistics, { parent: litong.police }),
      registered(litong.audit, { formerNames: [{ name: litong.police.name }] }), // no police any more
    ),
    ask: { kind: 'agencies', question: {} },
    wish: {},
    expected: {
      agencies: [
        { agency: agencyOf(yinchuan.education), type: 'EDUCATION', parent: null },
        { agency: agencyOf(litong.audit), type: 'AUDIT', parent: null }, // 吴忠市利通区: 审 is U+5BA1, 教 U+6559, 统 U+7EDF
        { agency: agencyOf(litong.education), type: 'EDUCATION', parent: null },
        { agency: agencyOf(litong.statistics), type: 'STATISTICS', parent: agencyOf(litong.audit) },
      ],
    },
  },
  {
    name: 'agencies by type, in the order of the enum',
    sentence: 'input AgencyOrder { key: AgencyOrderKey! direction: Direction = ASC }',
    operations: received(own(litong.statistics, 2021), own(litong.education, 2021), own(litong.audit, 2021)),
    ask: {
      kind: 'agencies',
      question: {
        where: { division: { within: '640300' }, level: 'DISTRICT' },
        orderBy: [{ key: 'TYPE', direction: 'DESC' }],
      },
    },
    wish: {},
    expected: {
      agencies: [
        { agency: agencyOf(litong.statistics), type: 'STATISTICS', parent: null },
        { agency: agencyOf(litong.audit), type: 'AUDIT', parent: null },
        { agency: agencyOf(litong.education), type: 'EDUCATION', parent: null },
      ],
    },
  },
];
