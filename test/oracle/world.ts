/** What the oracle takes from the program as given, because STATISTICS does not define it. */
import type { AgencyType } from '../../src/report/agency-type.js';
import type { Report } from '../../src/report/report.js';

export interface World {
  /** The opaque id that content gives an agency: of its division and (first) name. */
  agencyId: (division: string, name: string) => string;
  /** The type that an agency's name tells. */
  typeOf: (name: string) => AgencyType;
  /** Whether the one document has a finding of severity ERROR. */
  hasError: (report: Report) => boolean;
}
