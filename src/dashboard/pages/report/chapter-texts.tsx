/** The text of the chapters, each closed until it is wanted. */
import { EmptyState } from '../../components/notes';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { reportMessages } from './messages';
import type { ReportAnswer } from './report-cells';

export function ChapterTexts({ chapters }: { chapters: ReportAnswer['chapters'] }) {
  const t = useMessages(reportMessages);
  const numbers = useNumbers();
  return (
    <section className="card" id="chapters" aria-labelledby="chapters-heading">
      <h2 id="chapters-heading">{t.chapterText}</h2>
      {chapters.length === 0 ? (
        <EmptyState title={t.chapterTextNone} />
      ) : (
        chapters.map(({ number, title, text }) =>
          text.trim() === '' ? (
            <p key={number}>
              <span lang="zh-CN">{title}</span> <span className="muted small">{t.tablesAlone}</span>
            </p>
          ) : (
            <details key={number} className="chapter-text">
              <summary>
                <span lang="zh-CN">{title}</span>{' '}
                <span className="muted small">{t.openText(numbers.count([...text].length))}</span>
              </summary>
              <p lang="zh-CN">{text}</p>
            </details>
          ),
        )
      )}
    </section>
  );
}
