/** Reports for the command line: real places, an agency that may not exist, figures that are made up. */
import { noFigures, type Figures } from '../../src/template/figures.js';
import type { Edition } from '../../src/template/form.js';
import { jsonOfReport } from '../../src/report/report-json.js';
import { cellsIn } from '../reading/layouts/any-figures.js';
import { formReport, plainStyle } from '../reading/layouts/form-tables.js';
import { htmlPage } from '../reading/layouts/print-html.js';
import { tabText } from '../reading/layouts/print-text.js';
import { paragraph, type Printed } from '../reading/layouts/printed.js';
import { madeUpReport } from '../report/made-up-report.js';

export interface Described {
  agency: string;
  year: number;
  edition: Edition;
}

export const water: Described = { agency: '金湖县水务局', year: 2022, edition: 'FORM_2021' };

/** Every cell of the edition is 0: all sums hold. */
export function zeros(edition: Edition): Figures {
  const figures = noFigures();
  for (const cell of cellsIn(edition)) cell.put(figures, 0);
  return figures;
}

export function printed({ agency, year, edition }: Described, figures: Figures = zeros(edition)): Printed[] {
  const [, ...report] = formReport(figures, edition, plainStyle);
  return [paragraph(`${agency}${year}年政府信息公开工作年度报告`), ...report];
}

export const asText = (described: Described, figures?: Figures): string => tabText(printed(described, figures));
export const asHtml = (described: Described, figures?: Figures): string => htmlPage(printed(described, figures));

/** As a line of NDJSON; the division is 金湖县. */
export function asJson({ agency, year, edition }: Described, changed: Record<string, unknown> = {}): string {
  const figures = zeros(edition);
  const report = madeUpReport({}, { agency, year, edition, division: '320831', figures });
  const { source: _, reading: __, ...json } = jsonOfReport(report);
  return JSON.stringify({ ...json, ...changed });
}
