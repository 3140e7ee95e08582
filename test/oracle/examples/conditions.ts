/** STATISTICS, "Conditions". */
import type { MeasureCondition, ReportFilter } from '../../../src/store/question.js';
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  hongsibao,
  huangpu,
  litong,
  own,
  received,
  RECEIVED,
  receivedTotal,
  statistics,
  wuzhong,
} from './made.js';

/** Three reports of 2021: 3 and 8 applications, and one whose cell is blank. */
const three = received(
  own(litong.education, 2021, applications(3)),
  own(litong.police, 2021, applications(8)),
  own(litong.statistics, 2021),
);

/** How many of them pass, and what they add up to. */
function passing(
  name: string,
  sentence: string,
  where: ReportFilter,
  [reports, sum]: [number, number | null],
): Example {
  return {
    name,
    sentence,
    operations: three,
    ask: statistics({ where }),
    wish: { reports: true, figures: [receivedTotal] },
    expected: { rows: [{ reports, figures: { [receivedTotal]: sum } }] },
  };
}
const onReceived = (condition: Omit<MeasureCondition, 'measure'>): ReportFilter => ({
  measures: [{ measure: RECEIVED, ...condition }],
});

const nullMeetsNone = 'A null value meets no comparison.';
const plainNegation =
  '`not` is plain negation: a report whose cell is null fulfils `not: { measures: [{ measure: X, gte: 5 }] }`.';
const noCondition = 'No condition: an absent or null field, `{}`, `and: []`, `measures: []`.';
const nothingPasses = 'Nothing passes: `in: []`, `type: []`, `or: []`.';
const together = 'Several fields in one input, and several conditions in a list, hold together.';

/** Two years, places and types, for the conditions on agency and year. */
const places = received(
  own(litong.education, 2020, applications(1)),
  own(litong.police, 2021, applications(2)),
  own(hongsibao.education, 2021, applications(4)),
  own(wuzhong.education, 2022, applications(8)),
  own(huangpu.education, 2022, applications(16)),
);
function placed(name: string, sentence: string, where: ReportFilter, sum: number | null): Example {
  return {
    name,
    sentence,
    operations: places,
    ask: statistics({ where }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [{ figures: { [receivedTotal]: sum } }] },
  };
}

export const conditions: Example[] = [
  passing('a null meets no gte', nullMeetsNone, onReceived({ gte: 0 }), [2, 11]),
  passing('a null meets no lt', nullMeetsNone, onReceived({ lt: 100 }), [2, 11]),
  passing('eq', nullMeetsNone, onReceived({ eq: 8 }), [1, 8]),
  passing('gt is without the bound', nullMeetsNone, onReceived({ gt: 3 }), [1, 8]),
  passing('lte is with the bound', nullMeetsNone, onReceived({ lte: 3 }), [1, 3]),
  passing('not of a comparison lets a null pass', plainNegation, { not: onReceived({ gte: 5 }) }, [2, 3]),
  passing('isNull: true asks for null', '`isNull` asks for null itself.', onReceived({ isNull: true }), [1, null]),
  passing('isNull: false asks for what is stated', '`isNull` …', onReceived({ isNull: false }), [2, 11]),
  passing('null beside a comparison: nothing is both', together, onReceived({ isNull: true, gte: 0 }), [0, null]),
  passing('two comparisons in one condition', together, onReceived({ gt: 2, lt: 5 }), [1, 3]),
  passing(
    'two conditions in a list',
    together,
    {
      measures: [
        { measure: RECEIVED, gt: 2 },
        { measure: RECEIVED, lt: 5 },
      ],
    },
    [1, 3],
  ),
  passing('{}', noCondition, {}, [3, 11]),
  passing('and: []', noCondition, { and: [] }, [3, 11]),
  passing('measures: []', noCondition, { measures: [] }, [3, 11]),
  passing('null fields', noCondition, { year: null, agency: null, or: null, not: null, valid: null }, [3, 11]),
  passing('fields that are empty inputs', noCondition, { year: {}, agency: { name: {} }, division: {} }, [3, 11]),
  passing('not: {}', noCondition, { not: {} }, [0, null]), // not of what always holds
  passing('or: []', nothingPasses, { or: [] }, [0, null]),
  passing('year in: []', nothingPasses, { year: { in: [] } }, [0, null]),
  passing('type: []', nothingPasses, { agency: { type: [] } }, [0, null]),
  passing('not of or: []', nothingPasses, { not: { or: [] } }, [3, 11]),
  passing('or of two', together, { or: [onReceived({ lt: 5 }), onReceived({ isNull: true })] }, [2, 3]),
  ...[
    { name: 'in where', question: { where: { measures: [{ measure: RECEIVED }] } } },
    {
      name: 'of nulls, deep in where',
      question: { where: { not: { or: [{ measures: [{ measure: RECEIVED, eq: null }] }] } } },
    },
    { name: 'in having', question: { having: [{ measure: RECEIVED }] } },
  ].map(({ name, question }): Example => ({
    name: `a condition without a comparison, ${name}, is refused`,
    sentence: 'A MeasureCondition with no comparison is BAD_USER_INPUT.',
    operations: three,
    ask: statistics(question),
    wish: { reports: true },
    expected: { refused: 'BAD_USER_INPUT' },
  })),
  {
    name: 'amounts are compared in 万元, rates as ratios',
    sentence: 'Amounts in 万元 … amounts `fen / 1000000`',
    operations: received(
      own(litong.education, 2021, { 'disclosure.fees.amount': '25.1', ...applications(1) }),
      own(litong.police, 2021, { 'disclosure.fees.amount': '25.099999', ...applications(2) }),
    ),
    ask: statistics({ where: { measures: [{ measure: 'DISCLOSURE_FEES_AMOUNT', gte: 25.1 }] } }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [{ figures: { [receivedTotal]: 1 } }] },
  },
  {
    name: 'a condition on a rate is on the report’s own',
    sentence: 'A null value meets no comparison.',
    operations: received(
      own(litong.education, 2021, {
        'applications.results.notDisclosed.stateSecret.total': 1,
        'applications.results.total.total': 4,
      }),
      own(litong.police, 2021, {
        'applications.results.notDisclosed.stateSecret.total': 3,
        'applications.results.total.total': 4,
      }),
      own(litong.statistics, 2021, { 'applications.results.notDisclosed.stateSecret.total': 9 }),
    ),
    ask: statistics({ where: { measures: [{ measure: 'RATE_REFUSAL', lt: 0.5 }] } }),
    wish: { reports: true, figures: ['applications.results.total.total'] },
    expected: { rows: [{ reports: 1, figures: { 'applications.results.total.total': 4 } }] }, // 1/4; 3/4; none
  },
  placed('year eq', together, { year: { eq: 2021 } }, 6),
  placed('year in', together, { year: { in: [2020, 2022] } }, 25),
  placed('year gte and lte', together, { year: { gte: 2021, lte: 2021 } }, 6),
  placed(
    'division eq is the division alone',
    'within: the division and all below it.',
    { division: { eq: '640300' } },
    8,
  ),
  placed('division within', 'within: the division and all below it.', { division: { within: '640300' } }, 15),
  placed(
    'division within the country',
    'within: the division and all below it.',
    { division: { within: '000000' } },
    31,
  ),
  placed(
    'within a municipality',
    'the districts of 直辖市 … have the province as parent',
    { division: { within: '310000' } },
    16,
  ),
  placed('division in', together, { division: { in: ['640302', '310101'] } }, 19),
  placed('agency name contains', 'By code points', { agency: { name: { contains: '利通区' } } }, 3),
  placed('agency type', together, { agency: { type: ['PUBLIC_SECURITY'] } }, 2),
  placed('agency level', together, { agency: { level: 'PREFECTURE' } }, 8),
  placed('agency id', together, { agency: { id: '@640303/吴忠市红寺堡区教育局' } }, 4),
  placed('fields together', together, { year: { eq: 2021 }, agency: { type: ['EDUCATION'] } }, 4),
  placed(
    'and, or, not',
    together,
    { and: [{ or: [{ year: { eq: 2020 } }, { year: { eq: 2022 } }] }, { not: { division: { within: '640000' } } }] },
    16,
  ),
  placed(
    'an unknown division',
    'An unknown division code or agency id gives an empty answer',
    { division: { within: '990000' } },
    null,
  ),
  placed(
    'a placeholder is no division',
    'The source’s placeholders … are no divisions',
    { division: { within: '310100' } },
    null,
  ),
  placed(
    'an unknown agency',
    'An unknown division code or agency id gives an empty answer',
    { agency: { id: 'no such id' } },
    null,
  ),
  placed('not of an unknown division', plainNegation, { not: { division: { within: '990000' } } }, 31),
  {
    name: 'an unknown division, asked for by itself, is null',
    sentence: 'an unknown one in `division(code:)` null.',
    operations: places,
    ask: { kind: 'division', code: '990000', year: 2021, basis: 'SUM_OF_AGENCIES' },
    wish: { reports: true },
    expected: { rows: null },
  },
  {
    name: 'conditions on consolidated reports are the same',
    sentence: together,
    operations: received(
      consolidated(litong.government, 2021, applications(5)),
      consolidated(hongsibao.government, 2021, applications(6)),
    ),
    ask: statistics({ basis: 'PUBLISHED_CONSOLIDATED', where: onReceived({ gt: 5 }) }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [{ figures: { [receivedTotal]: 6 } }] },
  },
];
