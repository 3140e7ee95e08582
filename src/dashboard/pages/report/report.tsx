/** One report: the statutory form as its document has it, and what is to be known of it. */
import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { useQuery, type Query } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { FindingsBadge } from '../../components/findings-badge';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { Skeleton } from '../../components/skeleton';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useTitle } from '../../shell/use-title';
import { usePageHref, useUrlParam } from '../../url/use-url-state';
import { BesideYear } from './beside-year';
import { CellsTable } from './cells-table';
import { ChapterTexts } from './chapter-texts';
import { FindingsList } from './findings-list';
import { reportMessages } from './messages';
import { RatesTable } from './rates-table';
import { numbered, printedCells, type ReportAnswer } from './report-cells';
import { ReportDocument, type ReportQuery } from './report.generated';
import { Revisions } from './revisions';
import { SourceFacts } from './source-facts';
import { StatutoryForm } from './statutory-form';
import '../../components/facts.css';
import './report.css';

export default function Report({ id }: { id: string }) {
  const t = useMessages(reportMessages);
  const query = useQuery(ReportDocument, { id });
  useTitle(query.data?.report?.title ?? t.report);
  return (
    <Answered query={query} skeleton={<ReportSkeleton />}>
      {({ report }) =>
        report === null ? (
          <>
            <h1>{t.report}</h1>
            <EmptyState title={t.unknown}>
              <p>{t.unknownAdvice}</p>
            </EmptyState>
          </>
        ) : (
          <Shown report={report} query={query} />
        )
      }
    </Answered>
  );
}

function ReportSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={3} height="1.75rem" />
      <Skeleton lines={14} height="1.75rem" />
    </div>
  );
}

function Shown({ report, query }: { report: ReportAnswer; query: Query<ReportQuery> }) {
  const cells = useMemo(() => printedCells(report.edition, report), [report]);
  const findings = useMemo(() => numbered(report.findings), [report]);
  const [cell] = useUrlParam('cell');

  // An address that names a cell is shown at it.
  useEffect(() => {
    if (cell === null) return;
    document.getElementById(`cell-${cell}`)?.scrollIntoView({ block: 'center' });
    // Once: what is pressed later is in sight.
  }, []);

  return (
    <>
      <Head report={report} />
      <SyntheticNote synthetic={report.synthetic} />
      <Contents />
      <StatutoryForm edition={report.edition} report={report} cells={cells} />
      <CellsTable report={report} question={{ ...query, rows: 'report.cells', isCube: false }} />
      <FindingsList
        findings={findings}
        edition={report.edition}
        question={{ ...query, rows: 'report.findings', isCube: false }}
      />
      <RatesTable report={report} question={{ ...query, rows: 'report.rates' }} />
      <BesideYear report={report} />
      <Revisions report={report} question={{ ...query, rows: 'report.revisions', isCube: false }} />
      <ChapterTexts chapters={report.chapters} />
      <SourceFacts report={report} />
    </>
  );
}

function Head({ report }: { report: ReportAnswer }) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const hrefOf = usePageHref();
  const { agency, edition, scope, publishedOn, revision, revisions, findings, year } = report;
  const others = agency.reports.nodes.filter(({ id }) => id !== report.id);
  const scopeOf = { OWN: t.ownShort, CONSOLIDATED: t.consolidatedShort };
  return (
    <div className="page-head">
      <h1 lang="zh-CN">{report.title}</h1>
      <dl className="facts">
        <div>
          <dt>{t.agency}</dt>
          <dd>
            <Link href={hrefOf(`/agency/${agency.id}`, { year })}>{agency.name}</Link>{' '}
            <span className="muted small">{labels.agencyType(agency.type)}</span>
          </dd>
        </div>
        <div>
          <dt>{t.division}</dt>
          <dd>
            <Link href={hrefOf(`/division/${agency.division.code}`, { year })}>{agency.division.fullName}</Link>
          </dd>
        </div>
        <div>
          <dt>{t.scope}</dt>
          <dd>{t[scope]}</dd>
        </div>
        <div>
          <dt>{t.edition}</dt>
          <dd>{t[edition]}</dd>
        </div>
        <div>
          <dt>{t.publishedOn}</dt>
          <dd>
            {publishedOn === null ? (
              <span className="muted">{t.unknownDay}</span>
            ) : (
              <time dateTime={publishedOn}>{numbers.day(publishedOn)}</time>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.revision}</dt>
          <dd>
            <a href="#revisions">{t.revisionOf(numbers.count(revision), numbers.count(revisions.length))}</a>
          </dd>
        </div>
        <div>
          <dt>{t.findings}</dt>
          <dd>
            <a href="#findings" className="plain-link">
              <FindingsBadge findings={findings} />
            </a>
          </dd>
        </div>
        {others.length > 0 && (
          <div className="wide">
            <dt>{t.otherYears}</dt>
            <dd className="inline-list">
              {others.map((other) => (
                <Link key={other.id} href={hrefOf(`/report/${other.id}`)}>
                  {t.yearAndScope(other.year, scopeOf[other.scope])}
                </Link>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Contents() {
  const t = useMessages(reportMessages);
  const parts = [
    ['form', t.form],
    ['findings', t.findings],
    ['rates', t.rates],
    ['beside', t.beside],
    ['revisions', t.revisions],
    ['chapters', t.chapterText],
    ['source', t.source],
  ] as const;
  return (
    <nav aria-label={t.onThisPage} className="contents small screen-only">
      <ul className="inline-list">
        {parts.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
