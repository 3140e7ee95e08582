/** The title of the window, and of the bookmark. */
import { useEffect } from 'react';
import { useMessages } from '../language/language';
import { shellMessages } from './messages';

export function useTitle(title: string): void {
  const t = useMessages(shellMessages);
  useEffect(() => {
    document.title = title === '' ? t.title : `${title} · ${t.title}`;
  }, [title, t]);
}
