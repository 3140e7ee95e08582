/**
 * GraphiQL on this service, with an example query in each tab; `?query=…&variables=…` opens one of its own before them.
 * Everything it loads comes from here.
 */
import 'graphiql/setup-workers/vite';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';

const files = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** In the order of their file names. */
const examples = Object.keys(files)
  .sort()
  .map((name) => ({ query: files[name] ?? '' }));

const search = new URLSearchParams(location.search);
const query = search.get('query') ?? undefined;
const variables = readable(search.get('variables')) ?? undefined;

/** On lines of their own; what is no JSON is shown as it came, so that it can be mended. */
function readable(text: string | null): string | null {
  try {
    return text === null ? null : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const place = document.getElementById('graphiql');
if (place !== null)
  createRoot(place).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: '/graphql' })}
      // Tabs of an earlier visit take the place of the default ones; a query of the address is then one more.
      initialQuery={query}
      initialVariables={variables}
      defaultTabs={query === undefined ? examples : [{ query, variables }, ...examples]}
      defaultEditorToolsVisibility={variables === undefined ? false : 'variables'}
      isHeadersEditorEnabled={false}
    />,
  );
