/** A world for the oracle alone: types told from the few kinds of names that the tests use, ids that sort by name. */
import type { AgencyType } from '../../src/report/agency-type.js';
import { checkReport } from '../../src/report/check-report.js';
import type { World } from './world.js';

const words: readonly [string, AgencyType][] = [
  ['镇人民政府', 'TOWNSHIP'],
  ['办公厅', 'GENERAL_OFFICE'],
  ['人民政府', 'GOVERNMENT'],
  ['管理委员会', 'ZONE'],
  ['教育局', 'EDUCATION'],
  ['公安局', 'PUBLIC_SECURITY'],
  ['统计局', 'STATISTICS'],
  ['审计局', 'AUDIT'],
  ['民政局', 'CIVIL_AFFAIRS'],
];

export const plainWorld: World = {
  agencyId: (division, name) => `${division}/${name}`,
  typeOf: (name) => words.find(([word]) => name.includes(word))?.[1] ?? 'OTHER',
  hasError: (report) => checkReport(report).some(({ severity }) => severity === 'ERROR'),
};
