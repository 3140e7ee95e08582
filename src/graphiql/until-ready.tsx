/** Keeps the page from taking clicks that would be lost. */
import { pick, useGraphiQL } from '@graphiql/react';
import { useLayoutEffect } from 'react';

/** GraphiQL shows its buttons before its editors, and until those stand it drops what is clicked without a word. */
export function UntilReady({ page }: { page: HTMLElement }) {
  const editors = useGraphiQL(pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'));
  const isReady = Object.values(editors).every((editor) => editor !== undefined);
  useLayoutEffect(() => {
    page.inert = !isReady;
    page.ariaBusy = String(!isReady);
  }, [page, isReady]);
  return null;
}
