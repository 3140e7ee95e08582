/** Every version of the report that was received, and what changed in its figures from one to the next. */
import { useLabels } from '../../client/labels';
import { measureLabels } from '../../client/labels.generated';
import type { Measure } from '../../client/schema.generated';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, kindOf } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useUrlParam } from '../../url/use-url-state';
import { reportMessages } from './messages';
import type { ReportAnswer } from './report-cells';
import { ReportRevisionsDocument } from './report.generated';

type Revision = ReportAnswer['revisions'][number];

export function Revisions({ report, question }: { report: ReportAnswer; question: Question }) {
  const t = useMessages(reportMessages);
  const numbers = useNumbers();
  const columns: Column<Revision>[] = [
    { key: 'revision', header: t.revision, cell: ({ revision }) => numbers.count(revision) },
    {
      key: 'received',
      header: t.receivedAt,
      cell: ({ receivedAt }) => <time dateTime={receivedAt}>{numbers.day(receivedAt)}</time>,
    },
    {
      key: 'published',
      header: t.publishedOn,
      cell: ({ publishedOn }) =>
        publishedOn === null ? (
          <span className="muted">{t.unknownDay}</span>
        ) : (
          <time dateTime={publishedOn}>{numbers.day(publishedOn)}</time>
        ),
    },
    {
      key: 'document',
      header: t.document,
      cell: ({ source: { name, url } }) => (url === null ? name : <a href={url}>{name}</a>),
    },
    { key: 'sha256', header: t.sha256, cell: ({ source: { sha256 } }) => <code>{sha256.slice(0, 12)}…</code> },
  ];
  return (
    <section className="card" id="revisions">
      <DataTable
        id="revisions-table"
        caption={t.revisions}
        columns={columns}
        rows={report.revisions}
        rowKey={({ revision }) => String(revision)}
        question={question}
        footnotes={report.revisions.length === 1 ? t.one : t.revisionsHint}
      />
      {report.revisions.length > 1 && <Changes id={report.id} />}
    </section>
  );
}

/** The figures of all revisions are many: asked when they are wanted. */
function Changes({ id }: { id: string }) {
  const t = useMessages(reportMessages);
  const [open, setOpen] = useUrlParam('revisions');
  const query = useQuery(ReportRevisionsDocument, open === 'open' ? { id } : null);
  return (
    <details
      open={open === 'open'}
      onToggle={(event) => {
        if (event.currentTarget.open !== (open === 'open')) setOpen(event.currentTarget.open ? 'open' : null, true);
      }}
    >
      <summary>{t.compareRevisions}</summary>
      {open === 'open' && (
        <Answered query={query}>
          {({ report }) => {
            const revisions = report?.revisions ?? [];
            return revisions
              .slice(1)
              .map((later, at) => (
                <Change
                  key={later.revision}
                  later={later}
                  earlier={revisions[at]}
                  question={{ ...query, rows: 'report.revisions', isCube: false }}
                />
              ))
              .reverse();
          }}
        </Answered>
      )}
    </details>
  );
}

interface Stated {
  revision: number;
  figures: object;
}

interface Changed {
  measure: Measure;
  earlier: number | null;
  later: number | null;
}

/** The figure at a path such as `reviews.total`; amounts are decimal texts. */
function figureAt(figures: object, path: string): number | null {
  let here: unknown = figures;
  for (const name of path.split('.'))
    here = typeof here === 'object' && here !== null ? Object.entries(here).find(([key]) => key === name)?.[1] : null;
  return typeof here === 'number' ? here : typeof here === 'string' ? Number(here) : null;
}

const isMeasure = (name: string): name is Measure => name in measureLabels;

function changesBetween(earlier: Stated, later: Stated): Changed[] {
  return Object.entries(measureLabels).flatMap(([measure, { path }]) => {
    if (path === null || !isMeasure(measure)) return [];
    const [before, after] = [figureAt(earlier.figures, path), figureAt(later.figures, path)];
    return before === after ? [] : [{ measure, earlier: before, later: after }];
  });
}

function Change({ earlier, later, question }: { earlier: Stated | undefined; later: Stated; question: Question }) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  if (earlier === undefined) return null;
  const rows = changesBetween(earlier, later);
  const caption = t.between(later.revision, earlier.revision);
  if (rows.length === 0)
    return (
      <div>
        <h3>{caption}</h3>
        <p className="muted small">{t.sameFigures}</p>
      </div>
    );
  const columns: Column<Changed>[] = [
    { key: 'cell', header: t.cell, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'earlier',
      header: t.fromBefore(earlier.revision),
      numeric: true,
      cell: (row) => <Figure value={row.earlier} kind={kindOf(row.measure)} />,
    },
    {
      key: 'later',
      header: t.fromBefore(later.revision),
      numeric: true,
      cell: (row) => <Figure value={row.later} kind={kindOf(row.measure)} />,
    },
  ];
  return (
    <DataTable
      id={`changed-${later.revision}`}
      question={question}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ measure }) => measure}
    />
  );
}
