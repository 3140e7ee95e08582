/** Where a cell stands in the document, what stands there, and what the checks say of it. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import { componentMessages } from '../../components/messages';
import { useExplainHref } from '../../explain/subject';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { nameOf } from './form-cell';
import { reportMessages } from './messages';
import type { CellAnswer, PrintedCell, ReportAnswer } from './report-cells';

export function usePlace(): (place: CellAnswer['place']) => string {
  const t = useMessages(reportMessages);
  return (place) => {
    if (place === null) return t.noPlace;
    const page = place.page === null ? [] : [t.pageOf(place.page)];
    return [...page, t.placeOf(place.table, place.row, place.column)].join(' · ');
  };
}

export function CellDetail({ printed, report }: { printed: PrintedCell | null; report: ReportAnswer }) {
  const t = useMessages(reportMessages);
  const c = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const placeOf = usePlace();
  const explainHref = useExplainHref();
  if (printed === null) return null;
  const { row, cell, answer, findings } = printed;
  const status = answer?.status ?? 'ABSENT';
  return (
    <aside className="cell-detail screen-only" aria-label={t.cell}>
      <p>
        <strong>{nameOf(labels, printed)}</strong>
        {row.law !== null && <span className="muted small"> · {t.law(row.law)}</span>}
      </p>
      <dl className="facts small">
        <div>
          <dt>{t.number}</dt>
          <dd>{answer === null || answer.number === null ? t[status] : numbers.amount(answer.number)}</dd>
        </div>
        {answer !== null && answer.raw !== null && answer.raw !== '' && (
          <div>
            <dt>{t.stands}</dt>
            <dd lang="zh-CN">「{answer.raw}」</dd>
          </div>
        )}
        <div>
          <dt>{t.place}</dt>
          <dd>{placeOf(answer?.place ?? null)}</dd>
        </div>
        {findings.length > 0 && (
          <div>
            <dt>{t.findings}</dt>
            <dd>
              {findings.map((finding) => (
                <a key={finding.number} href={`#finding-${finding.number}`} className={`severity ${finding.severity}`}>
                  {labels.rule(finding.rule)}
                </a>
              ))}
            </dd>
          </div>
        )}
        {answer !== null && answer.number !== null && (
          <div>
            <dt className="visually-hidden">{c.explain}</dt>
            <dd>
              <Link
                href={explainHref({
                  measure: cell.measure,
                  kind: 'agency',
                  id: report.agency.id,
                  year: report.year,
                  basis: report.scope === 'OWN' ? 'own' : 'published',
                })}
              >
                {c.explain}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </aside>
  );
}
