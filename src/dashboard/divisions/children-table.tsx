/** The divisions below one as a table: a row for each, also where no report is held. */
import { Link } from 'wouter';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { DataTable, type Column } from '../components/data-table';
import { NotHeld } from '../components/figure';
import type { Question } from '../components/question-tools';
import { ExplainedFigure } from '../explain/explained-figure';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { usePageHref, type BasisName } from '../url/use-url-state';
import { divisionMessages } from './messages';
import { isHeld, valueIn } from './row';
import type { DivisionRowFragment } from './row.generated';

export function ChildrenTable({
  caption,
  year,
  basis,
  measures,
  rows,
  question,
  bare = false,
}: {
  caption: string;
  year: number;
  basis: BasisName;
  measures: readonly Measure[];
  rows: readonly DivisionRowFragment[];
  question?: Question;
  bare?: boolean;
}) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const columns: Column<DivisionRowFragment>[] = [
    {
      key: 'division',
      header: t.division,
      sortBy: (row) => row.code,
      cell: (row) => <Link href={hrefOf(`/division/${row.code}`)}>{row.name}</Link>,
    },
    ...measures.map((measure): Column<DivisionRowFragment> => ({
      key: measure,
      header: labels.brief(measure),
      numeric: true,
      sortBy: (row) => valueIn(row, measure),
      cell: (row) =>
        isHeld(row) ? (
          <ExplainedFigure
            subject={{ measure, kind: 'division', id: row.code, year, basis }}
            value={valueIn(row, measure)}
          />
        ) : (
          <NotHeld />
        ),
    })),
    {
      key: 'reports',
      header: t.reports,
      numeric: true,
      sortBy: (row) => row.statistics.coverage.counted,
      cell: ({ statistics: { coverage } }) => `${count(coverage.counted)} / ${count(coverage.expected)}`,
    },
  ];
  return (
    <DataTable
      id="below"
      caption={caption}
      columns={columns}
      rows={[...rows.filter(isHeld), ...rows.filter((row) => !isHeld(row))]}
      rowKey={(row) => row.code}
      bare={bare}
      {...(question === undefined ? {} : { question })}
    />
  );
}
