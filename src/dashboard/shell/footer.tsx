/** The foot of every page: which data, whose figures, under which licence. */
import { useDataVersion } from '../client/data-version';
import { useMessages } from '../language/language';
import { shellMessages } from './messages';

export function Footer() {
  const t = useMessages(shellMessages);
  const version = useDataVersion();
  return (
    <footer className="site-foot">
      <div className="inner">
        <p>
          {t.source} {t.notHeldNote}
        </p>
        <p>{t.licence}</p>
        {version !== '' && (
          <p>
            {t.dataVersion} <code>{version}</code>
          </p>
        )}
      </div>
    </footer>
  );
}
