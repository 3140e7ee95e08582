/** The document that the report was read from. */
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { reportMessages } from './messages';
import type { ReportAnswer } from './report-cells';

export function SourceFacts({ report }: { report: ReportAnswer }) {
  const t = useMessages(reportMessages);
  const numbers = useNumbers();
  const { name, url, mediaType, bytes, sha256 } = report.source;
  return (
    <section className="card" id="source" aria-labelledby="source-heading">
      <h2 id="source-heading">{t.source}</h2>
      <dl className="facts">
        <div>
          <dt>{t.name}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t.mediaType}</dt>
          <dd>{mediaType}</dd>
        </div>
        <div>
          <dt>{t.bytes}</dt>
          <dd>{bytes === 0 ? t.zeroBytes : t.bytesOf(numbers.count(bytes))}</dd>
        </div>
        <div className="wide">
          <dt>{t.url}</dt>
          <dd>{url === null ? <span className="muted">{t.noUrl}</span> : <a href={url}>{url}</a>}</dd>
        </div>
        <div className="wide">
          <dt>{t.sha256}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </div>
      </dl>
      <p className="muted small">{t.sourceHint}</p>
    </section>
  );
}
