/** STATISTICS, "Figures and rates". */
import type { Example } from './example.js';
import { hongsibao, litong, own, received, statistics, type Stated } from './made.js';

const disclosed = 'applications.results.disclosed.total';
const partially = 'applications.results.partiallyDisclosed.total';
const answered = 'applications.results.total.total';
const secret = 'applications.results.notDisclosed.stateSecret.total';
const internal = 'applications.results.notDisclosed.internalAffairs.total';
const refused = 'applications.results.notDisclosed.subtotal.total';

const skipNulls = 'Sums skip nulls; a sum of nothing but nulls is null.';
const everyTerm = 'A rate is over those reports of the row that state every term its formula names';
const oneOfItsRows = 'a subtotal is stated if one of its rows is';

/** The rate over reports with these figures, all of one division and year. */
function rate(
  name: string,
  sentence: string,
  key: string,
  stated: readonly Stated[],
  [numerator, denominator, reports, value]: [number | null, number | null, number, number | null],
  floor?: number,
): Example {
  const agencies = [litong.education, litong.police, litong.statistics, litong.audit];
  const reliable = denominator !== null && denominator >= (floor ?? 30);
  return {
    name,
    sentence,
    operations: received(...stated.map((one, at) => own(agencies[at] ?? hongsibao.education, 2021, one))),
    ask: statistics(),
    wish: { rates: [key], ...(floor !== undefined && { floor }) },
    expected: { rows: [{ rates: { [key]: { value, numerator, denominator, reports, reliable } } }] },
  };
}

export const figuresAndRates: Example[] = [
  {
    name: 'sums skip nulls',
    sentence: skipNulls,
    operations: received(
      own(litong.education, 2021, { [disclosed]: 3 }),
      own(litong.police, 2021),
      own(litong.statistics, 2021, { [disclosed]: 0 }),
    ),
    ask: statistics(),
    wish: { figures: [disclosed, partially] },
    expected: { rows: [{ figures: { [disclosed]: 3, [partially]: null } }] }, // nobody states partially
  },
  {
    name: 'a sum of zeros is zero, not null',
    sentence: 'null is not zero.',
    operations: received(own(litong.education, 2021, { [disclosed]: 0 }), own(litong.police, 2021)),
    ask: statistics(),
    wish: { figures: [disclosed] },
    expected: { rows: [{ figures: { [disclosed]: 0 } }] },
  },
  {
    name: 'a wrong total is added as reported',
    sentence: 'A figure is stored as the report states it, wrong totals included.',
    operations: received(
      own(litong.education, 2021, {
        'applications.received.naturalPerson': 3,
        'applications.received.business': 1,
        'applications.received.total': 0,
      }),
      own(litong.police, 2021, { 'applications.received.total': 7 }),
    ),
    ask: statistics(),
    wish: { figures: ['applications.received.naturalPerson', 'applications.received.total'] },
    expected: {
      rows: [{ figures: { 'applications.received.naturalPerson': 3, 'applications.received.total': 7 } }],
    },
  },
  {
    name: 'a subtotal is the sum of the rows that are stated',
    sentence: 'subtotal of a group: the sum of its rows, nulls skipped; null where all are null.',
    operations: received(
      own(litong.education, 2021, { [secret]: 1, [internal]: 2 }),
      own(litong.police, 2021, { [internal]: 4 }),
      own(litong.statistics, 2021, { [answered]: 8 }),
    ),
    ask: statistics(),
    wish: { figures: [refused, 'applications.results.unableToProvide.subtotal.total'] },
    expected: { rows: [{ figures: { [refused]: 7, 'applications.results.unableToProvide.subtotal.total': null } }] },
  },
  {
    name: '其他处理: the undivided row where it is stated, else the three, report by report',
    sentence: 'subtotal: the undivided row where one is stated, else the sum of the three; never both added.',
    operations: received(
      own(litong.education, 2020, { 'applications.results.otherHandling.undivided.total': 5 }),
      own(litong.education, 2021, {
        'applications.results.otherHandling.notCorrectedInTime.total': 1,
        'applications.results.otherHandling.other.total': 2,
      }),
      own(litong.education, 2022, {
        'applications.results.otherHandling.undivided.total': 10,
        'applications.results.otherHandling.other.total': 10,
      }),
    ),
    ask: statistics(),
    wish: {
      figures: ['applications.results.otherHandling.subtotal.total', 'applications.results.otherHandling.other.total'],
    },
    expected: {
      rows: [
        {
          figures: {
            'applications.results.otherHandling.subtotal.total': 18, // 5 + (1 + 2) + 10
            'applications.results.otherHandling.other.total': 12, // 2 + 10
          },
        },
      ],
    },
  },
  {
    name: 'amounts are exact, to the fen',
    sentence: 'An amount in 万元, exact: a string with six decimals, kept as an integer number of fen.',
    operations: received(
      own(litong.education, 2021, { 'disclosure.fees.amount': '0.1' }),
      own(litong.police, 2021, { 'disclosure.fees.amount': '0.2' }),
      own(litong.statistics, 2021, { 'disclosure.fees.amount': '1000000.000001' }),
    ),
    ask: statistics(),
    wish: { figures: ['disclosure.fees.amount'], measures: ['DISCLOSURE_FEES_AMOUNT'], fields: ['sum', 'average'] },
    expected: {
      rows: [
        {
          figures: { 'disclosure.fees.amount': '1000000.300001' },
          measures: {
            DISCLOSURE_FEES_AMOUNT: { sum: 1000000300001 / 1000000, average: 1000000300001 / 1000000 / 3 },
          },
        },
      ],
    },
  },
  {
    name: 'counts beyond 31 bits',
    sentence: 'a safe integer (up to 2^53 - 1; Int is 32-bit and overflows)',
    operations: received(
      own(litong.education, 2021, { 'disclosure.licensing.decisions': 3_000_000_000 }),
      own(litong.police, 2021, { 'disclosure.licensing.decisions': 3_000_000_001 }),
    ),
    ask: statistics(),
    wish: { figures: ['disclosure.licensing.decisions'] },
    expected: { rows: [{ figures: { 'disclosure.licensing.decisions': 6_000_000_001 } }] },
  },
  {
    name: 'changes are signed',
    sentence: 'itemsLastYear and change (signed): form of 2019.',
    operations: received(
      own(litong.education, 2020, { 'disclosure.licensing.change': -8 }),
      own(litong.police, 2020, { 'disclosure.licensing.change': 3 }),
    ),
    ask: statistics(),
    wish: { figures: ['disclosure.licensing.change'] },
    expected: { rows: [{ figures: { 'disclosure.licensing.change': -5 } }] },
  },
  rate(
    'a rate is the sums of its sides, not the mean of rates',
    'rate `numerator / denominator`',
    'disclosure',
    [
      { [disclosed]: 1, [partially]: 0, [answered]: 1 }, // 1 of 1
      { [disclosed]: 2, [partially]: 3, [answered]: 39 }, // 5 of 39
    ],
    [6, 40, 2, 0.15],
  ),
  rate(
    'a report with a blank term is in neither side',
    everyTerm,
    'disclosure',
    [
      { [disclosed]: 2, [partially]: 2, [answered]: 8 },
      { [disclosed]: 90, [partially]: 5 }, // 总计 blank
      { [disclosed]: 90, [answered]: 90 }, // 部分公开 blank
    ],
    [4, 8, 1, 0.5],
  ),
  rate(
    'a subtotal is stated if one of its rows is',
    oneOfItsRows,
    'refusal',
    [
      { [internal]: 1, [answered]: 4 },
      { [secret]: 0, [answered]: 4 },
      { [answered]: 92 }, // no row of 不予公开 is stated
    ],
    [1, 8, 2, 0.125],
  ),
  rate(
    'a rate over nothing has no value',
    'numerator and denominator: sums over them, null where there are none.',
    'refusal',
    [{ [answered]: 4 }],
    [null, null, 0, null],
  ),
  rate(
    'a rate of zero over zero has no value, but sides',
    'value is null where the denominator is zero or null.',
    'refusal',
    [{ [secret]: 0, [answered]: 0 }],
    [0, 0, 1, null],
  ),
  rate(
    'a rate may be above one',
    'No rounding in the service.',
    'refusal',
    [{ [secret]: 5, [answered]: 3 }],
    [5, 3, 1, 5 / 3],
  ),
  rate(
    'reliable from the floor on, 30 by default',
    'reliable: the denominator reaches the floor.',
    'refusal',
    [{ [secret]: 3, [answered]: 30 }],
    [3, 30, 1, 0.1],
  ),
  rate(
    'not reliable below the floor',
    'reliable: the denominator reaches the floor.',
    'refusal',
    [{ [secret]: 3, [answered]: 30 }],
    [3, 30, 1, 0.1],
    31,
  ),
  rate(
    '无法提供率',
    'unableToProvide.subtotal / results.total',
    'unableToProvide',
    [
      {
        'applications.results.unableToProvide.notHeld.total': 2,
        'applications.results.unableToProvide.stillUnclear.total': 1,
        [answered]: 12,
      },
    ],
    [3, 12, 1, 0.25],
  ),
  rate(
    '不予处理率',
    'notProcessed.subtotal / results.total',
    'notProcessed',
    [{ 'applications.results.notProcessed.repeated.total': 3, [answered]: 24 }],
    [3, 24, 1, 0.125],
  ),
  rate(
    '办结率',
    'results.total / (received + carriedOverFromLastYear)',
    'completion',
    [
      { [answered]: 9, 'applications.received.total': 10, 'applications.carriedOverFromLastYear.total': 2 },
      { [answered]: 9, 'applications.received.total': 10 }, // 上年结转 blank: in neither side
    ],
    [9, 12, 1, 0.75],
  ),
  rate(
    '复议率',
    'reviews.total / results.total',
    'review',
    [{ 'reviews.total': 2, [answered]: 32 }],
    [2, 32, 1, 0.0625],
  ),
  rate(
    '复议维持率 leaves what is pending aside',
    'reviews.upheld / (upheld + corrected + otherOutcome)',
    'reviewUpheld',
    [{ 'reviews.upheld': 3, 'reviews.corrected': 1, 'reviews.otherOutcome': 0, 'reviews.pending': 9 }],
    [3, 4, 1, 0.75],
  ),
  rate(
    '复议纠正率',
    'reviews.corrected / (upheld + corrected + otherOutcome)',
    'reviewCorrected',
    [{ 'reviews.upheld': 3, 'reviews.corrected': 1, 'reviews.otherOutcome': 4 }],
    [1, 8, 1, 0.125],
  ),
  rate(
    '诉讼率 adds both kinds of lawsuit',
    'lawsuits.subtotal.total / results.total',
    'lawsuit',
    [
      { 'lawsuits.direct.total': 1, 'lawsuits.afterReview.total': 2, [answered]: 6 },
      { 'lawsuits.direct.total': 1, [answered]: 2 }, // one of the two states the subtotal
    ],
    [4, 8, 2, 0.5],
  ),
  rate(
    '诉讼纠正率',
    'lawsuits.subtotal.corrected / (upheld + corrected + otherOutcome)',
    'lawsuitCorrected',
    [
      {
        'lawsuits.direct.upheld': 5,
        'lawsuits.direct.corrected': 1,
        'lawsuits.afterReview.corrected': 1,
        'lawsuits.afterReview.otherOutcome': 1,
      },
    ],
    [2, 8, 1, 0.25],
  ),
  {
    name: 'a numerator can be smaller than the figure beside it',
    sentence: 'Its numerator can therefore be smaller than the figure beside it.',
    operations: received(
      own(litong.education, 2021, { 'reviews.total': 2, [answered]: 8 }),
      own(litong.police, 2021, { 'reviews.total': 5 }),
    ),
    ask: statistics(),
    wish: { figures: ['reviews.total'], rates: ['review'], floor: 8 },
    expected: {
      rows: [
        {
          figures: { 'reviews.total': 7 },
          rates: { review: { value: 0.25, numerator: 2, denominator: 8, reports: 1, reliable: true } },
        },
      ],
    },
  },
  {
    name: 'figures of both editions in one sum',
    sentence: "2019's 处理决定数量 and 2021's 本年处理决定数量 are one measure (`decisions`)",
    operations: received(
      own(litong.education, 2020, { 'disclosure.penalties.decisions': 2, 'disclosure.regulations.newlyMade': 1 }),
      own(litong.education, 2021, { 'disclosure.penalties.decisions': 3, 'disclosure.regulations.issued': 4 }),
      // A report of 2021 with a table of 2019: every figure under its own identifier.
      own(litong.police, 2021, { 'disclosure.regulations.newlyMade': 16 }, { edition: 'FORM_2021' }),
    ),
    ask: statistics(),
    wish: {
      figures: ['disclosure.penalties.decisions', 'disclosure.regulations.newlyMade', 'disclosure.regulations.issued'],
    },
    expected: {
      rows: [
        {
          figures: {
            'disclosure.penalties.decisions': 5,
            'disclosure.regulations.newlyMade': 17,
            'disclosure.regulations.issued': 4,
          },
        },
      ],
    },
  },
];
