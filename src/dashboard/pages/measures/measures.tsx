/** All measures: what each is, how it is computed, where in the form and in the law it stands. */
import { useDeferredValue, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { countMeasures, findMeasures } from '../../client/find-measures';
import { useLabels } from '../../client/labels';
import { measureTree } from '../../client/measure-tree.generated';
import { useQuery } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { EmptyState } from '../../components/notes';
import { QuestionTools } from '../../components/question-tools';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { shellMessages } from '../../shell/messages';
import { useTitle } from '../../shell/use-title';
import { changed, useUrlParam } from '../../url/use-url-state';
import { MeasureList, type Definition } from './measure-list';
import { MeasuresDocument } from './measures.generated';
import { measuresMessages } from './messages';
import '../../shell/scope-bar.css';
import './measures.css';

const editions = ['FORM_2019', 'FORM_2021'] as const;
const units = ['COUNT', 'WAN_YUAN', 'RATIO'] as const;
const filters = ['q', 'chapter', 'edition', 'unit'] as const;

export default function Measures() {
  const t = useMessages(shellMessages);
  const own = useMessages(measuresMessages);
  const query = useQuery(MeasuresDocument, {});
  useTitle(t.measures);
  return (
    <div className="page measures-page">
      <header className="page-head">
        <h1>{t.measures}</h1>
        <p className="muted">{own.lead}</p>
      </header>
      <Filters />
      <Answered query={query}>
        {({ measures }) => (
          <Found measures={measures} tools={<QuestionTools question={{ ...query, isCube: false }} />} />
        )}
      </Answered>
    </div>
  );
}

function Filters() {
  const t = useMessages(measuresMessages);
  const labels = useLabels();
  const [words, setWords] = useUrlParam('q');
  const id = useId();
  return (
    <form className="scope-bar" role="search" onSubmit={(event) => event.preventDefault()}>
      <div className="measures-search">
        <label htmlFor={id}>{t.search}</label>
        <input
          id={id}
          type="search"
          placeholder={t.searchHint}
          value={words ?? ''}
          onChange={(event) => setWords(event.target.value, true)}
        />
      </div>
      <Choice
        name="chapter"
        label={t.chapter}
        choices={measureTree.map(({ key, number, ...label }) => [
          key,
          number === null ? labels.of(label) : t.chapterOf(number, labels.of(label)),
        ])}
      />
      <Choice name="edition" label={t.edition} choices={editions.map((edition) => [edition, t[edition]])} />
      <Choice name="unit" label={t.unit} choices={units.map((unit) => [unit, t[unit]])} />
    </form>
  );
}

function Choice({ name, label, choices }: { name: string; label: string; choices: readonly [string, string][] }) {
  const t = useMessages(measuresMessages);
  const [value, setValue] = useUrlParam(name);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => setValue(event.target.value)}>
        <option value="">{t.all}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Found({ measures, tools }: { measures: readonly Definition[]; tools: ReactNode }) {
  const t = useMessages(measuresMessages);
  const { count } = useNumbers();
  const [search, setSearch] = useSearchParams();
  const words = useDeferredValue(search.get('q') ?? '');
  const [chapter, edition, unit] = [search.get('chapter'), search.get('edition'), search.get('unit')];
  const definitions = useMemo(() => new Map(measures.map((one) => [one.measure, one])), [measures]);
  const marked = useMarked();

  const chapters = useMemo(
    () =>
      findMeasures({
        words,
        chapter,
        accepts: ({ measure, editions: held }) =>
          (edition === null || held.some((one) => one === edition)) &&
          (unit === null || definitions.get(measure)?.unit === unit),
        textOf: (measure) => {
          const { definition = '', legalSource = null } = definitions.get(measure) ?? {};
          return `${definition} ${legalSource ?? ''}`;
        },
      }),
    [words, chapter, edition, unit, definitions],
  );
  const found = countMeasures(chapters);
  const clear = (): void =>
    setSearch((before) => changed(before, Object.fromEntries(filters.map((name) => [name, null]))));

  return (
    <>
      <div className="measures-found">
        <p className="muted" role="status">
          {found === measures.length ? t.number(count(found)) : t.found(count(found), count(measures.length))}
        </p>
        {tools}
      </div>
      {found === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneAdvice}</p>
          <p className="tools">
            <button type="button" onClick={clear}>
              {t.clear}
            </button>
          </p>
        </EmptyState>
      ) : (
        <MeasureList chapters={chapters} definitions={definitions} marked={marked} />
      )}
    </>
  );
}

/** The measure that the address names: shown and marked, also when the list comes after the address. */
function useMarked(): string {
  const [marked, setMarked] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const again = (): void => setMarked(location.hash.slice(1));
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  useEffect(() => {
    if (marked === '') return;
    const place = document.getElementById(marked);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [marked]);
  return marked;
}
