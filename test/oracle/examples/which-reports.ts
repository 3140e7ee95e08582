/** STATISTICS, "Which reports are added". */
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  moment,
  ningxia,
  own,
  pingtan,
  published,
  received,
  receivedTotal,
  statistics,
  wuzhong,
  xiantao,
  yinchuan,
} from './made.js';

const sums = { reports: true, figures: [receivedTotal] } as const;
const sumsWithCoverage = { ...sums, coverage: true } as const;

export const whichReports: Example[] = [
  {
    name: 'SUM_OF_AGENCIES adds OWN reports alone',
    sentence: 'SUM_OF_AGENCIES adds OWN reports.',
    operations: received(
      own(litong.education, 2021, applications(3)),
      own(litong.police, 2021, applications(4)),
      consolidated(litong.government, 2021, applications(100)),
    ),
    ask: statistics(),
    wish: sums,
    expected: { rows: [{ reports: 2, figures: { [receivedTotal]: 7 } }] }, // 3 + 4
  },
  {
    name: 'PUBLISHED_CONSOLIDATED adds CONSOLIDATED reports alone',
    sentence: 'PUBLISHED_CONSOLIDATED adds CONSOLIDATED ones, by the rule below.',
    operations: received(
      own(litong.education, 2021, applications(3)),
      consolidated(litong.government, 2021, applications(100)),
      consolidated(yinchuan.government, 2021, applications(20)),
    ),
    ask: published(),
    wish: sums,
    expected: { rows: [{ reports: 2, figures: { [receivedTotal]: 120 } }] }, // neither division is above the other
  },
  ...[
    { name: 'at the top', where: { scope: 'OWN' as const } },
    { name: 'in and', where: { and: [{ scope: 'OWN' as const }] } },
    { name: 'in and of and', where: { and: [{ and: [{ scope: 'OWN' as const }] }] } },
  ].map(({ name, where }): Example => ({
    name: `where.scope ${name} may name the basis's scope`,
    sentence: '`where.scope` may stand at the top of `where` or in `and` only, and must be the basis’s.',
    operations: received(own(litong.education, 2021, applications(3)), consolidated(litong.government, 2021)),
    ask: statistics({ where }),
    wish: sums,
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 3 } }] },
  })),
  ...[
    { name: 'not the basis’s, at the top', where: { scope: 'CONSOLIDATED' as const } },
    { name: 'not the basis’s, in and', where: { and: [{ scope: 'CONSOLIDATED' as const }] } },
    { name: 'inside or', where: { or: [{ scope: 'OWN' as const }] } },
    { name: 'inside not', where: { not: { scope: 'CONSOLIDATED' as const } } },
    { name: 'inside and inside or', where: { or: [{ and: [{ scope: 'OWN' as const }] }] } },
  ].map(({ name, where }): Example => ({
    name: `where.scope ${name} is refused`,
    sentence: 'anything else is BAD_USER_INPUT.',
    operations: received(own(litong.education, 2021, applications(3))),
    ask: statistics({ where }),
    wish: sums,
    expected: { refused: 'BAD_USER_INPUT' },
  })),
  {
    name: 'a consolidated report contains those of the divisions below it',
    sentence:
      'a consolidated report is left out as CONTAINED where another one of the same year, of a division above it, counts in the same row.',
    operations: received(
      consolidated(wuzhong.government, 2021, applications(50)),
      consolidated(litong.government, 2021, applications(20)),
      consolidated(hongsibao.government, 2021, applications(10)),
      consolidated(yinchuan.government, 2021, applications(7)),
    ),
    ask: published(),
    wish: sumsWithCoverage,
    expected: {
      rows: [
        {
          reports: 2,
          figures: { [receivedTotal]: 57 }, // 吴忠 50 (with its districts) and 银川 7
          coverage: { expected: 4, reported: 4, counted: 2, missing: 0, leftOut: { CONTAINED: 2 } },
        },
      ],
    },
  },
  {
    name: 'a report far above contains as well as one just above',
    sentence: '… of a division above it',
    operations: received(
      consolidated(ningxia.government, 2021, applications(90)),
      consolidated(litong.government, 2021, applications(20)),
    ),
    ask: published(),
    wish: sums,
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 90 } }] },
  },
  {
    name: 'a county directly under its province is contained in the province',
    sentence: 'directly administered counties have the province as parent',
    operations: received(
      consolidated({ division: '420000', name: '湖北省人民政府' }, 2021, applications(90)),
      consolidated(xiantao.government, 2021, applications(20)),
    ),
    ask: published(),
    wish: sums,
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 90 } }] },
  },
  {
    name: 'reports of different years do not contain each other',
    sentence: '… another one of the same year',
    operations: received(
      consolidated(wuzhong.government, 2021, applications(50)),
      consolidated(litong.government, 2022, applications(20)),
    ),
    ask: published(),
    wish: sums,
    expected: { rows: [{ reports: 2, figures: { [receivedTotal]: 70 } }] },
  },
  {
    name: 'rows of different divisions may overlap',
    sentence:
      'The published rule is applied within each row … Rows of different divisions may therefore overlap (a prefecture’s own row and its districts’).',
    operations: received(
      consolidated(wuzhong.government, 2021, applications(50)),
      consolidated(litong.government, 2021, applications(20)),
      consolidated(hongsibao.government, 2021, applications(10)),
    ),
    ask: published({ groupBy: ['DISTRICT'] }),
    wish: { key: true, ...sums },
    expected: {
      rows: [
        { key: { division: '640300' }, reports: 1, figures: { [receivedTotal]: 50 } },
        { key: { division: '640302' }, reports: 1, figures: { [receivedTotal]: 20 } },
        { key: { division: '640303' }, reports: 1, figures: { [receivedTotal]: 10 } },
      ],
    },
  },
  {
    name: 'within a prefecture’s row its own report contains the districts’',
    sentence: 'The published rule is applied within each row.',
    operations: received(
      consolidated(wuzhong.government, 2021, applications(50)),
      consolidated(litong.government, 2021, applications(20)),
      consolidated(yinchuan.government, 2021, applications(7)),
    ),
    ask: published({ groupBy: ['PREFECTURE'] }),
    wish: { key: true, ...sumsWithCoverage },
    expected: {
      rows: [
        {
          key: { division: '640100' },
          reports: 1,
          figures: { [receivedTotal]: 7 },
          coverage: { expected: 1, reported: 1, counted: 1, missing: 0, leftOut: {} },
        },
        {
          key: { division: '640300' },
          reports: 1,
          figures: { [receivedTotal]: 50 },
          coverage: { expected: 2, reported: 2, counted: 1, missing: 0, leftOut: { CONTAINED: 1 } },
        },
      ],
    },
  },
  {
    name: 'a report that where leaves out contains no others',
    sentence: 'A report that `where` leaves out contains no others.',
    operations: received(
      consolidated(wuzhong.government, 2021, applications(50)),
      consolidated(litong.government, 2021, applications(20)),
      consolidated(hongsibao.government, 2021, applications(10)),
    ),
    ask: published({ where: { measures: [{ measure: 'APPLICATIONS_RECEIVED_TOTAL', lt: 50 }] } }),
    wish: sumsWithCoverage,
    expected: {
      rows: [
        {
          reports: 2,
          figures: { [receivedTotal]: 30 }, // 20 + 10: 吴忠's is left out, and contains neither
          coverage: { expected: 3, reported: 3, counted: 2, missing: 0, leftOut: { CONDITION: 1 } },
        },
      ],
    },
  },
  {
    name: 'OWN reports never stand in for a consolidated one',
    sentence: 'A division without any consolidated report in or below it has none: OWN reports never stand in.',
    operations: received(
      own(litong.education, 2021, applications(3)),
      consolidated(yinchuan.government, 2021, applications(7)),
    ),
    ask: published({ where: { division: { within: '640300' } } }),
    wish: sums,
    expected: { rows: [{ reports: 0, figures: { [receivedTotal]: null } }] },
  },
  {
    name: 'of several consolidated reports of one division the government’s counts',
    sentence:
      'Of several consolidated reports of one division and year, that of the agency of type GOVERNMENT counts, else the first by agency id; the others are CONTAINED.',
    operations: received(
      consolidated(litong.education, 2021, applications(1)),
      consolidated(litong.government, 2021, applications(20)),
      consolidated(litong.police, 2021, applications(2)),
    ),
    ask: published(),
    wish: sumsWithCoverage,
    expected: {
      rows: [
        {
          reports: 1,
          figures: { [receivedTotal]: 20 },
          coverage: { expected: 3, reported: 3, counted: 1, missing: 0, leftOut: { CONTAINED: 2 } },
        },
      ],
    },
  },
  {
    name: 'a government counts in each of its years',
    sentence: 'Of several consolidated reports of one division and year',
    operations: received(
      consolidated(litong.government, 2021, applications(20)),
      consolidated(litong.government, 2022, applications(30)),
      consolidated(litong.education, 2023, applications(5)),
    ),
    ask: published(),
    wish: sums,
    expected: { rows: [{ reports: 3, figures: { [receivedTotal]: 55 } }] },
  },
  {
    name: 'without a government one of several counts',
    sentence: '… else the first by agency id; the others are CONTAINED.',
    operations: received(
      consolidated(litong.education, 2021, applications(5)),
      consolidated(litong.police, 2021, applications(5)),
    ),
    ask: published(),
    wish: sumsWithCoverage,
    expected: {
      rows: [
        {
          reports: 1,
          figures: { [receivedTotal]: 5 },
          coverage: { expected: 2, reported: 2, counted: 1, missing: 0, leftOut: { CONTAINED: 1 } },
        },
      ],
    },
  },
  {
    name: 'a zone’s consolidated report counts where there is no government’s',
    sentence: '… else the first by agency id',
    operations: received(consolidated(pingtan.zone, 2024, applications(218))),
    ask: published({ where: { division: { eq: '350128' } } }),
    wish: sums,
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 218 } }] },
  },
  {
    name: 'agencies in rows of their own contain nothing',
    sentence: 'The published rule is applied within each row.',
    operations: received(
      consolidated(litong.education, 2021, applications(1)),
      consolidated(litong.government, 2021, applications(20)),
    ),
    ask: published({ groupBy: ['AGENCY_TYPE'] }),
    wish: { key: true, ...sums },
    expected: {
      rows: [
        { key: { agencyType: 'GOVERNMENT' }, reports: 1, figures: { [receivedTotal]: 20 } },
        { key: { agencyType: 'EDUCATION' }, reports: 1, figures: { [receivedTotal]: 1 } },
      ],
    },
  },
  {
    name: 'the document received last counts, not the one published last',
    sentence: 'The document received last counts, whatever its date.',
    operations: received(
      own(litong.education, 2021, applications(9), { publishedOn: '2022-03-01' }),
      own(litong.education, 2021, applications(4), { publishedOn: '2022-01-20' }),
    ),
    ask: statistics(),
    wish: sums,
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 4 } }] },
  },
  {
    name: 'asOf answers as the database would have then',
    sentence:
      '`asOf` is a moment of receipt by this database; everything in the answer, coverage and `valid` included, is as it was then.',
    operations: received(
      // 3 natural persons beside a total of 9: an error of the document
      own(litong.education, 2021, { 'applications.received.naturalPerson': 3, 'applications.received.total': 9 }),
      own(litong.education, 2022, applications(1)),
      own(litong.education, 2021, { 'applications.received.naturalPerson': 3, 'applications.received.total': 3 }),
    ),
    ask: statistics({ where: { valid: true }, asOf: moment(0) }),
    wish: sumsWithCoverage,
    expected: {
      rows: [
        {
          reports: 0,
          figures: { [receivedTotal]: null },
          // Then the newest year was 2021, and the document of it not valid.
          coverage: { expected: 1, reported: 1, counted: 0, missing: 0, leftOut: { INVALID: 1 } },
        },
      ],
    },
  },
  {
    name: 'valid is a property of the one document',
    sentence:
      '`valid` is a property of the one document: findings that hang on other reports (`year-chain`, …) are WARNING or NOTE.',
    operations: received(
      own(litong.education, 2021, { 'applications.carriedOverToNextYear.total': 5 }),
      own(litong.education, 2022, { 'applications.carriedOverFromLastYear.total': 2 }), // the chain breaks
    ),
    ask: statistics({ where: { valid: true } }),
    wish: { reports: true },
    expected: { rows: [{ reports: 2 }] },
  },
];
