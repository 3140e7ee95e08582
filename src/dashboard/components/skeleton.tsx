/** Where an answer will stand, while it is on its way. */
import { useMessages } from '../language/language';
import { componentMessages } from './messages';
import './skeleton.css';

export function Skeleton({ lines = 4, height = '1.25rem' }: { lines?: number; height?: string }) {
  const t = useMessages(componentMessages);
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t.loading}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} aria-hidden="true" style={{ height, width: `${100 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
