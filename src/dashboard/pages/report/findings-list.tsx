/** What the checks found in the report, the gravest first, each with the cells that it is about. */
import { useLabels } from '../../client/labels';
import type { Edition } from '../../client/schema.generated';
import { EmptyState } from '../../components/notes';
import { QuestionTools, type Question } from '../../components/question-tools';
import { useLanguage, useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { nameOf } from './form-cell';
import { reportMessages } from './messages';
import { cellAt, type NumberedFinding } from './report-cells';

const names = { ERROR: 'error', WARNING: 'warning', NOTE: 'note' } as const;

export function FindingsList({
  findings,
  edition,
  question,
}: {
  findings: readonly NumberedFinding[];
  edition: Edition;
  question: Question;
}) {
  const t = useMessages(reportMessages);
  return (
    <section className="card" id="findings" aria-labelledby="findings-heading">
      <div className="data-table-head">
        <h2 id="findings-heading">{t.findings}</h2>
        {findings.length > 0 && <QuestionTools question={question} />}
      </div>
      {findings.length === 0 ? (
        <EmptyState title={t.findingsNone} />
      ) : (
        <>
          <p className="muted small">{t.findingsHint}</p>
          <ol className="findings scroll" tabIndex={0} aria-labelledby="findings-heading">
            {findings.map((finding) => (
              <Finding key={finding.number} finding={finding} edition={edition} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** More cells than this are counted, not named. */
const mostCells = 8;

function Finding({ finding, edition }: { finding: NumberedFinding; edition: Edition }) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  const { language } = useLanguage();
  const { number, rule, severity, message, cells, expected, actual } = finding;
  return (
    <li id={`finding-${number}`} tabIndex={-1}>
      <p>
        <span className={`severity ${severity}`}>{t[names[severity]]}</span> {labels.rule(rule)}
      </p>
      {(expected !== null || actual !== null) && (
        <p className="small">
          {expected !== null && (
            <>
              {t.expected} <data value={expected}>{numbers.amount(expected)}</data>
              {' · '}
            </>
          )}
          {t.actual} {actual === null ? t.blankCell : <data value={actual}>{numbers.amount(actual)}</data>}
        </p>
      )}
      {cells.length > 0 && (
        <ul className="small finding-cells">
          {cells.slice(0, mostCells).map((path) => {
            const place = cellAt(path, edition);
            return (
              <li key={path}>
                {place === null && <code>{path}</code>}
                {place !== null &&
                  (place.edition === edition ? (
                    <a href={`#cell-${path}`}>{nameOf(labels, place)}</a>
                  ) : (
                    nameOf(labels, place)
                  ))}
              </li>
            );
          })}
          {cells.length > mostCells && <li>… {numbers.count(cells.length)}</li>}
        </ul>
      )}
      {language === 'en' ? (
        <p className="small muted">{message}</p>
      ) : (
        <details className="small muted">
          <summary>{t.said}</summary>
          <p lang="en">{message}</p>
        </details>
      )}
    </li>
  );
}
