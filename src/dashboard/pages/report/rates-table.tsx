/** The rates of the report itself, each with what it is made of. */
import { Link } from 'wouter';
import { measureLabels } from '../../client/labels.generated';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { componentMessages } from '../../components/messages';
import type { Question } from '../../components/question-tools';
import { useExplainHref } from '../../explain/subject';
import { useMessages } from '../../language/language';
import { reportMessages } from './messages';
import type { ReportAnswer } from './report-cells';
import type { ReportRateFragment } from './report.generated';

type Named = { measure: Measure } & ReportRateFragment;

const capitals = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const isMeasure = (name: string): name is Measure => name in measureLabels;

/** `reviewCorrected` of Rates is the measure RATE_REVIEW_CORRECTED. */
function namedRates(rates: ReportAnswer['rates']): Named[] {
  return Object.entries(rates).flatMap(([name, rate]) => {
    const measure = `RATE_${capitals(name)}`;
    return isMeasure(measure) ? [{ measure, ...rate }] : [];
  });
}

export function RatesTable({ report, question }: { report: ReportAnswer; question: Question }) {
  const t = useMessages(reportMessages);
  const c = useMessages(componentMessages);
  const labels = useLabels();
  const explainHref = useExplainHref();
  const columns: Column<Named>[] = [
    { key: 'rate', header: t.rate, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'value',
      header: t.value,
      numeric: true,
      sortBy: ({ value }) => value,
      cell: ({ value }) => <Figure value={value} kind="ratio" />,
    },
    { key: 'numerator', header: t.numerator, numeric: true, cell: ({ numerator }) => <Figure value={numerator} /> },
    {
      key: 'denominator',
      header: t.denominator,
      numeric: true,
      sortBy: ({ denominator }) => denominator,
      cell: ({ denominator }) => <Figure value={denominator} />,
    },
    {
      key: 'reliable',
      header: t.reliability,
      cell: ({ value, reliable }) => (
        <span className={reliable ? undefined : 'muted'}>
          {value === null ? t.noDenominator : reliable ? t.reliable : t.few}
        </span>
      ),
    },
    {
      key: 'explain',
      header: c.explain,
      cell: ({ measure, value }) =>
        value === null ? null : (
          <Link
            href={explainHref({
              measure,
              kind: 'agency',
              id: report.agency.id,
              year: report.year,
              basis: report.scope === 'OWN' ? 'own' : 'published',
            })}
            aria-label={`${c.explain}: ${labels.measure(measure)}`}
          >
            {c.explain}
          </Link>
        ),
    },
  ];
  return (
    <section className="card" id="rates">
      <DataTable
        id="rates-table"
        caption={t.rates}
        columns={columns}
        rows={namedRates(report.rates)}
        rowKey={({ measure }) => measure}
        question={question}
        footnotes={t.floorNote}
      />
    </section>
  );
}
