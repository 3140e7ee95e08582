/** Made-up agencies of three names that the register makes one agency of, while reports come under each of them. */
import fc from 'fast-check';
import type { AgencyLine } from '../../src/report/register-json.js';
import type { Held, Operation } from '../oracle/held.js';
import { madeUpReport } from '../report/made-up-report.js';

export const division = '640302';
export const [first, second, third] = ['测试区审计局', '测试区统计局', '测试区民政局'] as const;
export const line = (name: string, ...formerNames: string[]): AgencyLine => ({
  register: 'agency',
  division,
  name,
  type: 'AUDIT',
  existsFrom: null,
  existsTo: null,
  parent: null,
  formerNames: formerNames.map((former) => ({ name: former, division, until: null })),
});
export const report = (agency: string, total: number, sha256 = '0'.repeat(64)) => {
  const made = madeUpReport({ 'applications.received': { total } }, { agency, division });
  return { ...made, source: { ...made.source, sha256 } };
};
const operation = (at: number): fc.Arbitrary<Operation> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom(first, second, third), fc.nat(2)).map(
        // Of each a source of its own: the same document that comes a third time is noted with its first and last.
        ([agency, figure]): Operation => ({
          at,
          kind: 'report',
          report: report(agency, figure, `${at}`.padEnd(64, '0')),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(first, second, third)
        .map((agency): Operation => ({ at, kind: 'withdraw', division, agency, year: 2022, scope: 'OWN' })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(line(second, first), line(third, second), line(third, first, second), line(second))
        .map((said): Operation => ({ at, kind: 'register', line: said })),
    },
  );
/** The third name takes both others: a later line that gives one of them to the second contradicts it. */
export const operations: fc.Arbitrary<Held> = fc
  .tuple(...Array.from({ length: 14 }, (_, nth) => operation(1000 + nth)))
  .filter((all) => {
    const said = all.flatMap((one) => (one.kind === 'register' && one.line.register === 'agency' ? [one.line] : []));
    const skips = said.findIndex((one) => one.name === third && one.formerNames?.length === 2);
    return skips < 0 || !said.slice(skips).some((one) => one.name === second && one.formerNames?.length === 1);
  })
  .map((all) => ({ operations: all }));
