/** A page of one year: shown once it is known which, or why there is none. */
import type { ReactNode } from 'react';
import { EmptyState, ErrorNote } from '../components/notes';
import { Skeleton } from '../components/skeleton';
import { useMessages } from '../language/language';
import { useYear } from './held-years';
import { shellMessages } from './messages';

export function WithYear({ children }: { children: (year: number) => ReactNode }) {
  const t = useMessages(shellMessages);
  const { year, held } = useYear();
  if (year !== null) return children(year);
  if (held.status === 'failed') return <ErrorNote error={held.error} again={held.again} />;
  if (held.status === 'loading') return <Skeleton lines={10} />;
  return (
    <div className="page">
      <h1>{t.nothingAtAll}</h1>
      <EmptyState title={t.nothingAtAllAdvice} />
    </div>
  );
}
