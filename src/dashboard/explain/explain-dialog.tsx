/** The explanation that the URL asks for, if any: formula, reports behind the figure, each with document and cells. */
import { useState } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../client/labels';
import { useQuery, type Query } from '../client/use-query';
import { Answered } from '../components/answered';
import { Dialog } from '../components/dialog';
import { Figure, kindOf } from '../components/figure';
import { componentMessages } from '../components/messages';
import { EmptyState } from '../components/notes';
import { QuestionTools, type Question } from '../components/question-tools';
import { useMessages } from '../language/language';
import { useNumbers } from '../language/numbers';
import { usePageHref, useUrlParam } from '../url/use-url-state';
import {
  AgencyContributionsDocument,
  AgencyContributionsTableDocument,
  DivisionContributionsDocument,
  DivisionContributionsTableDocument,
  type ContributionsFragment,
} from './contributions.generated';
import { subjectOf, type Subject } from './subject';
import './explain-dialog.css';

export function ExplainDialog() {
  const [text, setText] = useUrlParam('explain');
  const subject = subjectOf(text);
  if (subject === null) return null;
  const close = (): void => setText(null, true);
  return subject.kind === 'division' ? (
    <OfDivision key={text} subject={subject} onClose={close} />
  ) : (
    <OfAgency key={text} subject={subject} onClose={close} />
  );
}

interface Props {
  subject: Subject;
  onClose: () => void;
}

const page = 10;
const most = 100;

const argumentsOf = ({ measure, year, basis }: Subject) => ({
  year,
  basis: basis === 'own' ? ('SUM_OF_AGENCIES' as const) : ('PUBLISHED_CONSOLIDATED' as const),
  of: measure,
});

function OfDivision({ subject, onClose }: Props) {
  const [first, setFirst] = useState(page);
  const asked = { code: subject.id, ...argumentsOf(subject) };
  const query = useQuery(DivisionContributionsDocument, { ...asked, first });
  const found = query.data?.division ?? null;
  return (
    <Explained
      {...{ subject, query, onClose }}
      name={found?.fullName ?? ''}
      download={{ document: DivisionContributionsTableDocument, variables: asked }}
      contributions={found?.statistics.contributions ?? null}
      more={() => setFirst(Math.min(most, first + 30))}
    />
  );
}

function OfAgency({ subject, onClose }: Props) {
  const [first, setFirst] = useState(page);
  const asked = { id: subject.id, ...argumentsOf(subject) };
  const query = useQuery(AgencyContributionsDocument, { ...asked, first });
  const found = query.data?.agency ?? null;
  return (
    <Explained
      {...{ subject, query, onClose }}
      name={found?.name ?? ''}
      download={{ document: AgencyContributionsTableDocument, variables: asked }}
      contributions={found?.statistics.contributions ?? null}
      more={() => setFirst(Math.min(most, first + 30))}
    />
  );
}

function Explained<Result>({
  subject,
  query,
  name,
  download,
  contributions,
  more,
  onClose,
}: Props & {
  query: Query<Result>;
  name: string;
  download: Question;
  contributions: ContributionsFragment | null;
  more: () => void;
}) {
  const t = useMessages(componentMessages);
  const labels = useLabels();
  const numbers = useNumbers();
  return (
    <Dialog title={t.explainOf(labels.measure(subject.measure))} onClose={onClose}>
      <Answered query={query}>
        {() =>
          contributions === null ? (
            <EmptyState title={t.nothingBehind} />
          ) : (
            <>
              <p className="muted">
                {name} · {subject.year}
              </p>
              <Summary subject={subject} contributions={contributions} />
              <h3>{t.contributions}</h3>
              {contributions.nodes.length === 0 && <EmptyState title={t.nothingBehind} />}
              <ol className="contributions">
                {contributions.nodes.map((one) => (
                  <Contribution key={one.report.id} subject={subject} contribution={one} />
                ))}
              </ol>
              <div className="tools">
                {contributions.totalCount > contributions.nodes.length && contributions.nodes.length < most && (
                  <button type="button" onClick={more}>
                    {t.more(numbers.count(contributions.totalCount - contributions.nodes.length))}
                  </button>
                )}
                <QuestionTools question={{ ...query, download }} />
              </div>
            </>
          )
        }
      </Answered>
    </Dialog>
  );
}

function Summary({ subject, contributions }: { subject: Subject; contributions: ContributionsFragment }) {
  const t = useMessages(componentMessages);
  const labels = useLabels();
  const { measure, figure, numerator, denominator, terms } = contributions;
  return (
    <dl className="explain-summary">
      <div>
        <dt>{t.sumOfAll}</dt>
        <dd className="value">
          <Figure value={figure} kind={kindOf(subject.measure)} />
        </dd>
      </div>
      {denominator !== null && (
        <>
          <div>
            <dt>{t.numerator}</dt>
            <dd>
              <Figure value={numerator} />
            </dd>
          </div>
          <div>
            <dt>{t.denominator}</dt>
            <dd>
              <Figure value={denominator} />
            </dd>
          </div>
        </>
      )}
      <div className="wide">
        <dt>{t.formula}</dt>
        <dd>
          {terms.length > 1 && (
            <ul>
              {terms.map((term) => (
                <li key={`${term.side} ${term.measure}`}>
                  {labels.measure(term.measure)}
                  {denominator !== null && (
                    <span className="muted"> · {term.side === 'DENOMINATOR' ? t.denominator : t.numerator}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <p className="small muted">
            {measure.definition}
            {measure.legalSource !== null && ` · ${measure.legalSource}`}
          </p>
        </dd>
      </div>
    </dl>
  );
}

function Contribution({
  subject,
  contribution,
}: {
  subject: Subject;
  contribution: ContributionsFragment['nodes'][number];
}) {
  const t = useMessages(componentMessages);
  const numbers = useNumbers();
  const hrefOf = usePageHref();
  const { figure, share, numerator, denominator, report, source, cells, repaired } = contribution;
  return (
    <li>
      <div className="contribution-head">
        <span>
          <Link href={hrefOf(`/report/${report.id}`)}>{report.agency.name}</Link>
          {report.synthetic && <span className="muted small"> · {t.syntheticShort}</span>}
          {repaired && <span className="muted small"> · {t.repaired}</span>}
        </span>
        <span className="number">
          <Figure value={figure} kind={kindOf(subject.measure)} />
          {denominator !== null && (
            <span className="muted small">
              {' '}
              ({numerator ?? '—'} / {denominator})
            </span>
          )}
        </span>
      </div>
      <div className="share" aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(0, Math.min(1, share ?? 0)) * 100}%` }} />
      </div>
      <details>
        <summary className="small">
          {t.cellsOf}
          {share !== null && ` · ${t.share} ${numbers.ratio(share)}`}
        </summary>
        <ul className="small cells">
          {cells.map((cell) => (
            <li key={cell.measure}>
              <span>{cell.label}</span>
              <span>
                <Figure value={cell.number} kind={kindOf(cell.measure)} />
                {cell.raw !== null && cell.raw !== String(cell.number) && <q>{cell.raw}</q>}
              </span>
              <span className="muted">
                {cell.place === null
                  ? t.noPlace
                  : [
                      cell.place.page === null ? '' : `${t.pageOf} ${cell.place.page}`,
                      `${t.table} ${cell.place.table}`,
                      `${t.row} ${cell.place.row}`,
                      `${t.column} ${cell.place.column}`,
                    ]
                      .filter((part) => part !== '')
                      .join(', ')}
              </span>
            </li>
          ))}
        </ul>
        <p className="small muted source">
          {t.documentOf}: {source.url === null ? source.name : <a href={source.url}>{source.name}</a>}
          <br />
          {t.sha256}: <code>{source.sha256}</code>
        </p>
      </details>
    </li>
  );
}
