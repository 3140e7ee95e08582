/** Any question of statistics without knowing GraphQL: its parts are chosen, answer and query are shown. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { useLabels } from '../../client/labels';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { Figure, kindOf } from '../../components/figure';
import { EmptyState, SyntheticNote } from '../../components/notes';
import '../../components/key-figure.css';
import type { Question } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';
import { changed } from '../../url/use-url-state';
import { questionOf } from './build-question';
import { Controls } from './controls';
import { ExploreChart } from './explore-chart';
import { ExploreTable } from './explore-table';
import { exploreMessages } from './messages';
import { QueryText } from './query-text';
import { valueOf, type Explored, type Node } from './rows';
import { explorationOf, paramsOf, type Exploration } from './state';
import './explore.css';

/** Of this page beside the question: how table and picture are looked at. */
const ofTheView = ['sort-rows', 'view-chart', 'chart'];

export default function Explore() {
  const t = useMessages(exploreMessages);
  const shell = useMessages(shellMessages);
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const state = useMemo(() => explorationOf(new URLSearchParams(address)), [address]);
  const question = useMemo(() => questionOf(state), [state]);
  const query = useQuery<Explored, object>({ toString: () => question.text }, question.variables);
  useTitle(shell.explore);

  const change = useCallback(
    (part: Partial<Exploration>) =>
      setSearch((before) => changed(before, paramsOf({ ...explorationOf(before), ...part }))),
    [setSearch],
  );
  const reset = (): void =>
    setSearch((before) => {
      const all = [...Object.keys(paramsOf(state)), ...ofTheView];
      return changed(before, Object.fromEntries(all.map((name) => [name, null])));
    });

  const asked: Question = { document: query.document, variables: query.variables };
  return (
    <div className="page explore-page">
      <header className="page-head">
        <h1>{shell.explore}</h1>
        <p className="muted">{t.lead}</p>
      </header>
      <div className="explore">
        <Controls state={state} change={change} onReset={reset} />
        <div className="page" id="answer">
          <Answered query={query}>
            {({ statistics }) => <Shown state={state} answer={statistics} question={asked} />}
          </Answered>
          <QueryText question={asked} />
        </div>
      </div>
    </div>
  );
}

function Shown({
  state,
  answer,
  question,
}: {
  state: Exploration;
  answer: Explored['statistics'];
  question: Question;
}) {
  const t = useMessages(exploreMessages);
  const { nodes } = answer;
  const [first] = nodes;
  const nothing = first === undefined || (state.groups.length === 0 && first.reports === 0);
  return (
    <>
      <SyntheticNote synthetic={nodes.some(({ synthetic }) => synthetic)} />
      {nothing ? (
        <EmptyState title={t.none}>
          <p>{t.noneAdvice}</p>
          {state.conditions.some(({ of }) => of === 'rows') && <p>{t.noneHaving}</p>}
        </EmptyState>
      ) : (
        <>
          {state.groups.length === 0 ? (
            <Totals state={state} node={first} />
          ) : (
            <ExploreChart {...{ state, answer, question }} />
          )}
          <section className="card" aria-label={t.table}>
            <ExploreTable {...{ state, answer, question }} />
          </section>
        </>
      )}
    </>
  );
}

function Totals({ state, node }: { state: Exploration; node: Node }) {
  const labels = useLabels();
  return (
    <dl className="key-figures">
      {state.measures.map((measure) => (
        <div key={measure} className="key-figure">
          <dt>{labels.brief(measure)}</dt>
          <dd>
            <span className="value">
              <Figure value={valueOf(node, measure)} kind={kindOf(measure)} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
