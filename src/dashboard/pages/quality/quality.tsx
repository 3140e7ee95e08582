/** What the figures of a division and year stand on, and what is wrong with them. */
import { useQuery, type Query } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { EmptyState, SyntheticNote } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { PathOf } from '../../divisions/path-of';
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { WithYear } from '../../shell/with-year';
import { useBasis, useHereHref, useUrlParam } from '../../url/use-url-state';
import { Chains } from './chains';
import { CoverageByDivision, CoverageByYear, CoverageOf } from './coverage';
import { Dates } from './dates';
import { FindingCounts, type Reports } from './findings';
import { Gaps } from './gaps';
import { qualityMessages } from './messages';
import { Quarantine } from './quarantine';
import { QualityDocument, type QualityQuery } from './quality.generated';
import { CoverageTablesDocument } from './tables.generated';
import './quality.css';

/** The first year of which due dates are known. */
const firstDated = 2019;

export default function Quality() {
  const shell = useMessages(shellMessages);
  useTitle(shell.quality);
  return <WithYear>{(year) => <QualityIn year={year} />}</WithYear>;
}

function QualityIn({ year }: { year: number }) {
  const t = useMessages(qualityMessages);
  const [division, setDivision] = useUrlParam('division');
  const { basis } = useBasis();
  const [chainsAfter] = useUrlParam('chains');
  const [datesAfter] = useUrlParam('dates');
  const code = division ?? '000000';
  const reports: Reports = { year: { eq: year }, division: { within: code } };
  const query = useQuery(QualityDocument, {
    code,
    year,
    basis,
    reports,
    chainsAfter,
    withDates: year >= firstDated,
    datesAfter,
  });
  return (
    <div className="page quality-page">
      <ScopeBar onDivision={setDivision} withBasis />
      <Answered query={query}>
        {(data) =>
          data.division === null ? (
            <>
              <h1>{t.unknown(code)}</h1>
              <EmptyState title={t.unknownAdvice} />
            </>
          ) : (
            <Shown {...{ data, year, reports, query, chainsAfter, datesAfter }} division={data.division} />
          )
        }
      </Answered>
    </div>
  );
}

function Shown({
  data,
  division,
  year,
  reports,
  query,
  chainsAfter,
  datesAfter,
}: {
  data: QualityQuery;
  division: NonNullable<QualityQuery['division']>;
  year: number;
  reports: Reports;
  query: Query<QualityQuery>;
  chainsAfter: string | null;
  datesAfter: string | null;
}) {
  const t = useMessages(qualityMessages);
  const hrefOf = useHereHref();
  const { basis } = useBasis();
  const { code, statistics } = division;
  const coverage = (rows: string): Question => ({
    ...query,
    download: { document: CoverageTablesDocument, variables: { code, year, basis }, rows },
  });
  const stood = division.children.nodes.filter(
    ({ existsFrom, existsTo, statistics: own }) =>
      own.coverage.expected > 0 || ((existsFrom ?? year) <= year && (existsTo ?? year) >= year),
  );
  // Those of which nothing is known stand below, not among the others.
  const rows = [true, false].flatMap((known) =>
    stood.filter(({ statistics: own }) => own.coverage.expected > 0 === known),
  );
  return (
    <>
      <div className="page-head">
        {division.parent !== null && (
          <PathOf
            label={t.path}
            name={division.name}
            above={division.parent}
            to={(code) => hrefOf({ division: code })}
          />
        )}
        <h1>{t.headingOf(division.fullName, year)}</h1>
        <p className="muted">{t.lead}</p>
      </div>
      <SyntheticNote synthetic={statistics.synthetic} />
      <CoverageOf coverage={statistics.coverage} year={year} />
      {division.trend.length > 0 && <CoverageByYear trend={division.trend} question={coverage('division.trend')} />}
      <FindingCounts
        counts={data.findingCounts}
        reports={reports}
        held={statistics.coverage.reported > 0}
        question={{ ...query, rows: 'findingCounts', isCube: false }}
      />
      <Dates dates={data.dates} behind={data.behind} after={datesAfter} question={{ ...query, rows: 'behind' }} />
      <Chains chains={data.chains} after={chainsAfter} question={{ ...query, rows: 'chains', isCube: false }} />
      <Gaps
        {...{ code, year }}
        reconciliation={division.reconciliation}
        question={{ ...query, rows: 'division.reconciliation.differences', isCube: false }}
      />
      {rows.length > 0 && <CoverageByDivision rows={rows} year={year} question={coverage('division.children')} />}
      <Quarantine counts={data.quarantine} question={{ ...query, rows: 'quarantine', isCube: false }} />
    </>
  );
}
