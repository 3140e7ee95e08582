/** What stands at every table and picture: the GraphQL query behind it, and its download. */
import { useState } from 'react';
import type { Language } from '../language/dictionary';
import { useLanguage, useMessages } from '../language/language';
import { Dialog } from './dialog';
import { componentMessages } from './messages';
import './question-tools.css';

/** A question as it was asked. */
export interface Question {
  document: { toString: () => string };
  variables: unknown;
  /** Which list of the answer a download has as its rows, such as `division.children`, where there are several. */
  rows?: string;
  /** False of rows that no year, place or agency tells apart, such as findings: JSON-stat takes them for the axes of a cube. */
  isCube?: false;
  /** Asked for the download instead, where the page asks for lists within rows, which no file of a table can hold. */
  download?: Question;
}

const formats = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'XLSX' },
  { format: 'parquet', name: 'Parquet' },
  { format: 'jsonstat', name: 'JSON-stat' },
  { format: 'json', name: 'JSON' },
] as const;
type Format = (typeof formats)[number]['format'];

const formatsOf = ({ download, isCube = download?.isCube }: Question) =>
  formats.filter(({ format }) => isCube !== false || format !== 'jsonstat');

const searchOf = ({ document, variables }: Question): Record<string, string> => ({
  query: document.toString().trim(),
  ...(variables === null ? {} : { variables: JSON.stringify(variables, null, 2) }),
});

export const graphiqlHref = (question: Question): string =>
  `/graphiql/?${new URLSearchParams(searchOf(question)).toString()}`;

/** With labels of the page's language at the head of the columns. */
export function exportHref(format: Format, question: Question, language: Language): string {
  const { download: asked = question } = question;
  const search = new URLSearchParams(searchOf(asked));
  if (asked.rows !== undefined) search.set('rows', asked.rows);
  search.set('labels', language === 'en' ? 'en' : 'zh');
  // By it Excel tells that Chinese is Chinese.
  if (format === 'csv') search.set('bom', '1');
  return `/export/${format}?${search.toString()}`;
}

export function QuestionTools({ question }: { question: Question }) {
  const t = useMessages(componentMessages);
  const { language } = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <div className="tools question-tools">
      <button type="button" onClick={() => setShown(true)}>
        {t.query}
      </button>
      <details className="menu">
        <summary className="button">{t.download}</summary>
        <ul>
          {formatsOf(question).map(({ format, name }) => (
            <li key={format}>
              <a href={exportHref(format, question, language)} aria-label={t.downloadAs(name)} download>
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
        {/* Browsers let a page write to the clipboard over https and on this computer alone. */}
        {isSecureContext && (
          <button type="button" onClick={() => void copy()}>
            {copied ? t.copied : t.copy}
          </button>
        )}
      </p>
    </Dialog>
  );
}
