/** Every example, by the section of STATISTICS that it is of. */
import { conditions } from './conditions.js';
import { coverageExamples } from './coverage.js';
import { divisionAndAgency } from './division-and-agency.js';
import type { Example } from './example.js';
import { figuresAndRates } from './figures-and-rates.js';
import { measureSummaries } from './measure-summary.js';
import { qualityExamples } from './quality.js';
import { revisions } from './revisions.js';
import { rowExamples } from './rows.js';
import { whichReports } from './which-reports.js';

export const examples: Record<string, readonly Example[]> = {
  'Which reports are added': whichReports,
  Conditions: conditions,
  Rows: rowExamples,
  'Figures and rates': figuresAndRates,
  Coverage: coverageExamples,
  MeasureSummary: measureSummaries,
  'Division and Agency': divisionAndAgency,
  Revisions: revisions,
  Quality: qualityExamples,
};
