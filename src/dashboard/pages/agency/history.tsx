/** The agency's figures over the years: one measure drawn, all of them as a table. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { categoryAxis, tooltipOf, valueAxis } from '../../charts/base-option';
import { Chart } from '../../charts/chart';
import type { Colors } from '../../charts/colors';
import { DataTable, type Column } from '../../components/data-table';
import { kindOf, NotHeld, written } from '../../components/figure';
import { FindingsBadge } from '../../components/findings-badge';
import { valueOf } from '../../components/measure-value';
import { componentMessages } from '../../components/messages';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref, type BasisName } from '../../url/use-url-state';
import type { AgencyAnswer } from './agency';
import type { HistoryYearFragment } from './agency.generated';
import { DrawnMeasure, useDrawn } from './drawn-measure';
import { agencyMessages } from './messages';

const scopes = { own: 'OWN', published: 'CONSOLIDATED' } as const;

/** A year, whether a report of it is held, expected, or neither. */
interface Year {
  year: number;
  statistics: HistoryYearFragment | null;
  expected: boolean;
}

const valueIn = ({ statistics }: Year, measure: Measure): number | null => {
  const summary = statistics?.measures.find((one) => one.measure === measure);
  return summary === undefined ? null : valueOf(summary);
};

/** From the first year held or expected to the last, with those between. */
function yearsOf(agency: AgencyAnswer, held: readonly HistoryYearFragment[], basis: BasisName): Year[] {
  const expected = new Set(agency.timeliness.filter(({ scope }) => scope === scopes[basis]).map(({ year }) => year));
  const known = [...expected, ...held.flatMap(({ key }) => key.year ?? [])];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    statistics: held.find(({ key }) => key.year === first + at) ?? null,
    expected: expected.has(first + at),
  }));
}

export function History({
  agency,
  years: held,
  basis,
  measures,
  question,
}: {
  agency: AgencyAnswer;
  years: readonly HistoryYearFragment[];
  basis: BasisName;
  measures: readonly Measure[];
  question: Question;
}) {
  const t = useMessages(agencyMessages);
  const c = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const [drawn] = useDrawn(measures);
  const name = labels.brief(drawn);
  const years = yearsOf(agency, held, basis);
  const points = years.map((year) => valueIn(year, drawn));
  const key = JSON.stringify([years.map(({ year }) => year), points]);

  const option = useCallback(
    (colors: Colors) => {
      const write = (value: unknown): string =>
        typeof value === 'number' ? written(numbers, kindOf(drawn), value) : c.notStated;
      return {
        color: [colors.accent],
        grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
        tooltip: { ...tooltipOf(colors), trigger: 'axis', valueFormatter: write },
        xAxis: categoryAxis(
          colors,
          years.map(({ year }) => String(year)),
        ),
        yAxis: valueAxis(colors, (value) => write(value)),
        series: [
          {
            type: kindOf(drawn) === 'ratio' ? 'line' : 'bar',
            name,
            barMaxWidth: 48,
            symbolSize: 9,
            data: points,
            label: {
              show: true,
              position: 'top',
              color: colors.text,
              formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? write(value) : ''),
            },
          },
        ],
      };
    },
    // The years and points are what `key` says.
    [key, drawn, name, numbers, c],
  );

  const list = years
    .map((year) => {
      const value = valueIn(year, drawn);
      const said =
        value === null ? (year.statistics === null ? c.notHeld : '—') : written(numbers, kindOf(drawn), value);
      return `${year.year}: ${said}`;
    })
    .join(', ');
  return (
    <>
      <Chart
        id="history"
        title={t.historyOf(name)}
        label={t.historyLabel(name, list)}
        option={option}
        question={question}
        controls={<DrawnMeasure measures={measures} />}
        note={t.gap}
        height="16rem"
        table={<HistoryTable id="drawn" {...{ agency, years, basis, question }} measures={[drawn]} />}
      />
      <section className="card by-measure">
        <HistoryTable id="years" {...{ agency, years, basis, measures, question }} />
      </section>
    </>
  );
}

function HistoryTable({
  id,
  agency,
  years,
  basis,
  measures,
  question,
}: {
  id: string;
  agency: AgencyAnswer;
  years: readonly Year[];
  basis: BasisName;
  measures: readonly Measure[];
  question: Question;
}) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const hrefOf = usePageHref();
  const reportOf = (year: number) =>
    agency.reports.nodes.find((report) => report.year === year && report.scope === scopes[basis]);
  const columns: Column<Year>[] = [
    {
      key: 'year',
      header: t.year,
      sortBy: ({ year }) => year,
      cell: ({ year }) => {
        const report = reportOf(year);
        return report === undefined ? year : <Link href={hrefOf(`/report/${report.id}`, { year })}>{year}</Link>;
      },
    },
    ...measures.map((measure): Column<Year> => ({
      key: measure,
      header: labels.brief(measure),
      numeric: true,
      sortBy: (year) => valueIn(year, measure),
      cell: (year) => {
        if (year.statistics === null)
          return year.expected ? <NotHeld /> : <span className="muted small">{t.notExpected}</span>;
        return (
          <ExplainedFigure
            subject={{ measure, kind: 'agency', id: agency.id, year: year.year, basis }}
            value={valueIn(year, measure)}
          />
        );
      },
    })),
    {
      key: 'findings',
      header: t.findings,
      cell: ({ year }) => {
        const report = reportOf(year);
        return report === undefined ? null : <FindingsBadge findings={report.findings} />;
      },
    },
  ];
  return (
    <DataTable
      id={id}
      caption={t.history}
      columns={columns}
      rows={[...years].reverse()}
      rowKey={({ year }) => String(year)}
      question={question}
    />
  );
}
