/** GraphiQL on this service, with an example query in each tab. Everything it loads comes from here. */
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

/** /graphiql/?query=…&variables=… opens on that query, before the examples. */
const asked = new URLSearchParams(location.search);
const query = asked.get('query') ?? undefined;
const variables = asked.get('variables') ?? undefined;
const given = query === undefined ? [] : [{ query, variables }];

const place = document.getElementById('graphiql');
if (place !== null)
  createRoot(place).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: '/graphql' })}
      defaultTabs={[...given, ...examples]}
      initialQuery={query}
      initialVariables={variables}
      defaultEditorToolsVisibility={false}
      isHeadersEditorEnabled={false}
    />,
  );
