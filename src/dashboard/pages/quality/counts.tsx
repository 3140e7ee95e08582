/** A row of numbers with what they count. */
import { Figure } from '../../components/figure';
import '../../components/key-figure.css';

export function Counts({ counts }: { counts: readonly { key: string; label: string; value: number }[] }) {
  return (
    <dl className="key-figures counts">
      {counts.map(({ key, label, value }) => (
        <div key={key} className="key-figure" data-count={key}>
          <dt>{label}</dt>
          <dd>
            <span className="value">
              <Figure value={value} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
