/** STATISTICS, "Revisions". */
import type { Example } from './example.js';
import {
  applications,
  litong,
  moment,
  own,
  received,
  receivedTotal,
  registered,
  statistics,
  withdrawal,
  type More,
} from './made.js';

const one = litong.education;
const sameContent =
  'A document whose content equals that of the newest revision (or, for figures without text, whose figures do) changes nothing but that its source is noted.';
const next = 'Anything else is the next revision: A, B, A are three.';
const chapter = (text: string): More => ({ chapters: [{ number: 1, title: '总体情况', text }] });

/** The one report that is held after these, its revision and its figure. */
function revised(
  name: string,
  sentence: string,
  operations: Example['operations'],
  revision: number,
  total: number,
): Example {
  return {
    name,
    sentence,
    operations,
    ask: { kind: 'reports', question: {} },
    wish: { details: ['revision'], figures: [receivedTotal] },
    expected: {
      reports: [
        {
          agency: [one.division, one.name],
          year: 2021,
          scope: 'OWN',
          details: { revision },
          figures: { [receivedTotal]: total },
        },
      ],
    },
  };
}

/** The sum as of a moment. */
function asOf(
  name: string,
  sentence: string,
  operations: Example['operations'],
  at: Date,
  total: number | null,
): Example {
  return {
    name,
    sentence,
    operations,
    ask: statistics({ asOf: at }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [{ figures: { [receivedTotal]: total } }] },
  };
}

const a = own(one, 2021, applications(1));
const b = own(one, 2021, applications(2));
const aba = received(a, b, a);

export const revisions: Example[] = [
  revised('A, B, A are three', next, aba, 3, 1),
  revised('the same figures again change nothing', sameContent, received(a, a), 1, 1),
  revised(
    'figures without text, equal to those of a text, change nothing',
    sameContent,
    received(own(one, 2021, applications(1), chapter('made up')), a),
    1,
    1,
  ),
  revised(
    'a text where there were figures alone is the next revision',
    next,
    received(a, own(one, 2021, applications(1), chapter('made up'))),
    2,
    1,
  ),
  revised(
    'white space makes no other content',
    'Content is agency, year, scope, edition, title, publishedOn, figures, the cells’ raw text and the chapters’ text, white space aside.',
    received(
      own(one, 2021, applications(1), chapter('made up, twice')),
      own(one, 2021, applications(1), chapter(' made up,\n twice　')),
    ),
    1,
    1,
  ),
  revised(
    'another word of a chapter is another content',
    'Content is … the chapters’ text',
    received(
      own(one, 2021, applications(1), chapter('made up')),
      own(one, 2021, applications(1), chapter('made down')),
    ),
    2,
    1,
  ),
  revised(
    'after a withdrawal the same content is the next revision',
    'a later document of it is the next revision, also with the same content.',
    received(a, withdrawal(one, 2021), a),
    2,
    1,
  ),
  asOf('as of the first document', '`asOf` is inclusive.', aba, moment(0), 1),
  asOf(
    'as of a millisecond before the second',
    '`receivedAt` is in milliseconds',
    aba,
    new Date(moment(1).getTime() - 1),
    1,
  ),
  asOf('as of the second', '`asOf` is inclusive.', aba, moment(1), 2),
  asOf(
    'as of a moment before everything',
    '`asOf` is a moment of receipt',
    aba,
    new Date(moment(0).getTime() - 1),
    null,
  ),
  asOf(
    'withdrawn: nothing counts',
    'A withdrawn report counts nowhere from its withdrawal on',
    received(a, withdrawal(one, 2021)),
    moment(1),
    null,
  ),
  asOf(
    'withdrawn: as of before it counts',
    'stays readable with `asOf` before it',
    received(a, withdrawal(one, 2021)),
    moment(0),
    1,
  ),
  {
    name: 'received at the same moment, the later in order counts',
    sentence: 'The document received last counts',
    operations: [...received(a), ...received(b)],
    ask: statistics({ asOf: moment(0) }),
    wish: { figures: [receivedTotal] },
    expected: { rows: [{ figures: { [receivedTotal]: 2 } }] },
  },
  {
    name: 'a document under the new name is a revision of the one under the old',
    sentence: 'one renamed or moved through the register keeps the id of its first name there',
    operations: received(
      own(litong.statistics, 2021, applications(1)),
      registered(litong.audit, { formerNames: [{ name: litong.statistics.name, until: 2020 }] }),
      own(litong.audit, 2021, applications(2)),
    ),
    ask: { kind: 'reports', question: {} },
    wish: { details: ['revision'], figures: [receivedTotal] },
    expected: {
      reports: [
        {
          agency: [litong.audit.division, litong.audit.name],
          year: 2021,
          scope: 'OWN',
          details: { revision: 2 },
          figures: { [receivedTotal]: 2 },
        },
      ],
    },
  },
];
