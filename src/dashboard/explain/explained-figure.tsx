/** A number in a table that leads to what it is made of. */
import { Link } from 'wouter';
import { useLabels } from '../client/labels';
import { Figure, kindOf, written } from '../components/figure';
import { componentMessages } from '../components/messages';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { useExplainHref, type Subject } from './subject';

export function ExplainedFigure({ subject, value }: { subject: Subject; value: number | null }) {
  const t = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const hrefOf = useExplainHref();
  const kind = kindOf(subject.measure);
  if (value === null) return <Figure value={null} />;
  return (
    <Link
      className="explained"
      href={hrefOf(subject)}
      title={t.explainOf(labels.measure(subject.measure))}
      aria-label={`${written(numbers, kind, value)}, ${t.explain}`}
    >
      <Figure value={value} kind={kind} />
    </Link>
  );
}
