/** What is shown where a page failed to be drawn, instead of nothing. */
import { Component, type ReactNode } from 'react';
import { useMessages } from '../language/language';
import { shellMessages } from './messages';

export class WhenBroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useMessages(shellMessages);
  return (
    <div className="note error" role="alert">
      <p>
        <strong>{t.broken}</strong>
      </p>
      <p>{t.brokenAdvice}</p>
      <p className="tools">
        <button type="button" onClick={() => location.reload()}>
          {t.reload}
        </button>
      </p>
    </div>
  );
}
