/** An answer, or how far it is: skeleton, failure, the answer before while the next is on its way. */
import type { ReactNode } from 'react';
import type { Query } from '../client/use-query';
import { ErrorNote } from './notes';
import { Skeleton } from './skeleton';

export function Answered<Result>({
  query,
  skeleton = <Skeleton lines={8} />,
  children,
}: {
  query: Query<Result>;
  skeleton?: ReactNode;
  children: (data: Result) => ReactNode;
}) {
  if (query.status === 'failed') return <ErrorNote error={query.error} again={query.again} />;
  if (query.data === undefined) return skeleton;
  const waiting = query.status === 'loading';
  return (
    <div className={waiting ? 'page is-waiting' : 'page'} aria-busy={waiting}>
      {children(query.data)}
    </div>
  );
}
