/** The key figures of a division in one year, each with a way to what it is made of. */
import type { Summary } from '../components/key-figure';
import { KeyFigure } from '../components/key-figure';
import { useExplainHref } from '../explain/subject';
import type { BasisName } from '../url/use-url-state';

export function KeyFigures({
  code,
  year,
  basis,
  summaries,
}: {
  code: string;
  year: number;
  basis: BasisName;
  summaries: readonly Summary[];
}) {
  const explainHref = useExplainHref();
  return (
    <dl className="key-figures">
      {summaries.map((summary) => (
        <KeyFigure
          key={summary.measure}
          summary={summary}
          explainHref={explainHref({ measure: summary.measure, kind: 'division', id: code, year, basis })}
        />
      ))}
    </dl>
  );
}
