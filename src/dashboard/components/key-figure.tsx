/** A figure that a page stands on: its value, its change on last year, and a way to what it is made of. */
import { Link } from 'wouter';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { measureLabels } from '../client/labels.generated';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { Figure, kindOf, written } from './figure';
import { componentMessages } from './messages';
import { valueOf } from './measure-value';
import './key-figure.css';

export interface Summary {
  measure: Measure;
  sum: number | null;
  average: number | null;
  change: { previous: number | null; absolute: number | null; percent: number | null } | null;
}

export function KeyFigure({
  summary,
  label,
  note,
  explainHref,
}: {
  summary: Summary;
  /** Where the measure's own label says too much or too little. */
  label?: string;
  note?: string;
  explainHref?: string;
}) {
  const t = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const value = valueOf(summary);
  const name = label ?? labels.brief(summary.measure);
  return (
    <div className="key-figure" data-measure={summary.measure}>
      <dt>{name}</dt>
      <dd>
        <span className="value">
          <Figure value={value} kind={kindOf(summary.measure)} />
        </span>
        <span className="change">{changeIn(summary)}</span>
        {note !== undefined && <span className="muted small">{note}</span>}
        {explainHref !== undefined && value !== null && (
          <Link className="explain-link" href={explainHref} aria-label={`${t.explain}: ${name}`}>
            {t.explain}
          </Link>
        )}
      </dd>
    </div>
  );

  function changeIn({ measure, change }: Summary): string {
    if (change === null || change.previous === null || change.absolute === null) return t.noChange;
    const from = t.changeFrom(written(numbers, kindOf(measure), change.previous));
    if (measureLabels[measure].unit === 'RATIO')
      return `${t.change} ${t.changePoints(numbers.points(change.absolute))} · ${from}`;
    const percent = change.percent === null ? '' : ` (${numbers.percent(change.percent)})`;
    return `${t.change} ${numbers.signed(change.absolute)}${percent} · ${from}`;
  }
}
