/** How many findings each rule has, and those of one rule, down to the cells of the reports. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { Severity } from '../../client/schema.generated';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { DataTable, type Column } from '../../components/data-table';
import { Figure } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useHereHref, useUrlParam } from '../../url/use-url-state';
import { qualityMessages } from './messages';
import { PagesOf } from './pages-of';
import { FindingsOfRuleDocument, type ListedFindingFragment, type QualityQuery } from './quality.generated';
import { ReportLink } from './report-link';

type Count = QualityQuery['findingCounts'][number];
export interface Reports {
  year: { eq: number };
  division: { within: string };
}

const severities = ['ERROR', 'WARNING', 'NOTE'] as const;
/** Cells that a finding is about are named so far; a row of the form has seven. */
const mostCells = 7;

export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useMessages(qualityMessages);
  return (
    <span className="findings-badge">
      <span className={severity}>{t[severity]}</span>
    </span>
  );
}

export function FindingCounts({
  counts,
  reports,
  held,
  question,
}: {
  counts: readonly Count[];
  reports: Reports;
  /** Whether there is any report to be checked. */
  held: boolean;
  question: Question;
}) {
  const t = useMessages(qualityMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = useHereHref();
  const [chosen] = useUrlParam('rule');
  const [severity] = useUrlParam('severity');
  const columns: Column<Count>[] = [
    {
      key: 'rule',
      header: t.rule,
      sortBy: ({ rule }) => labels.rule(rule),
      cell: ({ rule, severity: own, findings }) => (
        <>
          <Link
            href={hrefOf({ rule, severity: own, findings: null })}
            aria-current={rule === chosen && own === severity ? 'true' : undefined}
            title={t.show(count(findings))}
          >
            {labels.rule(rule)}
          </Link>
          <br />
          <code className="small muted">{rule}</code>
        </>
      ),
    },
    {
      key: 'severity',
      header: t.severity,
      sortBy: ({ severity: own }) => severities.indexOf(own),
      cell: ({ severity: own }) => <SeverityBadge severity={own} />,
    },
    {
      key: 'findings',
      header: t.number,
      numeric: true,
      sortBy: ({ findings }) => findings,
      cell: ({ findings }) => <Figure value={findings} />,
    },
    {
      key: 'reports',
      header: t.reports,
      numeric: true,
      sortBy: (one) => one.reports,
      cell: (one) => <Figure value={one.reports} />,
    },
  ];
  const shown = severities.find((one) => one === severity) ?? null;
  return (
    <section className="card finding-counts" aria-labelledby="findings-heading">
      <h2 id="findings-heading">{t.findings}</h2>
      {counts.length === 0 ? (
        <EmptyState title={held ? t.noFindings : t.noFindingsNoReports} />
      ) : (
        <DataTable
          id="findings"
          bare
          caption={t.findings}
          columns={columns}
          rows={counts}
          rowKey={({ rule, severity: own }) => `${rule} ${own}`}
          question={question}
          footnotes={t.findingsNote}
        />
      )}
      {chosen !== null && <OfRule key={`${chosen} ${severity}`} rule={chosen} severity={shown} reports={reports} />}
    </section>
  );
}

function OfRule({ rule, severity, reports }: { rule: string; severity: Severity | null; reports: Reports }) {
  const t = useMessages(qualityMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = useHereHref();
  const [after] = useUrlParam('findings');
  const columns = useFindingColumns();
  const query = useQuery(FindingsOfRuleDocument, {
    where: { rule: [rule], severity: severity === null ? null : [severity], report: reports },
    after,
  });
  return (
    <section className="of-rule" aria-labelledby="of-rule-heading">
      <header className="data-table-head">
        <h3 id="of-rule-heading">{labels.rule(rule)}</h3>
        <Link className="button" href={hrefOf({ rule: null, severity: null, findings: null })}>
          {t.closeRule}
        </Link>
      </header>
      <Answered query={query}>
        {({ findings }) =>
          findings.totalCount === 0 ? (
            <EmptyState title={t.noneOfRule} />
          ) : (
            <DataTable
              id="of-rule"
              caption={t.ofRule(count(findings.totalCount))}
              columns={columns}
              rows={findings.nodes}
              rowKey={keyOf}
              question={{ ...query, isCube: false }}
              footnotes={<PagesOf param="findings" after={after} pageInfo={findings.pageInfo} />}
            />
          )
        }
      </Answered>
    </section>
  );
}

export const keyOf = ({ report, rule, cells, message }: ListedFindingFragment): string =>
  [report.id, rule, cells.join(' '), message].join(' ');

function useFindingColumns(): Column<ListedFindingFragment>[] {
  const t = useMessages(qualityMessages);
  return [
    {
      key: 'report',
      header: t.report,
      sortBy: ({ report }) => report.agency.name,
      cell: ({ report }) => <ReportLink report={report} />,
    },
    { key: 'cells', header: t.cells, cell: (finding) => <Cells finding={finding} /> },
    {
      key: 'expected',
      header: t.shouldBe,
      numeric: true,
      sortBy: ({ expected }) => expected,
      cell: ({ expected }) => <Figure value={expected} kind="decimal" />,
    },
    {
      key: 'actual',
      header: t.is,
      numeric: true,
      sortBy: ({ actual }) => actual,
      cell: ({ actual }) => <Figure value={actual} kind="decimal" />,
    },
    { key: 'message', header: t.said, cell: ({ message }) => <span lang="en">{message}</span> },
  ];
}

export function Cells({ finding: { cells, report } }: { finding: ListedFindingFragment }) {
  const t = useMessages(qualityMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  if (cells.length === 0) return <Figure value={null} />;
  return (
    <ul>
      {cells.slice(0, mostCells).map((cell) => (
        <li key={cell}>
          <ReportLink report={report} cell={cell}>
            {labels.cell(cell)}
          </ReportLink>
        </li>
      ))}
      {cells.length > mostCells && <li className="muted">{t.moreCells(count(cells.length - mostCells))}</li>}
    </ul>
  );
}
