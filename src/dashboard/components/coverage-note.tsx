/** What a total stands on: reports counted of those expected, not held, left out and why. */
import type { LeftOutReason } from '../client/schema.generated';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { componentMessages } from './messages';

export interface CoverageOf {
  expected: number;
  counted: number;
  missing: number;
  leftOut?: readonly { reason: LeftOutReason; reports: number }[];
}

export function CoverageNote({ coverage }: { coverage: CoverageOf }) {
  const t = useMessages(componentMessages);
  const { count } = useNumbers();
  const parts = [t.coverageOf(count(coverage.counted), count(coverage.expected))];
  if (coverage.missing > 0) parts.push(t.missing(count(coverage.missing)));
  for (const { reason, reports } of coverage.leftOut ?? []) parts.push(t.leftOut(count(reports), t[reason]));
  return <p className="coverage">{parts.join(' · ')}</p>;
}
