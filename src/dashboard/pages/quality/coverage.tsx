/** How many reports were expected, are held and count: of the division, year by year, and of the divisions below. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import { categoryAxis, legendAndGrid, tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { componentMessages } from '../../components/messages';
import { EmptyState } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useHereHref } from '../../url/use-url-state';
import { Counts } from './counts';
import { qualityMessages } from './messages';
import type { ChildCoverageFragment, WholeCoverageFragment } from './quality.generated';

const leftOutIn = ({ reported, counted }: WholeCoverageFragment): number => reported - counted;

export function CoverageOf({ coverage, year }: { coverage: WholeCoverageFragment; year: number }) {
  const t = useMessages(qualityMessages);
  const reasons = useMessages(componentMessages);
  return (
    <section className="card" aria-labelledby="coverage-heading">
      <h2 id="coverage-heading">{t.coverage}</h2>
      {coverage.expected === 0 ? (
        <EmptyState title={t.noneExpected(year)}>
          <p>{t.noneExpectedAdvice}</p>
        </EmptyState>
      ) : (
        <Counts
          counts={[
            { key: 'expected', label: t.expected, value: coverage.expected },
            { key: 'reported', label: t.reported, value: coverage.reported },
            { key: 'counted', label: t.counted, value: coverage.counted },
            { key: 'missing', label: t.missing, value: coverage.missing },
            ...coverage.leftOut.map(({ reason, reports }) => ({
              key: reason,
              label: t.leftOutFor(reasons[reason]),
              value: reports,
            })),
          ]}
        />
      )}
      <p className="footnotes">{t.coverageNote}</p>
    </section>
  );
}

/** expected, held, counted, left out, not held, and the share that is held. */
function useCoverageColumns<Row>(coverageOf: (row: Row) => WholeCoverageFragment): Column<Row>[] {
  const t = useMessages(qualityMessages);
  const count = (key: string, header: string, of: (coverage: WholeCoverageFragment) => number): Column<Row> => ({
    key,
    header,
    numeric: true,
    sortBy: (row) => of(coverageOf(row)),
    cell: (row) => <Figure value={of(coverageOf(row))} />,
  });
  const share = (row: Row): number | null => {
    const { expected, reported } = coverageOf(row);
    return expected === 0 ? null : reported / expected;
  };
  return [
    count('expected', t.expected, ({ expected }) => expected),
    count('reported', t.reported, ({ reported }) => reported),
    count('counted', t.counted, ({ counted }) => counted),
    count('leftOut', t.leftOut, leftOutIn),
    count('missing', t.missing, ({ missing }) => missing),
    {
      key: 'share',
      header: t.share,
      numeric: true,
      sortBy: share,
      cell: (row) => <Figure value={share(row)} kind="ratio" />,
    },
  ];
}

export interface YearOf {
  key: { year: number | null };
  coverage: WholeCoverageFragment;
}

export function CoverageByYear({ trend, question }: { trend: readonly YearOf[]; question: Question }) {
  const t = useMessages(qualityMessages);
  const { count } = useNumbers();
  const hrefOf = useHereHref();
  const columns = useCoverageColumns<YearOf>(({ coverage }) => coverage);

  const option = useCallback(
    (colors: Colors, width: number) => {
      const names = [t.counted, t.leftOut, t.missing];
      const series = (name: string, color: string, of: (coverage: WholeCoverageFragment) => number) => ({
        type: 'bar',
        stack: 'coverage',
        name,
        color,
        barMaxWidth: 56,
        itemStyle: { borderColor: colors.surface, borderWidth: 1 },
        data: trend.map(({ coverage }) => of(coverage)),
      });
      return {
        tooltip: { ...tooltipOf(colors), trigger: 'axis', axisPointer: { type: 'shadow' } },
        ...legendAndGrid(colors, names, width),
        xAxis: categoryAxis(
          colors,
          trend.map(({ key }) => String(key.year)),
        ),
        yAxis: { ...valueAxis(colors, count), minInterval: 1 },
        series: [
          series(t.counted, colors.accent, ({ counted }) => counted),
          series(t.leftOut, colors.series[2] ?? colors.muted, leftOutIn),
          series(t.missing, colors.hatch, ({ missing }) => missing),
        ],
      };
    },
    [trend, t, count],
  );

  const list = trend.map(({ key, coverage }) =>
    t.yearIn(key.year ?? 0, count(coverage.counted), count(leftOutIn(coverage)), count(coverage.missing)),
  );
  return (
    <Chart
      id="years"
      title={t.byYear}
      label={t.byYearLabel(list.join(' '))}
      height="16rem"
      option={option}
      question={question}
      table={
        <DataTable
          id="years"
          bare
          caption={t.byYear}
          columns={[
            {
              key: 'year',
              header: t.year,
              sortBy: ({ key }) => key.year,
              cell: ({ key }) => <Link href={hrefOf({ year: key.year })}>{key.year}</Link>,
            },
            ...columns,
          ]}
          rows={trend}
          rowKey={({ key }) => String(key.year)}
          question={question}
        />
      }
    />
  );
}

export function CoverageByDivision({
  rows,
  year,
  question,
}: {
  rows: readonly ChildCoverageFragment[];
  year: number;
  question: Question;
}) {
  const t = useMessages(qualityMessages);
  const hrefOf = useHereHref();
  const columns = useCoverageColumns<ChildCoverageFragment>(({ statistics }) => statistics.coverage);
  return (
    <section className="card" id="below">
      <DataTable
        id="divisions"
        caption={t.byDivision(year)}
        columns={[
          {
            key: 'division',
            header: t.division,
            sortBy: ({ code }) => code,
            cell: ({ code, name }) => <Link href={hrefOf({ division: code, rule: null })}>{name}</Link>,
          },
          ...columns,
        ]}
        rows={rows}
        rowKey={({ code }) => code}
        question={question}
        footnotes={t.coverageNote}
      />
    </section>
  );
}
