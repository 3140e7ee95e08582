/** What stands at every table and picture: the GraphQL query behind it, and its download. */
import { useState } from 'react';
import { useMessages } from '../language/language';
import { Dialog } from './dialog';
import { componentMessages } from './messages';
import './question-tools.css';

/** A question as it was asked. */
export interface Question {
  document: { toString: () => string };
  variables: unknown;
  /** Where the answer has several lists, the one that a download is of: `report.cells`. */
  rows?: string;
}

const formats = { csv: 'CSV', xlsx: 'XLSX', parquet: 'Parquet', jsonstat: 'JSON-stat', json: 'JSON' } as const;

const searchOf = ({ document, variables }: Question): string =>
  new URLSearchParams({
    query: document.toString().trim(),
    ...(variables === null ? {} : { variables: JSON.stringify(variables) }),
  }).toString();

export const graphiqlHref = (question: Question): string => `/graphiql/?${searchOf(question)}`;
export const exportHref = (format: keyof typeof formats, question: Question): string =>
  `/export/${format}?${searchOf(question)}${question.rows === undefined ? '' : `&rows=${question.rows}`}`;

export function QuestionTools({ question }: { question: Question }) {
  const t = useMessages(componentMessages);
  const [shown, setShown] = useState(false);
  return (
    <div className="tools question-tools">
      <button type="button" onClick={() => setShown(true)}>
        {t.query}
      </button>
      <details className="menu">
        <summary className="button">{t.download}</summary>
        <ul>
          {Object.entries(formats).map(([format, name]) => (
            <li key={format}>
              <a href={exportHref(format as keyof typeof formats, question)} aria-label={t.downloadAs(name)} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      {shown && <QuestionDialog question={question} onClose={() => setShown(false)} />}
    </div>
  );
}

function QuestionDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useMessages(componentMessages);
  const [copied, setCopied] = useState(false);
  const text = question.document.toString().trim();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog title={t.queryTitle} onClose={onClose}>
      {/* Scrolls, so it can be reached by keyboard. */}
      <pre tabIndex={0} role="region" aria-label={t.query}>
        {text}
      </pre>
      <h3>{t.variables}</h3>
      <pre tabIndex={0} role="region" aria-label={t.variables}>
        {JSON.stringify(question.variables, null, 2)}
      </pre>
      <p className="tools">
        <a className="button" href={graphiqlHref(question)}>
          {t.openInGraphiql}
        </a>
        <button type="button" onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </button>
      </p>
    </Dialog>
  );
}
