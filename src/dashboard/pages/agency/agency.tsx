/** One agency: its figures over the years, where it stands among its peers, what was found, and whether it was in time. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { useQuery, type Query } from '../../client/use-query';
import type { AgencyPeers } from '../../client/schema.generated';
import { Answered } from '../../components/answered';
import { MeasureChooser } from '../../components/measure-chooser';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { shellMessages } from '../../shell/messages';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { WithYear } from '../../shell/with-year';
import { useMeasures } from '../../url/use-measures';
import { useBasis, useHereHref, usePageHref, useUrlParam } from '../../url/use-url-state';
import { keyMeasures } from '../overview/measures';
import { AgencyFindings } from './agency-findings';
import { AgencyPageDocument, type AgencyPageQuery } from './agency.generated';
import { History } from './history';
import { agencyMessages } from './messages';
import { peersOf } from './peers';
import { Standing } from './standing';
import { TimelinessTable } from './timeliness-table';
import { yearsDownload } from './years-download';
import '../../components/facts.css';
import './agency.css';

/** As many columns as a table can be read with. */
const mostMeasures = 12;

export default function Agency({ id }: { id: string }) {
  return <WithYear>{(year) => <AgencyIn id={id} year={year} />}</WithYear>;
}

function AgencyIn({ id, year }: { id: string; year: number }) {
  const t = useMessages(agencyMessages);
  const { basis } = useBasis();
  const [measures, chooseMeasures] = useMeasures(keyMeasures);
  const [peersText] = useUrlParam('peers');
  const peers = peersOf(peersText);
  const query = useQuery(AgencyPageDocument, { id, year, basis, of: measures, peers });
  useTitle(query.data?.agency?.name ?? t.agency);
  return (
    <div className="page">
      <Answered query={query}>
        {(answer) =>
          answer.agency === null ? (
            <>
              <h1>{t.agency}</h1>
              <EmptyState title={t.unknown}>
                <p>{t.unknownAdvice}</p>
              </EmptyState>
            </>
          ) : (
            <>
              <Head agency={answer.agency} />
              <SyntheticNote synthetic={answer.agency.reports.nodes.some(({ synthetic }) => synthetic)} />
              <ScopeBar withBasis />
              <details className="choices-of screen-only">
                <summary className="small">{t.measuresShown(measures.length)}</summary>
                <MeasureChooser measures={measures} choose={chooseMeasures} most={mostMeasures} />
              </details>
              <Shown answer={answer} agency={answer.agency} {...{ query, year, measures, peers }} />
            </>
          )
        }
      </Answered>
    </div>
  );
}

export type AgencyAnswer = NonNullable<AgencyPageQuery['agency']>;

function Head({ agency }: { agency: AgencyAnswer }) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const { id, name, type, division, parent, reports } = agency;
  return (
    <div className="page-head">
      <h1 lang="zh-CN">{name}</h1>
      <dl className="facts">
        <div>
          <dt>{t.type}</dt>
          <dd>{labels.agencyType(type)}</dd>
        </div>
        <div>
          <dt>{t.division}</dt>
          <dd>
            <Link href={hrefOf(`/division/${division.code}`)}>{division.fullName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t.parent}</dt>
          <dd>
            {parent === null ? (
              <span className="muted">{t.parentUnknown}</span>
            ) : (
              <Link href={hrefOf(`/agency/${parent.id}`)}>{parent.name}</Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.reports}</dt>
          <dd>{count(reports.totalCount)}</dd>
        </div>
        <div>
          <dt className="visually-hidden">{t.compareWith}</dt>
          <dd>
            <Link className="button screen-only" href={hrefOf('/compare', { of: `a:${id}` })}>
              {t.compareWith}
            </Link>
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Shown({
  answer,
  agency,
  query,
  year,
  measures,
  peers,
}: {
  answer: AgencyPageQuery;
  agency: AgencyAnswer;
  query: Query<AgencyPageQuery>;
  year: number;
  measures: Parameters<typeof History>[0]['measures'];
  peers: AgencyPeers[];
}) {
  const t = useMessages(agencyMessages);
  const s = useMessages(shellMessages);
  const { name: basis, basis: statisticsBasis } = useBasis();
  const hereHref = useHereHref();
  const years = answer.statistics.nodes.filter(({ reports }) => reports > 0);
  const other = basis === 'own' ? 'published' : 'own';
  return (
    <>
      {years.length === 0 ? (
        <EmptyState title={agency.reports.totalCount === 0 ? t.noneHeld : t.noneOfBasis(s[basis])}>
          {agency.reports.totalCount === 0 ? (
            <p>{t.noneHeldAdvice}</p>
          ) : (
            <p>
              <Link href={hereHref({ basis: other })}>{t.otherBasis}</Link>
            </p>
          )}
        </EmptyState>
      ) : (
        <>
          <History
            {...{ agency, years, basis, measures }}
            question={{ ...query, download: yearsDownload(agency.id, statisticsBasis, measures) }}
          />
          <Standing {...{ agency, year, peers }} held={years.some(({ key }) => key.year === year)} query={query} />
        </>
      )}
      <TimelinessTable agency={agency} question={{ ...query, rows: 'agency.timeliness' }} />
      <AgencyFindings findings={answer.findings} question={{ ...query, rows: 'findings', isCube: false }} />
    </>
  );
}
