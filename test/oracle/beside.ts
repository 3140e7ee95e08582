/** Two reports of one agency side by side. */
import { fenPerWanYuan } from '../../src/template/amount.js';
import { measures } from '../../src/template/measures.js';
import { inUnit } from './figures.js';
import type { Held } from './held.js';
import { stateAt, type CountedReport } from './state.js';
import type { World } from './world.js';

export interface Beside {
  year: number;
  differences: { measure: string; value: number | null; other: number | null; difference: number | null }[];
}

/**
 * "Beside the report of the same agency and scope for another year; null where none counts." "Figures that differ, in the
 * order of Measure; blank beside a number differs too." The difference of amounts is of whole fen.
 */
export function besideOracle(
  held: Held,
  { agency, scope, document }: CountedReport,
  { year, asOf }: { year: number; asOf: Date | null },
  world: World,
): Beside | null {
  const other = stateAt(held, asOf, world).reports.find(
    (one) => one.agency.id === agency.id && one.year === year && one.scope === scope,
  );
  if (other === undefined) return null;
  return {
    year,
    differences: measures.flatMap((measure) => {
      if (measure.kind === 'rate') return [];
      const { leaf } = measure;
      const [own, beside] = [leaf.in(document.figures), leaf.in(other.document.figures)];
      if (own === beside) return [];
      const difference = own === null || beside === null ? null : own - beside;
      return [
        {
          measure: measure.name,
          value: inUnit(leaf, own),
          other: inUnit(leaf, beside),
          difference: difference === null || leaf.unit === 'COUNT' ? difference : difference / fenPerWanYuan,
        },
      ];
    }),
  };
}
