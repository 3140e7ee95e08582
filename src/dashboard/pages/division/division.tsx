/** One division in one year: the divisions below it, its agencies, and what its government published. */
import { Link, useLocation } from 'wouter';
import type { Measure } from '../../client/schema.generated';
import { useQuery, type Query } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { CoverageNote } from '../../components/coverage-note';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { ChildrenTable } from '../../divisions/children-table';
import { DisputesChart } from '../../divisions/disputes-chart';
import { DivisionMap } from '../../divisions/division-map';
import { KeyFigures } from '../../divisions/key-figures';
import { MapMeasure } from '../../divisions/map-measure';
import { OutcomesChart } from '../../divisions/outcomes-chart';
import { PathOf } from '../../divisions/path-of';
import { stoodIn } from '../../divisions/row';
import { questionOf } from '../../divisions/tables';
import { TrendChart } from '../../divisions/trend-chart';
import { heldYears } from '../../divisions/trend-year';
import { useMessages } from '../../language/language';
import { hasMap } from '../../maps/geometry';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { WithYear } from '../../shell/with-year';
import { useBasis, usePageHref, useUrlChoice, useUrlParam } from '../../url/use-url-state';
import { AgenciesOf } from './agencies';
import { DivisionPageDocument, type DivisionPageQuery } from './division.generated';
import { divisionPageMessages } from './messages';
import { ReconciliationOf } from './reconciliation';

const keyMeasures: Measure[] = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'RATE_DISCLOSURE',
  'REVIEWS_TOTAL',
  'LAWSUITS_SUBTOTAL_TOTAL',
];

/** Of each division below and each agency. */
const rowMeasures: readonly [Measure, ...Measure[]] = [
  'APPLICATIONS_RECEIVED_TOTAL',
  'APPLICATIONS_RESULTS_TOTAL_TOTAL',
  'RATE_DISCLOSURE',
  'RATE_REFUSAL',
  'REVIEWS_TOTAL',
  'REVIEWS_CORRECTED',
  'LAWSUITS_SUBTOTAL_TOTAL',
  'LAWSUITS_SUBTOTAL_CORRECTED',
];

export default function Division({ code }: { code: string }) {
  return <WithYear>{(year) => <DivisionIn code={code} year={year} />}</WithYear>;
}

function DivisionIn({ code, year }: { code: string; year: number }) {
  const t = useMessages(divisionPageMessages);
  const { basis } = useBasis();
  const [after] = useUrlParam('agencies');
  const [measure, setMeasure] = useUrlChoice('map', rowMeasures);
  const [, navigate] = useLocation();
  const hrefOf = usePageHref();
  const query = useQuery(DivisionPageDocument, {
    code,
    year,
    basis,
    key: keyMeasures,
    of: [...rowMeasures],
    after,
  });
  useTitle(query.data?.division?.fullName ?? '');
  return (
    <div className="page">
      <ScopeBar onDivision={(chosen) => navigate(hrefOf(`/division/${chosen}`))} withBasis />
      <Answered query={query}>
        {({ division }) =>
          division === null ? (
            <>
              <h1>{t.unknown(code)}</h1>
              <p>{t.unknownAdvice}</p>
            </>
          ) : (
            <Shown {...{ division, query, year, measure, setMeasure, after }} />
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
  after,
}: {
  division: NonNullable<DivisionPageQuery['division']>;
  query: Query<DivisionPageQuery>;
  year: number;
  measure: Measure;
  setMeasure: (measure: Measure) => void;
  after: string | null;
}) {
  const t = useMessages(divisionPageMessages);
  const { name: basis, basis: added } = useBasis();
  const { code, statistics } = division;
  const of = { code, year, basis: added };
  const rows = division.children.nodes.filter((row) => stoodIn(row, year));
  const trend = heldYears(division.trend);
  const table = (
    <ChildrenTable
      caption={t.below(year)}
      {...{ year, basis, rows }}
      measures={rowMeasures}
      question={questionOf(query, 'children', of)}
    />
  );
  const controls = <MapMeasure measures={rowMeasures} measure={measure} choose={setMeasure} />;
  return (
    <>
      <div className="page-head">
        <PathOf label={t.path} name={division.name} above={division.parent} />
        <h1>{t.headingOf(division.fullName, year)}</h1>
        <CoverageNote coverage={statistics.coverage} />
        <Abolished division={division} />
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
        <>
          {hasMap(code) && (
            <DivisionMap
              {...{ code, year, measure, rows, table, controls }}
              question={questionOf(query, 'children', of)}
            />
          )}
          <section className="card">{table}</section>
        </>
      )}
      {trend.length > 0 && (
        <div className="columns">
          <TrendChart {...{ code, basis, trend }} question={questionOf(query, 'trend', of)} />
          <OutcomesChart {...{ code, basis, trend }} question={questionOf(query, 'trend', of)} />
        </div>
      )}
      {statistics.reports > 0 && (
        <DisputesChart
          {...{ code, year, basis }}
          disputes={statistics.disputes}
          question={questionOf(query, 'statistics', of)}
        />
      )}
      <AgenciesOf
        agencies={division.agencies}
        {...{ year, basis, after }}
        measures={rowMeasures}
        question={questionOf(query, 'agencies', of)}
      />
      <ReconciliationOf
        {...{ code, year }}
        reconciliation={division.reconciliation}
        question={questionOf(query, 'reconciliation', of)}
      />
    </>
  );
}

function Abolished({ division }: { division: NonNullable<DivisionPageQuery['division']> }) {
  const t = useMessages(divisionPageMessages);
  const hrefOf = usePageHref();
  const { existsTo, successor } = division;
  if (existsTo === null) return null;
  return (
    <p className="note">
      <span>
        {t.abolished(existsTo)}{' '}
        {successor !== null && (
          <>
            {t.successor} <Link href={hrefOf(`/division/${successor.code}`)}>{successor.name}</Link>
          </>
        )}
      </span>
    </p>
  );
}
