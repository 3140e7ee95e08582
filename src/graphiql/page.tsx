/**
 * GraphiQL on this service, with examples by kind of user. Everything it loads comes from here.
 *
 * /graphiql/?query=…&variables=… opens on that query; ?for=dashboard, oversight or analyst with those examples as tabs.
 */
import 'graphiql/setup-workers/vite';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import '@graphiql/plugin-explorer/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { DownloadMenu } from './download-menu';
import { examplesFor, isKind } from './examples';
import { examplesPlugin } from './examples-plugin';
import { UntilReady } from './until-ready';

const asked = new URLSearchParams(location.search);
const query = asked.get('query') ?? undefined;
const variables = readable(asked.get('variables'));
const given = query === undefined ? [] : [{ query, variables }];
const kind = asked.get('for') ?? '';
const tabs = [...given, ...examplesFor(isKind(kind) ? kind : 'dashboard')].map((tab) => ({
  query: tab.query,
  variables: tab.variables ?? null,
}));

/** GraphiQL gives the first tab its variables only so; where tabs are kept from before, it would make one more. */
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;
const initialVariables = variables ?? (isFirstVisit ? (tabs[0]?.variables ?? undefined) : undefined);

/** On lines of their own; what is no JSON is shown as it came, so that it can be mended. */
function readable(text: string | null): string | undefined {
  try {
    return text === null ? undefined : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text ?? undefined;
  }
}

const place = document.getElementById('graphiql');
if (place !== null)
  createRoot(place).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: '/graphql' })}
      defaultTabs={tabs}
      initialQuery={query}
      initialVariables={initialVariables}
      plugins={[HISTORY_PLUGIN, examplesPlugin, explorerPlugin()]}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <DownloadMenu />
            <UntilReady page={place} />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>,
  );
