/** The query that the page asked, to be taken elsewhere, and the address that holds it. */
import { useState } from 'react';
import { graphiqlHref, type Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { exploreMessages } from './messages';

export function QueryText({ question }: { question: Question }) {
  const t = useMessages(exploreMessages);
  const text = question.document.toString();
  return (
    <section className="card query-text" aria-labelledby="query-heading">
      <h2 id="query-heading">{t.query}</h2>
      <p className="muted">{t.queryLead}</p>
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
          <>
            <Copy label={t.copyQuery} text={() => text} />
            <Copy label={t.copyLink} text={() => location.href} />
          </>
        )}
      </p>
      <p className="footnotes">{t.shareHint}</p>
    </section>
  );
}

function Copy({ label, text }: { label: string; text: () => string }) {
  const t = useMessages(exploreMessages);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(text());
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {copied === text() ? t.copied : label}
    </button>
  );
}
