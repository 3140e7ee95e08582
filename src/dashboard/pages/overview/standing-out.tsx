/** Agencies that stand out. A question of its own: what it takes must not hold up the figures above it. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref, type BasisName } from '../../url/use-url-state';
import { overviewMessages } from './messages';
import { StandingOutDocument, type StandingOutQuery } from './standing-out.generated';

type Received = StandingOutQuery['received']['nodes'][number];
type Corrected = StandingOutQuery['corrected']['nodes'][number];
type Finding = StandingOutQuery['findings']['nodes'][number];

function FindingWords({ rule, cells }: Finding) {
  const labels = useLabels();
  return (
    <>
      {labels.rule(rule)} <span className="muted">{cells.map(labels.cell).join('、')}</span>
    </>
  );
}

export function StandingOut({ code, year, basis }: { code: string; year: number; basis: BasisName }) {
  const t = useMessages(overviewMessages);
  const query = useQuery(StandingOutDocument, {
    code,
    year,
    scope: basis === 'own' ? ('OWN' as const) : ('CONSOLIDATED' as const),
  });
  const hrefOf = usePageHref();
  const labels = useLabels();
  const { count } = useNumbers();

  const agencyColumn = <Row,>(of: (row: Row) => Received | Corrected | Finding['report']): Column<Row> => ({
    key: 'agency',
    header: t.agency,
    cell: (row) => <Link href={hrefOf(`/report/${of(row).id}`)}>{of(row).agency.name}</Link>,
  });
  const received: Column<Received>[] = [
    agencyColumn((row) => row),
    {
      key: 'received',
      header: labels.brief('APPLICATIONS_RECEIVED_TOTAL'),
      numeric: true,
      cell: ({ figures }) => <Figure value={figures.applications.received.total} />,
    },
  ];
  const corrected: Column<Corrected>[] = [
    agencyColumn((row) => row),
    {
      key: 'reviews',
      header: t.reviewsCorrected,
      numeric: true,
      cell: ({ figures }) => <Figure value={figures.reviews.corrected} />,
    },
    {
      key: 'lawsuits',
      header: t.lawsuitsCorrected,
      numeric: true,
      cell: ({ figures }) => <Figure value={figures.lawsuits.subtotal.corrected} />,
    },
  ];
  const findings: Column<Finding>[] = [
    agencyColumn(({ report }) => report),
    { key: 'rule', header: t.finding, cell: FindingWords },
    {
      key: 'expected',
      header: t.expected,
      numeric: true,
      cell: ({ expected }) => <Figure value={expected} kind="decimal" />,
    },
    { key: 'actual', header: t.actual, numeric: true, cell: ({ actual }) => <Figure value={actual} kind="decimal" /> },
  ];

  return (
    <section className="card" aria-labelledby="standing-out">
      <h2 id="standing-out">{t.standingOut}</h2>
      <Answered query={query}>
        {(data) => (
          <>
            <div className="columns">
              <DataTable
                id="received"
                caption={t.mostReceived}
                columns={received}
                rows={data.received.nodes}
                rowKey={({ id }) => id}
                question={{ ...query, rows: 'received' }}
              />
              {data.corrected.nodes.length === 0 ? (
                <div>
                  <h3>{t.mostCorrected}</h3>
                  <p className="muted">{t.none}</p>
                </div>
              ) : (
                <DataTable
                  id="corrected"
                  caption={t.mostCorrected}
                  columns={corrected}
                  rows={data.corrected.nodes}
                  rowKey={({ id }) => id}
                  question={{ ...query, rows: 'corrected' }}
                />
              )}
            </div>
            {data.findings.nodes.length === 0 ? (
              <div>
                <h3>{t.findings}</h3>
                <p className="muted">{t.none}</p>
              </div>
            ) : (
              <DataTable
                id="findings"
                caption={t.findings}
                columns={findings}
                rows={data.findings.nodes}
                rowKey={({ report, rule, cells }) => `${report.id} ${rule} ${cells.join(' ')}`}
                question={{ ...query, rows: 'findings', isCube: false }}
                footnotes={
                  <p>
                    {t.inAll(count(data.findings.totalCount))} <Link href={hrefOf('/quality')}>{t.allFindings}</Link>
                  </p>
                }
              />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
