/** What goes with a table wherever it goes: what it is, of which data, how it is cited and under which licence. */
import { readFileSync } from 'node:fs';

export interface About {
  title: string;
  /** English and Chinese. */
  citation: string;
  licence: string;
  source: string;
  query: string;
  variables: Record<string, unknown>;
  dataVersion: string;
  /** Whether made-up reports are among those that the database holds. */
  synthetic: boolean;
}

const program = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

export const source =
  'Annual reports on government information disclosure (政府信息公开工作年度报告), as published by the agencies named in them';

const madeUp = ' Holds made-up (synthetic) reports. 含合成数据。';

export function citationOf({
  title,
  dataVersion,
  synthetic,
}: Pick<About, 'title' | 'dataVersion' | 'synthetic'>): string {
  return `Gongkai ${program}, data version ${dataVersion}: ${title}. ${source}. 数据来源：各行政机关政府信息公开工作年度报告，公开（Gongkai）${program}，数据版本 ${dataVersion}。${synthetic ? madeUp : ''}`;
}

export const aboutOf = (of: Omit<About, 'citation' | 'source'>): About => ({ ...of, source, citation: citationOf(of) });
