/** What the checks found in the reports of the agency that count. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref } from '../../url/use-url-state';
import type { AgencyPageQuery } from './agency.generated';
import { agencyMessages } from './messages';

type Findings = AgencyPageQuery['findings'];
type Finding = Findings['nodes'][number] & { at: number };

/** More cells than this are counted, not named. */
const mostCells = 2;
const weights = { ERROR: 0, WARNING: 1, NOTE: 2 };

export function AgencyFindings({ findings, question }: { findings: Findings; question: Question }) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const { nodes, totalCount } = findings;
  const columns: Column<Finding>[] = [
    { key: 'rule', header: t.rule, sortBy: ({ rule }) => rule, cell: ({ rule }) => labels.rule(rule) },
    {
      key: 'severity',
      header: t.severity,
      sortBy: ({ severity }) => weights[severity],
      cell: ({ severity }) => <span className={`severity ${severity}`}>{t[severity]}</span>,
    },
    {
      key: 'report',
      header: t.report,
      sortBy: ({ report }) => report.year,
      cell: ({ report, cells }) => (
        <Link href={hrefOf(`/report/${report.id}`, { cell: cells[0] ?? null })}>
          {report.year} · {t[report.scope]}
        </Link>
      ),
    },
    {
      key: 'cells',
      header: t.cells,
      cell: ({ cells }) => (
        <>
          {cells
            .slice(0, mostCells)
            .map((path) => labels.cell(path))
            .join('; ')}
          {cells.length > mostCells && ` ${t.moreCells(count(cells.length - mostCells))}`}
        </>
      ),
    },
    {
      key: 'expected',
      header: t.expected,
      numeric: true,
      cell: ({ expected }) => (expected === null ? null : <Figure value={expected} kind="amount" />),
    },
    {
      key: 'actual',
      header: t.actual,
      numeric: true,
      cell: ({ actual, expected }) =>
        actual === null && expected === null ? null : <Figure value={actual} kind="amount" />,
    },
  ];
  return (
    <section className="card" id="findings">
      {totalCount === 0 ? (
        <>
          <h2>{t.findingsOf}</h2>
          <EmptyState title={t.findingsNone} />
        </>
      ) : (
        <DataTable
          id="findings-table"
          caption={t.findingsOf}
          columns={columns}
          rows={nodes
            .map((finding, at) => ({ ...finding, at }))
            .sort((one, other) => weights[one.severity] - weights[other.severity])}
          rowKey={({ at }) => String(at)}
          question={question}
          footnotes={nodes.length < totalCount ? t.findingsMore(count(nodes.length), count(totalCount)) : undefined}
        />
      )}
    </section>
  );
}
