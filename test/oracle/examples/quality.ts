/** Of what quality the figures are: AS_REPORTED, STRICT, REPAIRED, as README.md decides them. */
import type { Quality } from '../../../src/store/question.js';
import { rowAt, rows, type CellPath } from '../../../src/template/figures.js';
import type { Ask } from '../ask.js';
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  litong,
  own,
  published,
  received,
  RECEIVED,
  receivedTotal,
  statistics,
  wuzhong,
  type Stated,
} from './made.js';

/** The cells of a row, in its order; what is null is left blank. */
function row(path: string, ...values: (number | null)[]): Stated {
  const { cells } = rowAt(path);
  return Object.fromEntries(
    values.flatMap((value, at) => (value === null ? [] : [[cells[at]?.path ?? '', value] as const])),
  );
}
const answered = 'applications.results.total';
const corner: CellPath = 'applications.results.total.total';
const isOther = (path: string): boolean => path.includes('otherHandling');
const resultRows = rows
  .map(({ path }) => path)
  .filter((path) => path.startsWith('applications.results.') && path !== answered);
/** Every row of results, one application of a natural person each, with totals; of 其他处理 the undivided one alone. */
const oneOf = (paths: readonly string[]): Stated =>
  Object.fromEntries(paths.flatMap((path) => Object.entries(row(path, 1, 0, 0, 0, 0, 0, 1))));
const oneOfEach = oneOf(resultRows.filter((path) => !isOther(path) || path.endsWith('undivided')));
/** 18 rows of results, and 其他处理. */
const all = 19;

const wrongRow = row('applications.received', 3, 1, 0, 0, 0, 0, 5);
const rightRow = row('applications.received', 2, 0, 0, 0, 0, 0, 2);

const fills = 'REPAIRED fills blank or wrong totals from their parts where these are all there';
const leavesOut = 'STRICT leaves out reports with an ERROR (leftOut: INVALID)';

/** One report of that year, and what its figures come to. */
function oneReport(
  name: string,
  sentence: string,
  stated: Stated,
  quality: Quality,
  figures: Partial<Record<CellPath, number | null>>,
  cells: number,
): Example {
  return {
    name,
    sentence,
    operations: received(own(litong.education, 2021, stated)),
    ask: statistics({ quality }),
    wish: { reports: true, repaired: true, figures: Object.keys(figures) as CellPath[] as never },
    expected: { rows: [{ reports: 1, repaired: { cells, reports: cells === 0 ? 0 : 1 }, figures }] },
  };
}

const twoReports = received(own(litong.education, 2021, wrongRow), own(litong.police, 2021, rightRow));
const coverage = (invalid: number, counted: number) => ({
  expected: counted + invalid,
  reported: counted + invalid,
  counted,
  missing: 0,
  leftOut: invalid === 0 ? {} : { INVALID: invalid },
});

const asks: [string, (quality: Quality) => Ask][] = [
  ['of a division', (quality) => ({ kind: 'division', code: '640302', year: 2021, basis: 'SUM_OF_AGENCIES', quality })],
  ['of a trend', (quality) => ({ kind: 'trend', code: '640302', basis: 'SUM_OF_AGENCIES', quality })],
  ['of groups', (quality) => statistics({ groupBy: ['YEAR'], quality })],
];

export const qualityExamples: Example[] = [
  oneReport(
    'as reported a wrong total stays',
    'as reported is the default',
    wrongRow,
    'AS_REPORTED',
    { [receivedTotal]: 5 },
    0,
  ),
  oneReport(
    'a wrong total of a row is what its cells add up to',
    fills,
    wrongRow,
    'REPAIRED',
    { [receivedTotal]: 4 },
    1,
  ),
  oneReport(
    'a blank total of a row is filled',
    fills,
    row('applications.received', 3, 1, 0, 0, 0, 0, null),
    'REPAIRED',
    { [receivedTotal]: 4 },
    1,
  ),
  oneReport('a total that is right is no repaired one', fills, rightRow, 'REPAIRED', { [receivedTotal]: 2 }, 0),
  oneReport(
    'a wrong total of which a part is blank stays',
    'where these are all there',
    row('applications.received', 3, 1, 0, 0, 0, null, 5),
    'REPAIRED',
    { [receivedTotal]: 5 },
    0,
  ),
  oneReport(
    'outcomes of reviews and lawsuits add up too',
    fills,
    {
      ...row('reviews', 1, 2, 0, 0, 9),
      ...row('lawsuits.direct', 0, 0, 0, 0, null),
      ...row('lawsuits.afterReview', 1, null, 0, 0, 5),
    },
    'REPAIRED',
    { 'reviews.total': 3, 'lawsuits.direct.total': 0, 'lawsuits.afterReview.total': 5 },
    2,
  ),
  oneReport(
    'a column of the results adds up, 其他处理 by its undivided row',
    'other handling by its subtotal rule',
    { ...oneOfEach, ...row(answered, 7, 0, 0, 0, 0, 0, all) },
    'REPAIRED',
    { 'applications.results.total.naturalPerson': all, [corner]: all },
    1,
  ),
  oneReport(
    'a column of the results adds up, 其他处理 by its three rows where there is no undivided one',
    'other handling by its subtotal rule',
    {
      ...oneOf(resultRows.filter((path) => !path.endsWith('undivided'))),
      ...row(answered, 7, 0, 0, 0, 0, 0, 5),
    },
    'REPAIRED',
    { 'applications.results.total.naturalPerson': all + 2, [corner]: all + 2 },
    2,
  ),
  oneReport(
    'a column of which a row is blank stays',
    'every row the edition has is stated',
    {
      ...oneOfEach,
      'applications.results.disclosed.naturalPerson': 2,
      'applications.results.disclosed.total': 2,
      ...row(answered, 7),
    },
    'REPAIRED',
    {
      'applications.results.total.naturalPerson': all + 1,
      'applications.results.total.business': 0,
      [corner]: all + 1,
    },
    6 + 1,
  ),
  oneReport(
    '（七）总计 of 总计 is of its own row where all six are there, as they were repaired before',
    'a cell that is both a row total and a column total',
    { ...row(answered, 1, 1, 1, 1, 1, 1, 50), 'applications.results.disclosed.total': 8 },
    'REPAIRED',
    { [corner]: 6 },
    1,
  ),
  oneReport(
    '（七）总计 of 总计 is of its column where one of the six is blank, of totals repaired before',
    'a cell that is both a row total and a column total',
    {
      ...Object.assign({}, ...resultRows.filter((path) => !isOther(path)).map((path) => ({ [`${path}.total`]: 1 }))),
      // The row adds up to 4, not to 1; its total is repaired first.
      ...row('applications.results.disclosed', 4, 0, 0, 0, 0, 0, 1),
      'applications.results.otherHandling.undivided.total': 2,
      [corner]: 1,
    } as Stated,
    'REPAIRED',
    { 'applications.results.disclosed.total': 4, [corner]: 17 + 4 + 2 },
    2,
  ),
  {
    name: 'subtotals, rates and their reports are of the repaired figures',
    sentence: 'one consistent data set',
    operations: received(
      own(litong.education, 2021, {
        ...row('applications.results.disclosed', 1, 0, 0, 0, 0, 0, null),
        'applications.results.partiallyDisclosed.total': 1,
        [corner]: 4,
      }),
    ),
    ask: statistics({ quality: 'REPAIRED' }),
    wish: { rates: ['disclosure'], measures: ['RATE_DISCLOSURE'], fields: ['average', 'median', 'reports'], floor: 1 },
    expected: {
      rows: [
        {
          rates: { disclosure: { value: 0.5, numerator: 2, denominator: 4, reports: 1, reliable: true } },
          measures: { RATE_DISCLOSURE: { average: 0.5, median: 0.5, reports: 1 } },
        },
      ],
    },
  },
  {
    name: 'conditions in where and having are on the repaired figures',
    sentence: 'one consistent data set',
    operations: twoReports,
    ask: statistics({
      quality: 'REPAIRED',
      where: { measures: [{ measure: RECEIVED, eq: 4 }] },
      having: [{ measure: RECEIVED, eq: 4 }],
    }),
    wish: { reports: true, figures: [receivedTotal] },
    expected: { rows: [{ reports: 1, figures: { [receivedTotal]: 4 } }] },
  },
  {
    name: 'what is repaired is counted over the reports of the row that count',
    sentence: 'how many cells of how many reports',
    operations: received(
      own(litong.education, 2021, { ...wrongRow, ...row('reviews', 1, 0, 0, 0, null) }),
      own(litong.police, 2021, rightRow),
      own(litong.audit, 2021, wrongRow),
      own(litong.statistics, 2020, wrongRow),
    ),
    ask: statistics({ quality: 'REPAIRED', where: { year: { eq: 2021 } } }),
    wish: { reports: true, repaired: true, figures: [receivedTotal] },
    expected: { rows: [{ reports: 3, repaired: { cells: 3, reports: 2 }, figures: { [receivedTotal]: 10 } }] },
  },
  {
    name: 'a report behind a figure says where the figure stands on a repaired total',
    sentence: 'contributions under REPAIRED give the repaired figure and mark it',
    operations: twoReports,
    ask: statistics({ quality: 'REPAIRED' }),
    wish: { explained: { of: RECEIVED } },
    expected: {
      rows: [
        {
          explained: {
            figure: 6,
            numerator: null,
            denominator: null,
            reports: [
              {
                agency: [litong.education.division, litong.education.name],
                year: 2021,
                figure: 4,
                numerator: null,
                denominator: null,
                share: 4 / 6,
                repaired: true,
              },
              {
                agency: [litong.police.division, litong.police.name],
                year: 2021,
                figure: 2,
                numerator: null,
                denominator: null,
                share: 2 / 6,
                repaired: false,
              },
            ],
          },
        },
      ],
    },
  },
  {
    name: 'a repaired total that does not stand in the figure is no mark on it',
    sentence: 'subtotal: the undivided row where one is stated, else the sum of the three; never both added.',
    operations: received(
      own(litong.education, 2021, {
        'applications.results.otherHandling.undivided.total': 7,
        ...row('applications.results.otherHandling.other', 1, 0, 0, 0, 0, 0, 3),
      }),
      own(litong.police, 2021, row('applications.results.otherHandling.other', 1, 0, 0, 0, 0, 0, 3)),
    ),
    ask: statistics({ quality: 'REPAIRED' }),
    wish: { repaired: true, explained: { of: 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL' } },
    expected: {
      rows: [
        {
          repaired: { cells: 2, reports: 2 },
          explained: {
            figure: 8,
            numerator: null,
            denominator: null,
            reports: [
              {
                agency: [litong.education.division, litong.education.name],
                year: 2021,
                figure: 7,
                numerator: null,
                denominator: null,
                share: 7 / 8,
                repaired: false,
              },
              {
                agency: [litong.police.division, litong.police.name],
                year: 2021,
                figure: 1,
                numerator: null,
                denominator: null,
                share: 1 / 8,
                repaired: true,
              },
            ],
          },
        },
      ],
    },
  },
  {
    name: 'strictly, a report with an error is left out as invalid',
    sentence: leavesOut,
    operations: twoReports,
    ask: statistics({ quality: 'STRICT' }),
    wish: { reports: true, repaired: true, coverage: true, figures: [receivedTotal] },
    expected: {
      rows: [
        { reports: 1, repaired: { cells: 0, reports: 0 }, coverage: coverage(1, 1), figures: { [receivedTotal]: 2 } },
      ],
    },
  },
  ...asks.map(([name, ask]): Example => ({
    name: `strictly, a report with an error is left out ${name}`,
    sentence: leavesOut,
    operations: twoReports,
    ask: ask('STRICT'),
    wish: { reports: true, coverage: true, measures: [RECEIVED], fields: ['sum', 'change'] },
    expected: {
      rows: [
        {
          reports: 1,
          coverage: coverage(1, 1),
          measures: { [RECEIVED]: { sum: 2, change: { previous: null, absolute: null, percent: null } } },
        },
      ],
    },
  })),
  {
    name: 'strictly, EDITION comes before INVALID, and INVALID before CONDITION',
    sentence: 'A report is left out for the first of EDITION, INVALID, CONDITION by which `where` is already false',
    operations: received(
      own(litong.education, 2021, wrongRow),
      own(litong.police, 2021, wrongRow, { edition: 'FORM_2019' }),
      own(litong.audit, 2021, rightRow),
    ),
    ask: statistics({
      quality: 'STRICT',
      where: { edition: 'FORM_2021', measures: [{ measure: RECEIVED, gt: 100 }] },
    }),
    wish: { coverage: true },
    expected: {
      rows: [
        {
          coverage: {
            expected: 3,
            reported: 3,
            counted: 0,
            missing: 0,
            leftOut: { EDITION: 1, INVALID: 1, CONDITION: 1 },
          },
        },
      ],
    },
  },
  {
    name: 'strictly, whatever is not valid is left out, also where where asks for it',
    sentence: 'as if `where` had in addition valid: true',
    operations: twoReports,
    ask: statistics({ quality: 'STRICT', where: { valid: false } }),
    wish: { coverage: true },
    expected: { rows: [{ coverage: coverage(2, 0) }] },
  },
  {
    name: 'strictly, the change is against a year without its errors',
    sentence: 'conditions on the year are shifted with it, all others apply to the earlier year too',
    operations: received(
      own(litong.education, 2020, wrongRow),
      own(litong.police, 2020, rightRow),
      own(litong.education, 2021, applications(8)),
    ),
    ask: statistics({ quality: 'STRICT', where: { year: { eq: 2021 } } }),
    wish: { measures: [RECEIVED], fields: ['sum', 'change'] },
    expected: {
      rows: [{ measures: { [RECEIVED]: { sum: 8, change: { previous: 2, absolute: 6, percent: 300 } } } }],
    },
  },
  {
    name: 'strictly, a consolidated report with an error contains no others',
    sentence: 'A report that `where` leaves out contains no others.',
    operations: received(
      consolidated(wuzhong.government, 2021, wrongRow),
      consolidated(litong.government, 2021, rightRow),
    ),
    ask: published({ quality: 'STRICT' }),
    wish: { reports: true, coverage: true, figures: [receivedTotal] },
    expected: { rows: [{ reports: 1, coverage: coverage(1, 1), figures: { [receivedTotal]: 2 } }] },
  },
  {
    name: 'a reconciliation is of repaired figures on both sides',
    sentence: 'on every statistic',
    operations: received(
      consolidated(litong.government, 2021, applications(7)),
      own(litong.education, 2021, wrongRow),
      own(litong.police, 2021, rightRow),
    ),
    ask: { kind: 'reconciliation', code: '640302', year: 2021, quality: 'REPAIRED' },
    wish: { repaired: true, figures: [receivedTotal] },
    expected: {
      published: { repaired: { cells: 0, reports: 0 }, figures: { [receivedTotal]: 7 } },
      agencies: { repaired: { cells: 1, reports: 1 }, figures: { [receivedTotal]: 6 } },
      differences: [{ measure: RECEIVED, published: 7, agencies: 6, difference: 1 }],
    },
  },
  {
    name: 'an agency’s statistics are strict',
    sentence: 'on every statistic',
    operations: twoReports,
    ask: {
      kind: 'agency',
      id: `@${litong.education.division}/${litong.education.name}`,
      year: 2021,
      basis: 'SUM_OF_AGENCIES',
      quality: 'STRICT',
    },
    wish: { reports: true, coverage: true },
    expected: { rows: [{ reports: 0, coverage: coverage(1, 0) }] },
  },
];
