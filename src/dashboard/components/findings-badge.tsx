/** How many findings of each severity; of none it says so. */
import type { Severity } from '../client/schema.generated';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { componentMessages } from './messages';

const severities = ['ERROR', 'WARNING', 'NOTE'] as const;
const names = { ERROR: 'error', WARNING: 'warning', NOTE: 'note' } as const;

export function FindingsBadge({ findings }: { findings: readonly { severity: Severity }[] }) {
  const t = useMessages(componentMessages);
  const { count } = useNumbers();
  const shown = severities
    .map((severity) => ({ severity, number: findings.filter((one) => one.severity === severity).length }))
    .filter(({ number }) => number > 0);
  if (shown.length === 0) return <span className="muted small">{t.noFindings}</span>;
  return (
    <span className="findings-badge">
      {shown.map(({ severity, number }) => (
        <span key={severity} className={severity}>
          {t[names[severity]]} {count(number)}
        </span>
      ))}
    </span>
  );
}
