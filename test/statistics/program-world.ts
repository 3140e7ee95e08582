/** What the oracle takes as given, as the program has it. */
import { agencyTypeOf } from '../../src/report/agency-type-of.js';
import { checkReport } from '../../src/report/check-report.js';
import { agencyId } from '../../src/store/ids.js';
import type { World } from '../oracle/world.js';

export const programWorld: World = {
  agencyId,
  typeOf: agencyTypeOf,
  hasError: (report) => checkReport(report).some(({ severity }) => severity === 'ERROR'),
};
