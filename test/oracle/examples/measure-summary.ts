/** STATISTICS, "MeasureSummary". */
import type { StatisticsQuestion } from '../../../src/store/question.js';
import type { AnsweredRow, SummaryFieldName } from '../ask.js';
import type { Operation } from '../held.js';
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  own,
  received,
  RECEIVED,
  statistics,
  wuzhong,
  yinchuan,
} from './made.js';

const agencies = [litong.education, litong.police, litong.statistics, litong.audit, hongsibao.education];
const each = (...totals: (number | null)[]): Operation[] =>
  received(
    ...totals.map((total, at) =>
      own(agencies[at] ?? wuzhong.education, 2021, total === null ? {} : applications(total)),
    ),
  );

type Fields = NonNullable<AnsweredRow['measures']>[string];
/** One measure of every row, and nothing else of it but its key. */
function summaries(
  name: string,
  sentence: string,
  operations: readonly Operation[],
  question: Partial<StatisticsQuestion>,
  measure: string,
  rows: [AnsweredRow['key'], Fields][],
): Example {
  const fields = Object.keys(rows[0]?.[1] ?? {}) as SummaryFieldName[];
  return {
    name,
    sentence,
    operations,
    ask: statistics(question),
    wish: { key: true, measures: [measure], fields },
    expected: { rows: rows.map(([key, summary]) => ({ key, measures: { [measure]: summary } })) },
  };
}

const spread =
  'Over the group’s reports whose cell is not null (`reports`: how many): average, median, quartiles (p = 0.5, 0.25, 0.75 by the expression above), minimum, maximum.';
const quantiles =
  'quantile p of sorted x₀…xₙ₋₁: `h = (n - 1) * p; i = floor(h); x[i] + (h - i) * (x[i + 1] - x[i])` (x[i] where i = n - 1)';
const beside =
  '`share` and `rank`: over all groups of `where` and `groupBy`, before `having` and paging. share = sum / sum of all groups, null where that is 0 or null. rank = 1 + number of groups with a larger value; null values have none.';
const earlierGroup =
  '`change`: the earlier group is what the same query gives with every report counted for the year after its own: conditions on the year are shifted with it, all others apply to the earlier year too.';
const percent = 'percent = 100 × absolute / previous, null where previous is 0 or null.';
const ofRates =
  'A rate: sum and share are null; average is the row’s rate and is what rank, change, having and orderBy use; median, quartiles, minimum, maximum are of the reports’ own rates.';

const REFUSAL = 'RATE_REFUSAL';
const refusing = (secret: number | null, answered: number) => ({
  ...(secret !== null && { 'applications.results.notDisclosed.stateSecret.total': secret }),
  'applications.results.total.total': answered,
});

/** 吴忠: 10 in 2020, 15 in 2021, 12 in 2023. 银川: 4 in 2021, 0 in 2022, 3 in 2023. */
const twoPrefectures = received(
  own(wuzhong.education, 2020, applications(10)),
  own(wuzhong.education, 2021, applications(15)),
  own(wuzhong.education, 2023, applications(12)),
  own(yinchuan.education, 2021, applications(4)),
  own(yinchuan.education, 2022, applications(0)),
  own(yinchuan.education, 2023, applications(3)),
);
const nothing = { previous: null, absolute: null, percent: null };

export const measureSummaries: Example[] = [
  summaries('of five values', spread, each(9, 1, 4, 2, 6), {}, RECEIVED, [
    [
      {},
      {
        sum: 22,
        average: 22 / 5,
        median: 4, // h = 4 × 0.5 = 2: x₂ of 1, 2, 4, 6, 9
        lowerQuartile: 2, // h = 1
        upperQuartile: 6, // h = 3
        minimum: 1,
        maximum: 9,
        reports: 5,
      },
    ],
  ]),
  summaries('of four values, between them', quantiles, each(1, 2, 4, 9), {}, RECEIVED, [
    [{}, { median: 2 + 0.5 * (4 - 2), lowerQuartile: 1 + 0.75 * (2 - 1), upperQuartile: 4 + 0.25 * (9 - 4) }],
  ]),
  summaries('of one value', quantiles, each(7), {}, RECEIVED, [
    [{}, { average: 7, median: 7, lowerQuartile: 7, upperQuartile: 7, minimum: 7, maximum: 7, reports: 1 }],
  ]),
  summaries('blank cells are no values', spread, each(3, null, 5), {}, RECEIVED, [
    [{}, { sum: 8, average: 4, median: 4, minimum: 3, reports: 2 }],
  ]),
  summaries('of nothing but blank cells', spread, each(null), {}, RECEIVED, [
    [{}, { sum: null, average: null, median: null, minimum: null, maximum: null, reports: 0, share: null, rank: null }],
  ]),
  summaries(
    'of amounts, in 万元',
    'average `sum / n` (of an amount: `fen sum / 1000000 / n`)',
    received(
      own(litong.education, 2021, { 'disclosure.fees.amount': '0.1' }),
      own(litong.police, 2021, { 'disclosure.fees.amount': '0.7' }),
    ),
    {},
    'DISCLOSURE_FEES_AMOUNT',
    [
      [
        {},
        {
          sum: 0.8,
          average: 0.8 / 2,
          median: 0.1 + 0.5 * (0.7 - 0.1),
          lowerQuartile: 0.1 + 0.25 * (0.7 - 0.1),
          minimum: 0.1,
          maximum: 0.7,
        },
      ],
    ],
  ),
  summaries(
    'of a computed subtotal',
    spread,
    received(
      own(litong.education, 2021, {
        'applications.results.notDisclosed.stateSecret.total': 1,
        'applications.results.notDisclosed.internalAffairs.total': 2,
      }),
      own(litong.police, 2021, { 'applications.results.notDisclosed.internalAffairs.total': 5 }),
      own(litong.audit, 2021),
    ),
    {},
    'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_TOTAL',
    [[{}, { sum: 8, minimum: 3, maximum: 5, reports: 2 }]],
  ),
  summaries('share and rank', beside, twoPrefectures, { groupBy: ['PREFECTURE'] }, RECEIVED, [
    [{ division: '640100' }, { sum: 7, share: 7 / 44, rank: 2 }],
    [{ division: '640300' }, { sum: 37, share: 37 / 44, rank: 1 }],
  ]),
  summaries(
    'equal values have one rank, and the next is passed over',
    beside,
    received(
      own(wuzhong.education, 2021, applications(5)),
      own(yinchuan.education, 2021, applications(5)),
      own(litong.education, 2021, applications(1)),
      own(hongsibao.education, 2021),
    ),
    { groupBy: ['DISTRICT'] },
    RECEIVED,
    [
      [{ division: '640100' }, { rank: 1, share: 5 / 11 }],
      [{ division: '640300' }, { rank: 1, share: 5 / 11 }],
      [{ division: '640302' }, { rank: 3, share: 1 / 11 }],
      [{ division: '640303' }, { rank: null, share: null }],
    ],
  ),
  summaries(
    'share and rank are of all groups, before having',
    beside,
    twoPrefectures,
    { groupBy: ['PREFECTURE'], having: [{ measure: RECEIVED, lt: 10 }] },
    RECEIVED,
    [[{ division: '640100' }, { share: 7 / 44, rank: 2 }]],
  ),
  summaries('no share of zero', beside, each(0, 0), { groupBy: ['AGENCY_TYPE'] }, RECEIVED, [
    [{ agencyType: 'EDUCATION' }, { sum: 0, share: null, rank: 1 }],
    [{ agencyType: 'PUBLIC_SECURITY' }, { sum: 0, share: null, rank: 1 }],
  ]),
  summaries('one row has the whole share and the first rank', beside, each(3, 4), {}, RECEIVED, [
    [{}, { share: 1, rank: 1 }],
  ]),
  summaries('change of years', earlierGroup, twoPrefectures, { groupBy: ['YEAR'] }, RECEIVED, [
    [{ year: 2020 }, { change: nothing }],
    [{ year: 2021 }, { change: { previous: 10, absolute: 9, percent: 100 * (9 / 10) } }], // 19 - 10
    [{ year: 2022 }, { change: { previous: 19, absolute: -19, percent: -100 } }], // 0 - 19
    [{ year: 2023 }, { change: { previous: 0, absolute: 15, percent: null } }], // 15 - 0
  ]),
  summaries(
    'change of a group is against the same group',
    earlierGroup,
    twoPrefectures,
    { groupBy: ['PREFECTURE', 'YEAR'], where: { year: { gte: 2021 } } },
    RECEIVED,
    [
      [{ division: '640100', year: 2021 }, { change: nothing }],
      [{ division: '640100', year: 2022 }, { change: { previous: 4, absolute: -4, percent: -100 } }],
      [{ division: '640100', year: 2023 }, { change: { previous: 0, absolute: 3, percent: null } }],
      // The condition on the year is shifted: 2020 is held against, though it has no row.
      [{ division: '640300', year: 2021 }, { change: { previous: 10, absolute: 5, percent: 50 } }],
      [{ division: '640300', year: 2023 }, { change: nothing }], // nothing of 吴忠 in 2022
    ],
  ),
  summaries(
    'other conditions apply to the earlier year too',
    earlierGroup,
    twoPrefectures,
    { groupBy: ['YEAR'], where: { measures: [{ measure: RECEIVED, lt: 11 }] } },
    RECEIVED,
    [
      [{ year: 2020 }, { change: nothing }], // 吴忠 10
      [{ year: 2021 }, { change: { previous: 10, absolute: -6, percent: -60 } }], // 银川 4
      [{ year: 2022 }, { change: { previous: 4, absolute: -4, percent: -100 } }], // 银川 0; 吴忠's 15 of 2021 is out
      [{ year: 2023 }, { change: { previous: 0, absolute: 3, percent: null } }], // 银川 3
    ],
  ),
  summaries(
    'change by where.year.eq, without YEAR in groupBy',
    'null unless YEAR is in `groupBy` or `where.year.eq` (its own, not inside and, or, not).',
    twoPrefectures,
    { where: { year: { eq: 2021 } } },
    RECEIVED,
    [[{}, { sum: 19, change: { previous: 10, absolute: 9, percent: 90 } }]],
  ),
  summaries(
    'a year inside and gives no change',
    'null unless YEAR is in `groupBy` or `where.year.eq` (its own, not inside and, or, not).',
    twoPrefectures,
    { where: { and: [{ year: { eq: 2021 } }] } },
    RECEIVED,
    [[{}, { sum: 19, change: null }]],
  ),
  summaries(
    'a range of one year gives no change',
    'null unless YEAR is in `groupBy` or `where.year.eq`',
    twoPrefectures,
    { where: { year: { gte: 2021, lte: 2021 } } },
    RECEIVED,
    [[{}, { change: null }]],
  ),
  summaries(
    'where the earlier group has no reports: an object of nulls',
    'Where the earlier group has no reports: an object of nulls.',
    twoPrefectures,
    { where: { year: { eq: 2020 } } },
    RECEIVED,
    [[{}, { sum: 10, change: nothing }]],
  ),
  summaries(
    'a null value changes by nothing that is known',
    percent,
    received(own(wuzhong.education, 2020, applications(10)), own(wuzhong.education, 2021)),
    { where: { year: { eq: 2021 } } },
    RECEIVED,
    [[{}, { sum: null, change: { previous: 10, absolute: null, percent: null } }]],
  ),
  summaries(
    'what is contained in the earlier year is left out there',
    earlierGroup,
    received(
      consolidated(wuzhong.government, 2020, applications(50)),
      consolidated(litong.government, 2020, applications(20)),
      consolidated(litong.government, 2021, applications(30)),
    ),
    { basis: 'PUBLISHED_CONSOLIDATED', groupBy: ['YEAR'] },
    RECEIVED,
    [
      [{ year: 2020 }, { sum: 50, change: nothing }],
      [{ year: 2021 }, { sum: 30, change: { previous: 50, absolute: -20, percent: -40 } }],
    ],
  ),
  summaries(
    'a rate',
    ofRates,
    received(
      own(litong.education, 2021, refusing(1, 4)), // 0.25
      own(litong.police, 2021, refusing(1, 2)), // 0.5
      own(litong.statistics, 2021, refusing(0, 0)), // stated, but no value of its own
      own(litong.audit, 2021, refusing(null, 9)),
    ),
    {},
    REFUSAL,
    [
      [
        {},
        {
          sum: null,
          share: null,
          average: 2 / 6,
          median: 0.375,
          lowerQuartile: 0.25 + 0.25 * (0.5 - 0.25),
          minimum: 0.25,
          maximum: 0.5,
          reports: 2,
          rank: 1,
          change: null,
        },
      ],
    ],
  ),
  summaries(
    'rates are ranked whatever their denominator, and change',
    'Rates are ranked whatever their denominator; `reliable` tells.',
    received(
      own(wuzhong.education, 2020, refusing(1, 2)), // 0.5
      own(wuzhong.education, 2021, refusing(250, 1000)), // 0.25
      own(yinchuan.education, 2021, refusing(1, 1)), // 1
      own(litong.education, 2021, refusing(0, 0)), // none
    ),
    { groupBy: ['DISTRICT'], where: { year: { eq: 2021 } }, orderBy: [{ measure: REFUSAL }] },
    REFUSAL,
    [
      [{ division: '640100' }, { average: 1, rank: 1, change: nothing }],
      [{ division: '640300' }, { average: 0.25, rank: 2, change: { previous: 0.5, absolute: -0.25, percent: -50 } }],
      [{ division: '640302' }, { average: null, rank: null, change: nothing }],
    ],
  ),
  ...(
    [
      ['AVERAGE', ['640300', '640100']], // 37/3, 7/3
      ['MEDIAN', ['640300', '640100']], // 12, 3
      ['SHARE', ['640300', '640100']],
      ['CHANGE', ['640100', '640300']], // without a change both are null: by the key
      ['PERCENT', ['640100', '640300']],
    ] as const
  ).map(([by, codes]): Example => ({
    name: `rows by ${by}`,
    sentence: '`by`: CHANGE is change.absolute, PERCENT change.percent, null where change is null.',
    operations: twoPrefectures,
    ask: statistics({ groupBy: ['PREFECTURE'], orderBy: [{ measure: RECEIVED, by }] }),
    wish: { key: true },
    expected: { rows: codes.map((division) => ({ key: { division } })) },
  })),
  ...(
    [
      ['CHANGE', [2023, 2021, 2022, 2020]], // 15, 9, -19, none
      ['PERCENT', [2021, 2022, 2020, 2023]], // 90, -100, none, none (of 0)
    ] as const
  ).map(([by, years]): Example => ({
    name: `years by ${by}`,
    sentence: '`by`: CHANGE is change.absolute, PERCENT change.percent, null where change is null.',
    operations: twoPrefectures,
    ask: statistics({ groupBy: ['YEAR'], orderBy: [{ measure: RECEIVED, by }] }),
    wish: { key: true },
    expected: { rows: years.map((year) => ({ key: { year } })) },
  })),
  {
    name: 'a rate has no share and its median is of own rates, in orders too',
    sentence: 'VALUE: the sum, of a rate the rate.',
    operations: received(
      own(wuzhong.education, 2021, refusing(1, 10)),
      own({ division: '640300', name: '吴忠市公安局' }, 2021, refusing(8, 10)), // row: 9 of 20; median 0.45
      own(yinchuan.education, 2021, refusing(1, 2)), // 0.5
      own({ division: '640100', name: '银川市公安局' }, 2021, refusing(0, 8)), // row: 1 of 10; median 0.25
    ),
    ask: statistics({ groupBy: ['PREFECTURE'], orderBy: [{ measure: REFUSAL, direction: 'ASC' }] }),
    wish: { key: true, measures: [REFUSAL], fields: ['average', 'median', 'share'] },
    expected: {
      rows: [
        { key: { division: '640100' }, measures: { [REFUSAL]: { average: 0.1, median: 0.25, share: null } } },
        {
          key: { division: '640300' },
          measures: { [REFUSAL]: { average: 9 / 20, median: 0.1 + 0.5 * (0.8 - 0.1), share: null } },
        },
      ],
    },
  },
  summaries(
    'having on a rate uses the row’s',
    ofRates,
    received(own(wuzhong.education, 2021, refusing(1, 10)), own(yinchuan.education, 2021, refusing(1, 2))),
    { groupBy: ['PREFECTURE'], having: [{ measure: REFUSAL, gt: 0.1 }] },
    REFUSAL,
    [[{ division: '640100' }, { average: 0.5, rank: 1 }]],
  ),
];
