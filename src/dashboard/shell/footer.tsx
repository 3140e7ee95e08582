/** The foot of every page: which data, whose figures, under which licence, and all of it as files. */
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
        <p>
          <a href="/export/reports.ndjson" download>
            {t.everything}
          </a>{' '}
          <a href="/export/manifest.json" download>
            {t.manifest}
          </a>
        </p>
        {version !== '' && (
          <p>
            {t.dataVersion} <code>{version}</code>
          </p>
        )}
      </div>
    </footer>
  );
}
