/** Where the agency stands among its peers: value, rank, percentile, quartiles; what stands on few cases is apart. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { AgencyPeers } from '../../client/schema.generated';
import { categoryAxis, tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, kindOf } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useBasis, usePageHref, useUrlParam } from '../../url/use-url-state';
import type { AgencyAnswer } from './agency';
import { AgencyComparisonDocument } from './agency.generated';
import { agencyMessages } from './messages';
import { kindsOfPeers, peersText } from './peers';

type Compared = AgencyAnswer['comparison']['measures'][number];

export function Standing({
  agency,
  year,
  peers,
  held,
  query,
}: {
  agency: AgencyAnswer;
  year: number;
  peers: readonly AgencyPeers[];
  /** Whether a report of the year is. */
  held: boolean;
  query: Question;
}) {
  const t = useMessages(agencyMessages);
  const { count } = useNumbers();
  const [, setPeers] = useUrlParam('peers');
  const { comparison } = agency;
  const question: Question = {
    ...query,
    download: {
      document: AgencyComparisonDocument,
      variables: query.variables,
      rows: 'agency.comparison.measures',
      isCube: false,
    },
  };
  return (
    <section className="page" aria-labelledby="standing-heading" id="standing">
      <div className="page-head">
        <h2 id="standing-heading">{t.standing(year)}</h2>
        <fieldset className="peers tools">
          <legend className="visually-hidden">{t.peers}</legend>
          <span aria-hidden="true" className="muted small">
            {t.peers}
          </span>
          {kindsOfPeers.map((kind) => (
            <label key={kind} className="check small">
              <input
                type="checkbox"
                checked={peers.includes(kind)}
                // One condition is left at least.
                disabled={peers.length === 1 && peers.includes(kind)}
                onChange={(event) =>
                  setPeers(
                    peersText(
                      kindsOfPeers.filter((one) => (one === kind ? event.target.checked : peers.includes(one))),
                    ),
                    true,
                  )
                }
              />
              {t[kind]}
            </label>
          ))}
        </fieldset>
        <p className="muted small">{t.peersNote(count(comparison.peers))}</p>
      </div>
      {!held ? (
        <EmptyState title={t.notHeldYear(year)} />
      ) : comparison.peers === 0 ? (
        <EmptyState title={t.noPeers} />
      ) : (
        <ComparedParts compared={comparison.measures} {...{ agency, year, question }} />
      )}
    </section>
  );
}

function ComparedParts({
  agency,
  year,
  compared,
  question,
}: {
  agency: AgencyAnswer;
  year: number;
  compared: readonly Compared[];
  question: Question;
}) {
  return (
    <>
      <Percentiles
        compared={compared}
        question={question}
        table={<ComparedTable id="percentiles" {...{ agency, year, compared, question }} />}
      />
      <section className="card">
        <ComparedTable id="compared" {...{ agency, year, compared, question }} />
      </section>
      <Apart compared={compared} />
    </>
  );
}

function ComparedTable({
  id,
  agency,
  year,
  compared,
  question,
}: {
  id: string;
  agency: AgencyAnswer;
  year: number;
  compared: readonly Compared[];
  question: Question;
}) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const { name: basis } = useBasis();
  const figure = (of: 'lowerQuartile' | 'median' | 'upperQuartile'): Column<Compared> => ({
    key: of,
    header: t[of],
    numeric: true,
    cell: (row) => <Figure value={row[of]} kind={kindOf(row.measure) === 'count' ? 'decimal' : kindOf(row.measure)} />,
  });
  const columns: Column<Compared>[] = [
    { key: 'measure', header: t.measure, cell: ({ measure }) => labels.brief(measure) },
    {
      key: 'value',
      header: t.value,
      numeric: true,
      cell: ({ measure, value }) => (
        <ExplainedFigure subject={{ measure, kind: 'agency', id: agency.id, year, basis }} value={value} />
      ),
    },
    {
      key: 'rank',
      header: t.rank,
      numeric: true,
      sortBy: ({ rank }) => rank,
      cell: ({ rank, ranked, tied, value, reliable }) => {
        if (rank === null)
          return value !== null && !reliable ? <span className="muted">{t.few}</span> : <Figure value={null} />;
        return (
          <>
            {t.rankOf(numbers.count(rank), numbers.count(ranked))}
            {tied !== null && tied > 0 && <span className="muted">{t.tied(numbers.count(tied))}</span>}
          </>
        );
      },
    },
    {
      key: 'percentile',
      header: t.percentile,
      numeric: true,
      sortBy: ({ percentile }) => percentile,
      cell: ({ percentile }) => <Figure value={percentile === null ? null : percentile * 100} kind="decimal" />,
    },
    figure('lowerQuartile'),
    figure('median'),
    figure('upperQuartile'),
    {
      key: 'denominator',
      header: t.denominator,
      numeric: true,
      cell: ({ denominator, measure }) => (kindOf(measure) === 'ratio' ? <Figure value={denominator} /> : null),
    },
    {
      key: 'without',
      header: t.withoutValue,
      numeric: true,
      cell: ({ withoutValue }) => <Figure value={withoutValue} />,
    },
  ];
  return (
    <DataTable
      id={id}
      caption={t.standing(year)}
      columns={columns}
      rows={compared}
      rowKey={({ measure }) => measure}
      question={question}
      footnotes={t.rankNote}
    />
  );
}

function Percentiles({
  compared,
  question,
  table,
}: {
  compared: readonly Compared[];
  question: Question;
  table: React.ReactNode;
}) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const ranked = compared.filter(({ percentile }) => percentile !== null);
  const names = ranked.map(({ measure }) => labels.brief(measure));
  const places = ranked.map(({ percentile }) => 100 * (percentile ?? 0));
  const key = JSON.stringify([names, places]);
  const option = useCallback(
    (colors: Colors, width: number) => ({
      grid: { left: 8, right: 28, top: 8, bottom: 8, containLabel: true },
      tooltip: {
        ...tooltipOf(colors),
        trigger: 'item',
        formatter: ({ name, value }: { name: string; value: number }) => `${name}: ${numbers.decimal(value)}`,
      },
      xAxis: { ...valueAxis(colors, numbers.decimal), min: 0, max: 100, interval: 25 },
      yAxis: {
        ...categoryAxis(colors, names),
        inverse: true,
        axisLabel: { color: colors.text, width: width * 0.4, overflow: 'break', interval: 0 },
      },
      series: [
        {
          type: 'bar',
          data: places.map((value, at) => ({ value, name: names[at] })),
          barMaxWidth: 14,
          itemStyle: { color: colors.accent },
          label: {
            show: true,
            position: 'right',
            color: colors.text,
            formatter: ({ value }: { value: number }) => numbers.decimal(value),
          },
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colors.muted, type: 'dashed' },
            data: [{ xAxis: 50 }],
          },
        },
      ],
    }),
    // What is drawn is what `key` says.
    [key, numbers],
  );
  if (ranked.length === 0) return null;
  const list = names.map((name, at) => `${name}: ${numbers.decimal(places[at] ?? 0)}`).join(', ');
  return (
    <Chart
      id="percentile"
      title={t.position}
      label={t.positionLabel(list)}
      option={option}
      question={question}
      height={`${3 + 2.6 * ranked.length}rem`}
      table={table}
    />
  );
}

/** Peers whose rate stands on few cases, by measure. */
function Apart({ compared }: { compared: readonly Compared[] }) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const some = compared.filter(({ apart }) => apart.totalCount > 0);
  if (some.length === 0) return null;
  return (
    <section className="card" id="apart" aria-labelledby="apart-heading">
      <h3 id="apart-heading">{t.apart}</h3>
      <dl className="apart small">
        {some.map(({ measure, apart }) => (
          <div key={measure}>
            <dt>{labels.brief(measure)}</dt>
            <dd>
              <ul className="inline-list">
                {apart.nodes.map(({ agency, value, denominator }) => (
                  <li key={agency?.id}>
                    {agency !== null && <Link href={hrefOf(`/agency/${agency.id}`)}>{agency.name}</Link>}{' '}
                    <Figure value={value} kind="ratio" />{' '}
                    <span className="muted">
                      ({t.denominator} {count(denominator)})
                    </span>
                  </li>
                ))}
                {apart.totalCount > apart.nodes.length && (
                  <li className="muted">{t.apartMore(count(apart.totalCount - apart.nodes.length))}</li>
                )}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
