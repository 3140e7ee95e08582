/** The country or a chosen division in one year. */
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { CoverageNote } from '../../components/coverage-note';
import { KeyFigure } from '../../components/key-figure';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { useExplainHref } from '../../explain/subject';
import { useMessages } from '../../language/language';
import { useYear } from '../../shell/held-years';
import { shellMessages } from '../../shell/messages';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { useBasis, useUrlParam } from '../../url/use-url-state';
import { OverviewDocument } from './overview.generated';

export default function Overview() {
  const t = useMessages(shellMessages);
  const [code, setCode] = useUrlParam('division');
  const { year } = useYear();
  const { basis, name } = useBasis();
  const explainHref = useExplainHref();
  const query = useQuery(OverviewDocument, year === null ? null : { code: code ?? '000000', year, basis });
  useTitle(t.overview);
  return (
    <div className="page">
      <ScopeBar onDivision={setCode} withBasis />
      <Answered query={query}>
        {({ division }) =>
          division === null || year === null ? (
            <EmptyState title={t.nothingThere} />
          ) : (
            <>
              <h1>
                {division.fullName} · {t.yearOf(year)}
              </h1>
              <SyntheticNote synthetic={division.statistics.synthetic} />
              <CoverageNote coverage={division.statistics.coverage} />
              <dl className="key-figures">
                {division.statistics.measures.map((summary) => (
                  <KeyFigure
                    key={summary.measure}
                    summary={summary}
                    explainHref={explainHref({
                      measure: summary.measure,
                      kind: 'division',
                      id: division.code,
                      year,
                      basis: name,
                    })}
                  />
                ))}
              </dl>
            </>
          )
        }
      </Answered>
    </div>
  );
}
