/** Cells in which a report does not go on from the year before. */
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { Cells, keyOf } from './findings';
import { qualityMessages } from './messages';
import { PagesOf } from './pages-of';
import type { ListedFindingFragment, QualityQuery } from './quality.generated';
import { ReportLink } from './report-link';

const differenceIn = ({ expected, actual }: ListedFindingFragment): number | null =>
  expected === null || actual === null ? null : actual - expected;

export function Chains({
  chains,
  after,
  question,
}: {
  chains: QualityQuery['chains'];
  after: string | null;
  question: Question;
}) {
  const t = useMessages(qualityMessages);
  const { count } = useNumbers();
  const columns: Column<ListedFindingFragment>[] = [
    {
      key: 'report',
      header: t.report,
      sortBy: ({ report }) => report.agency.name,
      cell: ({ report }) => <ReportLink report={report} />,
    },
    { key: 'cells', header: t.cells, cell: (finding) => <Cells finding={finding} /> },
    {
      key: 'expected',
      header: t.lastYear,
      numeric: true,
      sortBy: ({ expected }) => expected,
      cell: ({ expected }) => <Figure value={expected} />,
    },
    {
      key: 'actual',
      header: t.thisYear,
      numeric: true,
      sortBy: ({ actual }) => actual,
      cell: ({ actual }) => <Figure value={actual} />,
    },
    {
      key: 'difference',
      header: t.difference,
      numeric: true,
      sortBy: (finding) => Math.abs(differenceIn(finding) ?? 0),
      cell: (finding) => <Figure value={differenceIn(finding)} kind="signed" />,
    },
  ];
  return (
    <section className="card" aria-labelledby="chains-heading">
      <h2 id="chains-heading">{t.chains}</h2>
      <p className="muted">{t.chainsNote}</p>
      {chains.totalCount === 0 ? (
        <p>{t.noChains}</p>
      ) : (
        <DataTable
          id="chains"
          caption={t.chainsFound(count(chains.totalCount))}
          columns={columns}
          rows={chains.nodes}
          rowKey={keyOf}
          question={question}
          footnotes={<PagesOf param="chains" after={after} pageInfo={chains.pageInfo} />}
        />
      )}
    </section>
  );
}
