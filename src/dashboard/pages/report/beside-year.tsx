/** The report beside the same agency's for another year: cells that differ, and chapters that say the same. */
import { useId } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, kindOf } from '../../components/figure';
import { EmptyState } from '../../components/notes';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref, useUrlParam } from '../../url/use-url-state';
import { reportMessages } from './messages';
import { inBoth, type ReportAnswer } from './report-cells';
import { ReportBesideDocument, type ReportBesideQuery } from './report.generated';

type Comparison = NonNullable<NonNullable<ReportBesideQuery['report']>['comparedWith']>;
type Difference = Comparison['differences'][number];
type ChapterBeside = Comparison['chapters'][number];

/** The first report year of this form. */
const firstYear = 2019;

export function BesideYear({ report }: { report: ReportAnswer }) {
  const t = useMessages(reportMessages);
  const [asked, setAsked] = useUrlParam('against');
  const id = useId();
  const years = report.agency.reports.nodes
    .filter(({ year, scope }) => scope === report.scope && year !== report.year)
    .map(({ year }) => year);
  // The year before, or the nearest before it of which there is one; else any.
  const usual = years.find((year) => year < report.year) ?? years.at(-1) ?? null;
  const year = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : usual;
  const query = useQuery(ReportBesideDocument, year === null ? null : { id: report.id, year });
  const before = report.year - 1;
  return (
    <section className="card" id="beside" aria-labelledby={`${id}-heading`}>
      <div className="data-table-head">
        <h2 id={`${id}-heading`}>{t.beside}</h2>
        {years.length > 0 && (
          <div className="tools">
            <label htmlFor={id} className="muted small">
              {t.besideYear}
            </label>
            <select id={id} value={year ?? ''} onChange={(event) => setAsked(event.target.value, true)}>
              {year !== null && !years.includes(year) && <option value={year}>{year}</option>}
              {years.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {years.length > 0 && before >= firstYear && !years.includes(before) && (
        <p className="muted small">{t.notHeldYear(before)}</p>
      )}
      {year === null ? (
        <EmptyState title={t.besideNone} />
      ) : (
        <Answered query={query}>
          {({ report: answered }) => {
            const comparison = answered?.comparedWith ?? null;
            return comparison === null ? (
              <EmptyState title={t.notHeldYear(year)} />
            ) : (
              <Beside
                report={report}
                comparison={comparison}
                question={(rows) => ({ ...query, rows: `report.comparedWith.${rows}`, isCube: false })}
              />
            );
          }}
        </Answered>
      )}
    </section>
  );
}

function Beside({
  report,
  comparison,
  question,
}: {
  report: ReportAnswer;
  comparison: Comparison;
  question: (rows: string) => React.ComponentProps<typeof DataTable>['question'];
}) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const hrefOf = usePageHref();
  const { other, differences, chapters } = comparison;
  const shown = differences.filter(({ measure }) => inBoth(measure, report.edition, other.edition));
  const left = differences.length - shown.length;
  const columns: Column<Difference>[] = [
    { key: 'cell', header: t.cell, cell: ({ measure }) => labels.measure(measure) },
    {
      key: 'other',
      header: String(other.year),
      numeric: true,
      sortBy: (row) => row.other,
      cell: (row) => <Figure value={row.other} kind={kindOf(row.measure)} />,
    },
    {
      key: 'value',
      header: String(report.year),
      numeric: true,
      sortBy: ({ value }) => value,
      cell: ({ value, measure }) => <Figure value={value} kind={kindOf(measure)} />,
    },
    {
      key: 'difference',
      header: t.difference,
      numeric: true,
      sortBy: ({ difference }) => (difference === null ? null : Math.abs(difference)),
      cell: ({ difference }) => <Figure value={difference} kind="signed" />,
    },
  ];
  const chapterColumns: Column<ChapterBeside>[] = [
    { key: 'chapter', header: t.chapter, cell: ({ title }) => <span lang="zh-CN">{title}</span> },
    { key: 'characters', header: t.characters, numeric: true, cell: ({ characters }) => <Figure value={characters} /> },
    { key: 'shared', header: t.shared, numeric: true, cell: ({ shared }) => <Figure value={shared} /> },
    {
      key: 'share',
      header: t.share,
      numeric: true,
      sortBy: ({ share }) => share,
      cell: ({ share }) => <Figure value={share} kind="ratio" />,
    },
  ];
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState title={t.besideSame} />
      ) : (
        <DataTable
          id="differences"
          caption={t.besideOf(report.year, other.year)}
          columns={columns}
          rows={shown}
          rowKey={({ measure }) => measure}
          question={question('differences')}
        />
      )}
      <p className="small">
        {left > 0 && <span className="muted">{t.onlyOneEdition(numbers.count(left))} </span>}
        <Link href={hrefOf(`/report/${other.id}`)}>{t.openOther}</Link>
      </p>
      {chapters.length > 0 && other.chapters.length === 0 && <p className="muted small">{t.otherTextless}</p>}
      {chapters.length > 0 && other.chapters.length > 0 && (
        <DataTable
          id="chapters-beside"
          caption={t.chapterShared}
          columns={chapterColumns}
          rows={chapters}
          rowKey={({ number }) => String(number)}
          question={question('chapters')}
        />
      )}
    </>
  );
}
