/** Documents that could not be taken as reports, by reason. */
import { DataTable } from '../../components/data-table';
import { Figure } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { qualityMessages } from './messages';
import type { QualityQuery } from './quality.generated';

export function Quarantine({ counts, question }: { counts: QualityQuery['quarantine']; question: Question }) {
  const t = useMessages(qualityMessages);
  return (
    <section className="card" aria-labelledby="quarantine-heading">
      <h2 id="quarantine-heading">{t.quarantine}</h2>
      {counts.length === 0 ? (
        <p>{t.noQuarantine}</p>
      ) : (
        <DataTable
          id="quarantine"
          bare
          caption={t.quarantine}
          columns={[
            { key: 'reason', header: t.reason, sortBy: ({ reason }) => t[reason], cell: ({ reason }) => t[reason] },
            {
              key: 'documents',
              header: t.documents,
              numeric: true,
              sortBy: ({ documents }) => documents,
              cell: ({ documents }) => <Figure value={documents} />,
            },
          ]}
          rows={counts}
          rowKey={({ reason }) => reason}
          question={question}
        />
      )}
      <p className="footnotes">{t.quarantineNote}</p>
    </section>
  );
}
