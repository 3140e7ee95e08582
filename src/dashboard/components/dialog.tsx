/** A dialog over the page: Escape, its button and a click beside it close it; the focus goes back where it was. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useMessages } from '../language/language';
import { componentMessages } from './messages';
import './dialog.css';

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useMessages(componentMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" onClick={onClose}>
            {t.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
