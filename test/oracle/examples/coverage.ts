/** STATISTICS, "Coverage (agency-years)". */
import type { LeftOutReason, StatisticsQuestion } from '../../../src/store/question.js';
import type { AnsweredRow } from '../ask.js';
import type { Operation } from '../held.js';
import type { Example } from './example.js';
import {
  applications,
  consolidated,
  hongsibao,
  litong,
  moment,
  own,
  received,
  RECEIVED,
  registered,
  statistics,
  withdrawal,
  wuzhong,
} from './made.js';

type Counts = [expected: number, reported: number, counted: number, missing: number];
function counts(
  [expected, reported, counted, missing]: Counts,
  leftOut: Partial<Record<LeftOutReason, number>> = {},
): {
  coverage: NonNullable<AnsweredRow['coverage']>;
} {
  return { coverage: { expected, reported, counted, missing, leftOut } };
}

/** The coverage of everything that `question` lets through, in one row. */
function covered(
  name: string,
  sentence: string,
  operations: readonly Operation[],
  question: Partial<StatisticsQuestion>,
  expected: Counts,
  leftOut: Partial<Record<LeftOutReason, number>> = {},
): Example {
  return {
    name,
    sentence,
    operations,
    ask: statistics(question),
    wish: { coverage: true },
    expected: { rows: [counts(expected, leftOut)] },
  };
}
const consolidatedBasis = { basis: 'PUBLISHED_CONSOLIDATED' } as const;

const stated = 'Expected: an agency whose existence is stated in the register, in every year of it … reported or not.';
const whichBasis =
  '(under PUBLISHED_CONSOLIDATED a GOVERNMENT, and any agency of which only CONSOLIDATED reports are held; all others under SUM_OF_AGENCIES)';
const otherAgency =
  'Any other agency, from the first year for which a report of the basis’s scope is held; never, if none is.';
const newest = 'Always up to the newest year in the database (any report, as of `asOf`, whatever `where` says).';
const outside = 'A report outside the stated existence counts as expected and reported.';
const chosen = '`where`’s conditions on agency and year choose what is expected.';
const unknown =
  'Its conditions on the report (edition, valid, measures) are taken as unknown: an agency-year is expected if `where` could hold.';
const firstReason =
  'A report is left out for the first of EDITION, INVALID, CONDITION by which `where` is already false with the later ones unknown, then CONTAINED.';

/** The newest year is 2022; 利通区教育局 has 2020 and 2022, 公安分局 2021 alone. */
const gaps = received(
  own(litong.education, 2020, applications(1)),
  own(litong.education, 2022, applications(2)),
  own(litong.police, 2021, applications(4)),
);

/** Wrong in its own sum: 3 natural persons, 9 in all. */
const wrong = { 'applications.received.naturalPerson': 3, 'applications.received.total': 9 };
const right = { 'applications.received.naturalPerson': 3, 'applications.received.total': 3 };

export const coverageExamples: Example[] = [
  // 教育局 2020, 2021, 2022; 公安分局 2021, 2022
  covered('from the first report to the newest year', `${otherAgency} ${newest}`, gaps, {}, [5, 3, 3, 2]),
  covered(
    'the newest year is of any report, of either scope',
    newest,
    [...gaps, ...received(consolidated(hongsibao.government, 2024))],
    {},
    [9, 3, 3, 6], // 教育局 2020–2024, 公安分局 2021–2024
  ),
  covered(
    'the newest year does not depend on where',
    newest,
    [...gaps, ...received(own(hongsibao.education, 2023))],
    { where: { division: { eq: '640302' } } },
    [7, 3, 3, 4], // 2020–2023 and 2021–2023
  ),
  covered(
    'an agency with no report of the scope is never expected',
    otherAgency,
    received(own(litong.education, 2021), consolidated(litong.government, 2020)),
    {},
    [1, 1, 1, 0],
  ),
  covered(
    'a registered agency whose existence is not stated is like any other',
    otherAgency,
    received(registered(litong.statistics, { type: 'STATISTICS' }), own(litong.education, 2021)),
    {},
    [1, 1, 1, 0],
  ),
  covered(
    'stated existence is expected, reported or not',
    stated,
    received(
      own(litong.education, 2022),
      registered(litong.education, { existsFrom: 2020 }), // 2020, 2021, 2022
      registered(litong.police, { existsFrom: 2019, existsTo: 2020 }), // 2019, 2020; never reported
    ),
    {},
    [5, 1, 1, 4],
  ),
  covered(
    'existence ends with the newest year',
    newest,
    received(own(litong.education, 2021), registered(litong.police, { existsFrom: 2020, existsTo: 2030 })),
    {},
    [3, 1, 1, 2], // 教育局 2021; 公安分局 2020, 2021
  ),
  covered(
    'with no report at all nothing is expected',
    newest,
    received(registered(litong.police, { existsFrom: 2020 })),
    {},
    [0, 0, 0, 0],
  ),
  covered(
    'existence of which the end alone is stated begins with the first report',
    `${stated} ${otherAgency}`,
    received(
      own(litong.education, 2019),
      own(litong.education, 2021),
      own(litong.police, 2022),
      registered(litong.education, { existsTo: 2020 }),
    ),
    {},
    [4, 3, 3, 1], // 教育局 2019, 2020 (missing) and 2021 (outside); 公安分局 2022
  ),
  covered(
    'a report outside the stated existence',
    outside,
    received(
      own(litong.education, 2022),
      own(litong.education, 2018),
      registered(litong.education, { existsFrom: 2021 }),
    ),
    {},
    [3, 2, 2, 1], // 2021 missing; 2022; 2018 all the same
  ),
  covered(
    'a government is expected under PUBLISHED_CONSOLIDATED',
    whichBasis,
    received(own(litong.education, 2021), registered(litong.government, { existsFrom: 2020 })),
    consolidatedBasis,
    [2, 0, 0, 2],
  ),
  covered(
    'a government is not expected under SUM_OF_AGENCIES',
    whichBasis,
    received(own(litong.education, 2021), registered(litong.government, { existsFrom: 2020 })),
    {},
    [1, 1, 1, 0],
  ),
  covered(
    'an agency of which only consolidated reports are held is expected under PUBLISHED_CONSOLIDATED',
    whichBasis,
    received(
      consolidated(litong.education, 2021, applications(5)),
      registered(litong.education, { existsFrom: 2020, type: 'ZONE' }),
    ),
    consolidatedBasis,
    [2, 1, 1, 1],
  ),
  covered(
    '… and not under SUM_OF_AGENCIES',
    whichBasis,
    received(
      consolidated(litong.education, 2021, applications(5)),
      registered(litong.education, { existsFrom: 2020, type: 'ZONE' }),
    ),
    {},
    [0, 0, 0, 0],
  ),
  covered(
    'with reports of both scopes it is expected under SUM_OF_AGENCIES',
    whichBasis,
    received(
      own(litong.education, 2022),
      consolidated(litong.education, 2021),
      registered(litong.education, { existsFrom: 2020, type: 'ZONE' }),
    ),
    {},
    [3, 1, 1, 2],
  ),
  covered(
    '… where its consolidated report counts as expected and reported',
    outside,
    received(
      own(litong.education, 2022),
      consolidated(litong.education, 2021),
      registered(litong.education, { existsFrom: 2020, type: 'ZONE' }),
    ),
    consolidatedBasis,
    [1, 1, 1, 0],
  ),
  covered('conditions on the year', chosen, gaps, { where: { year: { gte: 2021 } } }, [4, 2, 2, 2]),
  covered('conditions on the agency', chosen, gaps, { where: { agency: { type: ['EDUCATION'] } } }, [3, 2, 2, 1]),
  covered(
    'conditions on agency and year in or and not',
    chosen,
    gaps,
    { where: { or: [{ year: { eq: 2020 } }, { not: { agency: { type: ['EDUCATION'] } } }] } },
    [3, 2, 2, 1], // 教育局 2020; 公安分局 2021, 2022
  ),
  covered(
    'a condition on the report leaves out, and expects what is missing',
    unknown,
    gaps,
    { where: { measures: [{ measure: RECEIVED, gte: 2 }] } },
    [5, 3, 2, 2],
    { CONDITION: 1 },
  ),
  covered(
    'a condition on the report beside one on the agency that fails',
    unknown,
    gaps,
    { where: { agency: { type: ['EDUCATION'] }, edition: 'FORM_2019' } },
    [3, 2, 1, 1], // 公安分局 could not pass whatever its report is
    { EDITION: 1 },
  ),
  covered(
    'or with an agency: what could hold is expected',
    unknown,
    gaps,
    { where: { or: [{ year: { eq: 2020 } }, { edition: 'FORM_2021' }] } },
    [5, 3, 3, 2], // 教育局 2020 by its year, the others by their edition
  ),
  covered(
    'isNull of what is missing is unknown, not true',
    unknown,
    gaps,
    { where: { not: { measures: [{ measure: RECEIVED, isNull: true }] } } },
    [5, 3, 3, 2],
  ),
  covered(
    'nothing passes: nothing is expected',
    '`or: []` … an agency-year is expected if `where` could hold.',
    gaps,
    { where: { or: [] } },
    [0, 0, 0, 0],
  ),
  covered(
    'EDITION before INVALID before CONDITION',
    firstReason,
    received(
      own(litong.education, 2021, wrong, { edition: 'FORM_2019' }), // fails all three
      own(litong.police, 2021, wrong), // not valid, and above 5
      own(litong.statistics, 2021, { 'applications.received.total': 8 }), // above 5
      own(litong.audit, 2021, right), // passes
    ),
    { where: { edition: 'FORM_2021', valid: true, measures: [{ measure: RECEIVED, lte: 5 }] } },
    [4, 4, 1, 0],
    { EDITION: 1, INVALID: 1, CONDITION: 1 },
  ),
  covered(
    'INVALID in both directions',
    'INVALID is the reason of `valid` in both directions.',
    received(own(litong.education, 2021, wrong), own(litong.police, 2021, right), own(litong.audit, 2021, right)),
    { where: { valid: false } },
    [3, 3, 1, 0],
    { INVALID: 2 },
  ),
  covered(
    'not of valid',
    'INVALID is the reason of `valid` in both directions.',
    received(own(litong.education, 2021, wrong), own(litong.police, 2021, right)),
    { where: { not: { valid: true } } },
    [2, 2, 1, 0],
    { INVALID: 1 },
  ),
  covered(
    'an or is false only when its last part is',
    firstReason,
    received(
      own(litong.education, 2021, { 'applications.received.total': 8 }, { edition: 'FORM_2019' }),
      own(litong.police, 2021, { 'applications.received.total': 1 }, { edition: 'FORM_2019' }),
    ),
    { where: { or: [{ edition: 'FORM_2021' }, { measures: [{ measure: RECEIVED, lt: 5 }] }] } },
    [2, 2, 1, 0],
    { CONDITION: 1 }, // with measures unknown the or could still hold
  ),
  covered(
    'reasons beside CONTAINED, in their order',
    '`leftOut` lists reasons with at least one report, in the enum’s order.',
    received(
      consolidated(wuzhong.government, 2021, right),
      consolidated(litong.government, 2021, right),
      consolidated(hongsibao.government, 2021, right, { edition: 'FORM_2019' }),
    ),
    { ...consolidatedBasis, where: { edition: 'FORM_2021' } },
    [3, 3, 1, 0],
    { EDITION: 1, CONTAINED: 1 },
  ),
  {
    name: 'coverage of the rows need not add up to that of the whole',
    sentence:
      'Coverage of the rows need not add up to that of the whole: an agency that never reported in a year has no row of its own there.',
    operations: gaps,
    ask: statistics({ groupBy: ['YEAR', 'AGENCY_TYPE'] }),
    wish: { key: true, coverage: true },
    expected: {
      rows: [
        { key: { year: 2020, agencyType: 'EDUCATION' }, ...counts([1, 1, 1, 0]) },
        { key: { year: 2021, agencyType: 'PUBLIC_SECURITY' }, ...counts([1, 1, 1, 0]) },
        { key: { year: 2022, agencyType: 'EDUCATION' }, ...counts([1, 1, 1, 0]) },
      ],
    },
  },
  {
    name: 'coverage of a year counts what is missing in it',
    sentence: newest,
    operations: gaps,
    ask: statistics({ groupBy: ['YEAR'] }),
    wish: { key: true, coverage: true },
    expected: {
      rows: [
        { key: { year: 2020 }, ...counts([1, 1, 1, 0]) },
        { key: { year: 2021 }, ...counts([2, 1, 1, 1]) },
        { key: { year: 2022 }, ...counts([2, 1, 1, 1]) },
      ],
    },
  },
  {
    name: 'in groups by EDITION missing is 0',
    sentence: 'In groups by EDITION missing is 0.',
    operations: gaps,
    ask: statistics({ groupBy: ['EDITION'] }),
    wish: { key: true, coverage: true },
    expected: {
      rows: [
        { key: { edition: 'FORM_2019' }, ...counts([1, 1, 1, 0]) },
        { key: { edition: 'FORM_2021' }, ...counts([2, 2, 2, 0]) },
      ],
    },
  },
  covered(
    'as of a moment before the newest year was received',
    newest,
    received(own(litong.education, 2020), own(litong.police, 2023)),
    { asOf: moment(0) },
    [1, 1, 1, 0],
  ),
  covered(
    'a withdrawn report is missing',
    'A withdrawn report counts nowhere from its withdrawal on, is missing in coverage',
    received(
      own(litong.education, 2020),
      own(litong.education, 2021),
      own(litong.education, 2022),
      withdrawal(litong.education, 2021),
    ),
    {},
    [3, 2, 2, 1],
  ),
  covered(
    'an agency of which only a withdrawn report was received is not expected',
    'from the first year for which a report of the basis’s scope is held; never, if none is',
    received(own(litong.education, 2021), own(litong.police, 2021), withdrawal(litong.education, 2021)),
    {},
    [1, 1, 1, 0],
  ),
];
