/** Rows of the answer from groups and their sums: what compares groups with each other is worked out here. */
import { fenPerWanYuan } from '../../template/amount.js';
import type { LeafPath } from '../../template/figures.js';
import { ratio } from '../../template/rates.js';
import type { Measure } from '../../template/measures.js';
import type { Row } from '../database.js';
import { leftOutReasons } from '../question.js';
import { keyText, sumOf, type Aggregate, type Group } from './aggregate.js';
import { integer, integerOrNull, type SumNames } from './groups.js';
import type { Change, Coverage, MeasureSummary, RateSums, Repaired, StatisticsKey, StatisticsRow } from './row.js';

export interface SummarySource {
  aggregate: Aggregate;
  /** The groups that share and rank are over. */
  peers: readonly Group[];
  /** change is null unless the groups are of one year each. */
  ofOneYear: boolean;
  /** What was asked, but for the row's own key: cursors among the reports behind a row are bound to it. */
  question: unknown;
}

export const ofUnit = (measure: Measure, value: number | null): number | null =>
  value === null || measure.unit !== 'WAN_YUAN' ? value : value / fenPerWanYuan;

/** The value that rank, change, having and orderBy use: the sum, of a rate the rate. Exact: fen, or a ratio. */
export function rawValue(measure: Measure, sums: Row | null | undefined, names: SumNames): number | null {
  if (measure.kind === 'leaf') return sumOf(sums, names.leaves.get(measure.leaf));
  const rate = names.rates.get(measure.rate);
  return ratio(sumOf(sums, rate?.numerator), sumOf(sums, rate?.denominator)).value;
}

/** Summaries of one set of groups; what is over all of them is worked out once per measure. */
export class Summaries {
  private readonly totals = new Map<string, number | null>();
  private readonly ordered = new Map<string, number[]>();

  constructor(private readonly source: SummarySource) {}

  /** The value in the unit of the measure. */
  value(measure: Measure, group: Group): number | null {
    return ofUnit(measure, rawValue(measure, group.sums, this.source.aggregate.names));
  }

  of(measure: Measure, group: Group): MeasureSummary {
    const { aggregate } = this.source;
    const { sums } = group;
    const names = aggregate.names.measures.get(measure.name);
    const reports = sums === null || names === undefined ? 0 : integer(sums, names.reports);
    const raw = rawValue(measure, sums, aggregate.names);
    const value = ofUnit(measure, raw);
    const quantiles = aggregate.quantiles.get(measure.name)?.get(keyText(group.keys));
    const isRate = measure.kind === 'rate';
    return {
      measure: measure.name,
      sum: isRate ? null : value,
      average: isRate ? value : value === null || reports === 0 ? null : value / reports,
      median: quantiles?.median ?? null,
      lowerQuartile: quantiles?.lowerQuartile ?? null,
      upperQuartile: quantiles?.upperQuartile ?? null,
      minimum: ofUnit(measure, sumOf(sums, names?.minimum)),
      maximum: ofUnit(measure, sumOf(sums, names?.maximum)),
      reports,
      share: isRate ? null : this.share(measure, raw),
      rank: raw === null ? null : this.rank(measure, raw),
      change: this.change(measure, group, value),
    };
  }

  private rawValues(measure: Measure): (number | null)[] {
    return this.source.peers.map(({ sums }) => rawValue(measure, sums, this.source.aggregate.names));
  }

  private share(measure: Measure, value: number | null): number | null {
    let total = this.totals.get(measure.name);
    if (total === undefined) {
      const known = this.rawValues(measure).filter((one) => one !== null);
      total = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
      this.totals.set(measure.name, total);
    }
    if (value === null || total === null || total === 0) return null;
    const both = [ofUnit(measure, value), ofUnit(measure, total)] as const;
    return both[0] === null || both[1] === null ? null : both[0] / both[1];
  }

  private rank(measure: Measure, value: number): number {
    let ordered = this.ordered.get(measure.name);
    if (ordered === undefined) {
      ordered = this.rawValues(measure)
        .filter((one) => one !== null)
        .sort((a, b) => b - a);
      this.ordered.set(measure.name, ordered);
    }
    // 1 + the number of groups with a larger value: its first place among the descending ones.
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle] ?? value) > value) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  private change(measure: Measure, group: Group, current: number | null): Change | null {
    const { aggregate, ofOneYear } = this.source;
    if (!ofOneYear || aggregate.before === null) return null;
    const { groups, names } = aggregate.before;
    const row = groups.get(keyText(group.keys));
    if (row === undefined || integer(row, 'reports') === 0) return { previous: null, absolute: null, percent: null };
    const previous = ofUnit(measure, rawValue(measure, row, names));
    const absolute = current === null || previous === null ? null : current - previous;
    const percent = absolute === null || previous === null || previous === 0 ? null : 100 * (absolute / previous);
    return { previous, absolute, percent };
  }
}

export function rowOf(
  group: Group,
  key: StatisticsKey,
  source: SummarySource,
  summaries: Summaries,
  dataVersion: string,
): StatisticsRow {
  const { need, names } = source.aggregate;
  const { sums } = group;
  const rates = new Map<string, RateSums>();
  for (const rate of need.rates) {
    const name = names.rates.get(rate);
    rates.set(rate.key, {
      numerator: sumOf(sums, name?.numerator),
      denominator: sumOf(sums, name?.denominator),
      reports: sumOf(sums, name?.reports) ?? 0,
    });
  }
  const leaves = new Map<LeafPath, number | null>();
  for (const leaf of need.leaves) leaves.set(leaf.path, sumOf(sums, names.leaves.get(leaf)));
  return {
    key,
    reports: sums === null ? 0 : integer(sums, 'reports'),
    synthetic: sums !== null && (integerOrNull(sums, 'synthetic_reports') ?? 0) > 0,
    coverage: need.coverage ? coverageOf(group) : null,
    repaired: need.repaired
      ? { cells: sumOf(sums, 'repaired_cells') ?? 0, reports: sumOf(sums, 'repaired_reports') ?? 0 }
      : noneRepaired,
    leaves,
    rates,
    summaries: new Map(need.measures.map(({ measure }) => [measure.name, summaries.of(measure, group)])),
    dataVersion,
    of: { selection: source.aggregate.selection, keys: group.keys, question: source.question },
  };
}

const noneRepaired: Repaired = { cells: 0, reports: 0 };

// A name that is put together anew has to be looked up among all names before it finds anything.
const leftOutColumns = leftOutReasons.map((reason) => ({ reason, name: `left_out_${reason.toLowerCase()}` }));

function coverageOf({ sums, missing }: Group): Coverage {
  const counted = sums === null ? 0 : integer(sums, 'reports');
  const leftOut: Coverage['leftOut'] = [];
  if (sums !== null)
    for (const { reason, name } of leftOutColumns) {
      const reports = integer(sums, name);
      if (reports > 0) leftOut.push({ reason, reports });
    }
  const reported = leftOut.reduce((sum, { reports }) => sum + reports, counted);
  return { expected: reported + missing, reported, counted, missing, leftOut };
}
