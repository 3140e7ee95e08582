/** Whether a report holds the agency's own figures or those of all agencies below a government. */
import { agencyTypeOf } from '../../report/agency-type-of.js';
import type { Scope } from '../../report/report.js';
import type { Page } from './page.js';
import type { Title } from './titles.js';

/**
 * A government of county level or above, or the committee of a zone, without 办公厅, 办公室 or 机关 in the name:
 * CONSOLIDATED. Everyone else: OWN, whatever the prose says of 全区 or 全市.
 */
export function scopeOf(agency: string): Scope {
  const type = agencyTypeOf(agency);
  if (/本级/u.test(agency)) return 'OWN';
  if (type === 'GOVERNMENT') return 'CONSOLIDATED';
  return type === 'ZONE' && /(?:管理委员会|管委会|行政委员会)$/u.test(agency) ? 'CONSOLIDATED' : 'OWN';
}

const system =
  /(?:本|全[省市区县州]?)[\u4e00-\u9fff]{0,10}系统[^。;]{0,12}(?:数据|统计|汇总|报告)|(?:数据|统计)[^。;]{0,20}(?:包括|包含|涵盖|含)[^。;]{0,20}(?:系统|下属|直属|所属|[局院]\)?)|\(含[^()]{2,30}[局院处中心]\)|本系统/u;

/** Whether a department says that it reports for its whole system: 本系统, 含…局, 某市气象部门2022年…. */
export function reportsForSystem({ opening }: Page, titles: readonly Title[]): boolean {
  return system.test(opening) || titles.some(({ agency }) => /.(?:系统|部门)$/u.test(agency));
}
