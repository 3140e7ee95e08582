/** Measures over the years, each with how many reports stand behind it. */
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { DataTable, type Column } from '../components/data-table';
import type { Question } from '../components/question-tools';
import { ExplainedFigure } from '../explain/explained-figure';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import type { BasisName } from '../url/use-url-state';
import { divisionMessages } from './messages';
import type { TrendYearFragment } from './trend.generated';
import { valueOfYear } from './trend-year';

export function TrendTable({
  id,
  caption,
  code,
  basis,
  measures,
  trend,
  question,
  byRow = false,
}: {
  id: string;
  caption: string;
  code: string;
  basis: BasisName;
  measures: readonly Measure[];
  trend: readonly TrendYearFragment[];
  question: Question;
  /** Columns are called by their rows of the form alone: 予以公开. */
  byRow?: boolean;
}) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const columns: Column<TrendYearFragment>[] = [
    { key: 'year', header: t.year, sortBy: ({ key }) => key.year, cell: ({ key }) => key.year },
    ...measures.map((measure): Column<TrendYearFragment> => ({
      key: measure,
      header: byRow ? labels.row(measure) : labels.brief(measure),
      numeric: true,
      sortBy: (year) => valueOfYear(year, measure),
      cell: (year) => (
        <ExplainedFigure
          subject={{ measure, kind: 'division', id: code, year: year.key.year ?? 0, basis }}
          value={valueOfYear(year, measure)}
        />
      ),
    })),
    {
      key: 'reports',
      header: t.reports,
      numeric: true,
      sortBy: ({ coverage }) => coverage.counted,
      cell: ({ coverage }) => `${count(coverage.counted)} / ${count(coverage.expected)}`,
    },
  ];
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns}
      rows={trend}
      rowKey={({ key }) => String(key.year)}
      question={question}
      bare
    />
  );
}
