/** Every cell of the report as rows, with its place: for who copies, sorts or downloads; and the cells beyond the edition. */
import { useLabels } from '../../client/labels';
import { kindOf } from '../../components/figure';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { usePlace } from './cell-detail';
import { reportMessages } from './messages';
import { measuresOf, type CellAnswer, type ReportAnswer } from './report-cells';

export function CellsTable({ report, question }: { report: ReportAnswer; question: Question }) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  const placeOf = usePlace();
  const printed = measuresOf(report.edition);
  const beyond = report.cells.filter(({ measure, status }) => !printed.has(measure) && status !== 'ABSENT');
  const columns: Column<CellAnswer>[] = [
    { key: 'cell', header: t.cell, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'number',
      header: t.number,
      numeric: true,
      sortBy: ({ number }) => number,
      cell: ({ number, measure }) => <Figure value={number} kind={kindOf(measure)} />,
    },
    { key: 'status', header: t.status, sortBy: ({ status }) => status, cell: ({ status }) => t[status] },
    { key: 'raw', header: t.stands, cell: ({ raw }) => <span lang="zh-CN">{raw}</span> },
    { key: 'place', header: t.place, cell: ({ place }) => placeOf(place) },
  ];
  return (
    <>
      {beyond.length > 0 && (
        <section className="card">
          <DataTable
            id="beyond"
            caption={t.otherEdition}
            columns={columns}
            rows={beyond}
            rowKey={({ measure }) => measure}
            question={question}
            footnotes={t.otherEditionNote}
          />
        </section>
      )}
      <details className="card screen-only">
        <summary>{t.cellsTable}</summary>
        <DataTable
          id="cells"
          caption={t.cellsTable}
          bare
          columns={columns}
          rows={report.cells}
          rowKey={({ measure }) => measure}
          question={question}
        />
      </details>
    </>
  );
}
