/** Short notes: an empty answer, a failure, made-up data. */
import type { ReactNode } from 'react';
import type { AskError } from '../client/ask';
import { useMessages } from '../language/language';
import { componentMessages } from './messages';
import './notes.css';

/** Nothing to show: why, and what to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="note empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

/** What went wrong, as a sentence with what to do. */
export function ErrorNote({ error, again }: { error: AskError; again: () => void }) {
  const t = useMessages(componentMessages);
  return (
    <div className="note error" role="alert">
      <p>{t[error.trouble]}</p>
      {error.message !== '' && (
        <p className="small" lang="en">
          {t.said} {error.message}
        </p>
      )}
      <p className="tools">
        <button type="button" onClick={again}>
          {t.retry}
        </button>
      </p>
    </div>
  );
}

/** To stand above whatever is drawn from generated reports. */
export function SyntheticNote({ synthetic }: { synthetic: boolean }) {
  const t = useMessages(componentMessages);
  if (!synthetic) return null;
  return (
    <p className="note warning" role="note">
      {t.synthetic}
    </p>
  );
}
