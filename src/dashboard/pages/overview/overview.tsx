/** The country or a chosen division in one year. */
import { Link } from 'wouter';
import { useQuery, type Query } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { CoverageNote } from '../../components/coverage-note';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { ChildrenTable } from '../../divisions/children-table';
import { DisputesChart } from '../../divisions/disputes-chart';
import { DivisionMap } from '../../divisions/division-map';
import { KeyFigures } from '../../divisions/key-figures';
import { MapMeasure } from '../../divisions/map-measure';
import { divisionMessages } from '../../divisions/messages';
import { OutcomesChart } from '../../divisions/outcomes-chart';
import { stoodIn } from '../../divisions/row';
import { questionOf } from '../../divisions/tables';
import { TrendChart } from '../../divisions/trend-chart';
import { heldYears } from '../../divisions/trend-year';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { useMessages } from '../../language/language';
import { hasMap } from '../../maps/geometry';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { WithYear } from '../../shell/with-year';
import { useBasis, usePageHref, useUrlChoice, useUrlParam } from '../../url/use-url-state';
import { keyMeasures } from './measures';
import { overviewMessages } from './messages';
import { OverviewDocument, type OverviewQuery } from './overview.generated';
import { StandingOut } from './standing-out';

const country = '000000';

export default function Overview() {
  return <WithYear>{(year) => <OverviewOf year={year} />}</WithYear>;
}

function OverviewOf({ year }: { year: number }) {
  const t = useMessages(overviewMessages);
  const [code, setCode] = useUrlParam('division');
  const { basis } = useBasis();
  const [measure, setMeasure] = useUrlChoice('map', keyMeasures);
  const query = useQuery(OverviewDocument, {
    code: code ?? country,
    year,
    basis,
    key: [...keyMeasures],
    of: [measure],
  });
  useTitle(t.overview);
  return (
    <div className="page">
      <ScopeBar onDivision={(chosen) => setCode(chosen === country ? null : chosen)} withBasis />
      <Answered query={query}>
        {({ division }) =>
          division === null ? (
            <>
              <h1>{t.unknown(code ?? country)}</h1>
              <p>{t.unknownAdvice}</p>
            </>
          ) : (
            <Shown {...{ division, query, year, measure, setMeasure }} />
          )
        }
      </Answered>
    </div>
  );
}

function Shown({
  division,
  query,
  year,
  measure,
  setMeasure,
}: {
  division: NonNullable<OverviewQuery['division']>;
  query: Query<OverviewQuery>;
  year: number;
  measure: Measure;
  setMeasure: (measure: Measure) => void;
}) {
  const t = useMessages(overviewMessages);
  const words = useMessages(divisionMessages);
  const labels = useLabels();
  const hrefOf = usePageHref();
  const { name: basis, basis: added } = useBasis();
  const { code, statistics } = division;
  const of = { code, year, basis: added };
  const rows = division.children.nodes.filter((row) => stoodIn(row, year));
  const trend = heldYears(division.trend);
  const table = (
    <ChildrenTable
      caption={words.map(labels.brief(measure), year)}
      {...{ year, basis, rows }}
      measures={[measure]}
      question={questionOf(query, 'children', of)}
    />
  );
  const controls = <MapMeasure measures={keyMeasures} measure={measure} choose={setMeasure} />;
  return (
    <>
      <div className="page-head">
        <h1>{t.headingOf(code === country ? t.wholeCountry : division.fullName, year)}</h1>
        <CoverageNote coverage={statistics.coverage} />
        {code !== country && (
          <p className="tools small">
            <Link href={hrefOf(`/division/${code}`)}>{t.toDivision}</Link>
            <Link href={hrefOf('/')}>{t.wholeCountry}</Link>
          </p>
        )}
      </div>
      <SyntheticNote synthetic={statistics.synthetic} />
      {statistics.reports === 0 ? (
        <EmptyState title={t.nothingHeld(year)}>
          <p>{t.nothingHeldAdvice}</p>
        </EmptyState>
      ) : (
        <KeyFigures {...{ code, year, basis }} summaries={statistics.keyFigures} />
      )}
      {rows.length > 0 && (
        <div className="columns map-and-table">
          {hasMap(code) && (
            <DivisionMap
              {...{ code, year, measure, rows, table, controls }}
              question={questionOf(query, 'children', of)}
            />
          )}
          <section className="card">{table}</section>
        </div>
      )}
      {trend.length > 0 && (
        <div className="columns">
          <TrendChart {...{ code, basis, trend }} question={questionOf(query, 'trend', of)} />
          <OutcomesChart {...{ code, basis, trend }} question={questionOf(query, 'trend', of)} />
        </div>
      )}
      {statistics.reports > 0 && (
        <>
          <DisputesChart
            {...{ code, year, basis }}
            disputes={statistics.disputes}
            question={questionOf(query, 'statistics', of)}
          />
          <StandingOut {...{ code, year, basis }} />
        </>
      )}
    </>
  );
}
