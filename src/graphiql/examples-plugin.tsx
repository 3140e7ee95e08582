/** The examples beside the editor, by kind of user: one that is chosen opens in a tab of its own. */
import { pick, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { examplesFor, kinds, type Example, type Kind } from './examples';

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4h14v16H5zM8 8h8M8 12h8M8 16h5" />
    </svg>
  );
}

function Content() {
  const { queryEditor, variableEditor, tabs } = useGraphiQL(pick('queryEditor', 'variableEditor', 'tabs'));
  const { addTab, changeTab } = useGraphiQLActions();
  const open = ({ query, variables }: Example): void => {
    const there = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (there >= 0) return changeTab(there);
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
  return (
    <section aria-label="示例 Examples" className="gongkai-examples">
      <div className="graphiql-doc-explorer-title">示例 Examples</div>
      {(Object.keys(kinds) as Kind[]).map((kind) => (
        <div key={kind}>
          <h3>{kinds[kind]}</h3>
          <ul>
            {examplesFor(kind).map((example) => (
              <li key={example.title.english}>
                <button type="button" className="graphiql-un-styled" onClick={() => open(example)}>
                  <span lang="zh">{example.title.chinese}</span>
                  <span lang="en">{example.title.english}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export const examplesPlugin: GraphiQLPlugin = { title: '示例 Examples', icon: Icon, content: Content };
