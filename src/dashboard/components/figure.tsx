/** A number of a report or a total. Null is 「—」, said to be not stated: it is not zero. */
import type { Measure } from '../client/schema.generated';
import { measureLabels } from '../client/labels.generated';
import { useMessages } from '../language/language';
import { useNumbers, type Numbers } from '../language/numbers';
import { componentMessages } from './messages';

/** count: a whole number. decimal: an average. amount: in 万元, exact. ratio: 0.12 as 12.0%. */
export type FigureKind = 'count' | 'decimal' | 'amount' | 'ratio' | 'signed' | 'points' | 'percent';

export const kindOf = (measure: Measure): FigureKind =>
  (({ COUNT: 'count', WAN_YUAN: 'amount', RATIO: 'ratio' }) as const)[measureLabels[measure].unit];

export const written = (numbers: Numbers, kind: FigureKind, value: number): string => numbers[kind](value);

export function Figure({ value, kind = 'count' }: { value: number | null | undefined; kind?: FigureKind }) {
  const numbers = useNumbers();
  const t = useMessages(componentMessages);
  if (value === null || value === undefined)
    return (
      <span className="not-stated" title={t.notStated}>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{t.notStated}</span>
      </span>
    );
  return <data value={value}>{written(numbers, kind, value)}</data>;
}

/** Of which no report is held: 未收录. */
export function NotHeld() {
  const t = useMessages(componentMessages);
  return (
    <span className="not-held" title={t.notHeldLong}>
      {t.notHeld}
    </span>
  );
}
