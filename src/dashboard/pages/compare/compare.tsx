/** Agencies and divisions beside each other: any of them, any measures, one year or several. */
import { useEffect, useId, useMemo } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { DivisionLevel, Measure } from '../../client/schema.generated';
import { useQuery, type Query } from '../../client/use-query';
import { Answered } from '../../components/answered';
import { Chips } from '../../components/chips';
import { MeasureChooser } from '../../components/measure-chooser';
import { EmptyState, SyntheticNote } from '../../components/notes';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { DivisionChooser } from '../../shell/division-chooser';
import { useYear } from '../../shell/held-years';
import { shellMessages } from '../../shell/messages';
import { ScopeBar } from '../../shell/scope-bar';
import { useTitle } from '../../shell/use-title';
import { WithYear } from '../../shell/with-year';
import { useMeasures } from '../../url/use-measures';
import { useBasis, useHereHref, useUrlChoice, useUrlParam } from '../../url/use-url-state';
import { keyMeasures } from '../overview/measures';
import { AgencyChooser } from './agency-chooser';
import { Bars } from './bars';
import { comparedQuestion, rowsOf, type ComparedAnswer, type ComparedRow } from './compared-question';
import { ComparedTable } from './compared-table';
import { downloadOf } from './download-question';
import { compareMessages } from './messages';
import { Scatter } from './scatter';
import { mostSubjects, mostYears, textOf, useSubjects, type Subject } from './subjects';
import './compare.css';

const mostMeasures = 12;
const views = ['table', 'bars', 'scatter'] as const;

/** Names of those seen in this visit, so that they are there while the next answer is on its way. */
const namesSeen = new Map<string, string>();

export default function Compare() {
  return <WithYear>{(year) => <CompareUpTo year={year} />}</WithYear>;
}

function CompareUpTo({ year }: { year: number }) {
  const t = useMessages(compareMessages);
  const { basis } = useBasis();
  const [subjects, choose] = useSubjects();
  const [measures, chooseMeasures] = useMeasures(keyMeasures);
  const [years, since] = useYears(year);
  const asked = useMemo(() => comparedQuestion(subjects, years, measures, basis), [subjects, years, measures, basis]);
  const query = useQuery(asked.document, subjects.length === 0 ? null : asked.variables);
  const rows = query.data === undefined ? [] : rowsOf(subjects, years, query.data);
  useTitle(t.compare);

  useEffect(() => {
    for (const { subject, name } of rows) namesSeen.set(textOf(subject), name);
  });

  const add = (subject: Subject): void => {
    if (!subjects.some((one) => textOf(one) === textOf(subject))) choose([...subjects, subject]);
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.compare}</h1>
        <p className="muted">{t.intro}</p>
      </div>
      <section className="card choices screen-only">
        {subjects.length < mostSubjects ? (
          <div className="scope-bar">
            <DivisionChooser label={t.addDivision} onChoose={(id) => add({ kind: 'division', id })} />
            <AgencyChooser onChoose={(id) => add({ kind: 'agency', id })} />
          </div>
        ) : (
          <p className="muted small">{t.full(mostSubjects)}</p>
        )}
        {subjects.length > 0 && (
          <Chips
            label={t.chosen}
            chips={subjects.map((subject) => {
              const key = textOf(subject);
              const name = rows.find((row) => textOf(row.subject) === key)?.name ?? namesSeen.get(key);
              return { key, name: name ?? subject.id };
            })}
            onRemove={(key) => choose(subjects.filter((one) => textOf(one) !== key))}
          />
        )}
        <MeasureChooser measures={measures} choose={chooseMeasures} most={mostMeasures} />
        <ScopeBar withBasis>
          <SinceChooser year={year} since={since} />
        </ScopeBar>
      </section>
      {subjects.length === 0 ? (
        <Examples year={year} />
      ) : (
        <Answered query={query}>
          {(answer) => (
            <Compared
              subjects={subjects}
              years={years}
              measures={measures}
              answer={answer}
              rows={rowsOf(subjects, years, answer)}
              query={query}
            />
          )}
        </Answered>
      )}
    </div>
  );
}

/** From `since` of the URL to the year of the page. */
function useYears(year: number): [number[], number] {
  const [text] = useUrlParam('since');
  const asked = text !== null && /^\d{4}$/.test(text) ? Number(text) : year;
  const since = Math.max(Math.min(asked, year), year - mostYears + 1);
  const years = useMemo(() => Array.from({ length: year - since + 1 }, (_, at) => since + at), [year, since]);
  return [years, since];
}

function SinceChooser({ year, since }: { year: number; since: number }) {
  const t = useMessages(compareMessages);
  const s = useMessages(shellMessages);
  const { years } = useYear();
  const [, setSince] = useUrlParam('since');
  const id = useId();
  const possible = [...new Set([year, since, ...years])]
    .filter((one) => one <= year && one > year - mostYears)
    .sort((one, other) => other - one);
  return (
    <div>
      <label htmlFor={id}>
        {t.since} ({t.yearsFull(mostYears)})
      </label>
      <select
        id={id}
        value={since}
        onChange={(event) => setSince(Number(event.target.value) === year ? null : event.target.value)}
      >
        {possible.map((one) => (
          <option key={one} value={one}>
            {s.yearOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

const exampleProvinces = 'd:310000,d:350000,d:640000';
const exampleDistrict = 'd:350128,d:320813,d:640302';

function Examples({ year }: { year: number }) {
  const t = useMessages(compareMessages);
  const hereHref = useHereHref();
  return (
    <EmptyState title={t.nothing}>
      <p>{t.nothingAdvice}</p>
      <p className="inline-list">
        <Link href={hereHref({ of: exampleProvinces, year })}>{t.exampleProvinces}</Link>
        <Link href={hereHref({ of: exampleDistrict, year })}>{t.exampleDistricts}</Link>
      </p>
    </EmptyState>
  );
}

/** Agencies by themselves, divisions by their level: what is unlike is not put in one order. */
interface Kind {
  key: 'agencies' | DivisionLevel;
  subjects: Subject[];
  rows: ComparedRow[];
}

function kindsOf(subjects: readonly Subject[], rows: readonly ComparedRow[], answer: ComparedAnswer): Kind[] {
  const kinds = new Map<Kind['key'], Kind>();
  subjects.forEach((subject, at) => {
    const found = answer[`s${at}`];
    if (found === null || found === undefined) return;
    const key = 'level' in found ? found.level : 'agencies';
    const kind = kinds.get(key) ?? { key, subjects: [], rows: [] };
    kind.subjects.push(subject);
    kind.rows.push(...rows.filter((row) => row.subject === subject));
    kinds.set(key, kind);
  });
  return [...kinds.values()];
}

function Compared({
  subjects,
  years,
  measures,
  answer,
  rows,
  query,
}: {
  subjects: readonly Subject[];
  years: readonly number[];
  measures: readonly Measure[];
  answer: ComparedAnswer;
  rows: readonly ComparedRow[];
  query: Query<ComparedAnswer>;
}) {
  const t = useMessages(compareMessages);
  const { count } = useNumbers();
  const { name: basis, basis: asked } = useBasis();
  const [view, setView] = useUrlChoice('view', views);
  const [drawn, setDrawn] = useMeasure('drawn', measures, 0);
  const [across, setAcross] = useMeasure('across', measures, 0);
  const [up, setUp] = useMeasure('up', measures, 1);
  const kinds = kindsOf(subjects, rows, answer);
  const missing = subjects.length - kinds.flatMap((kind) => kind.subjects).length;
  const tables = (shown: readonly Measure[]) =>
    kinds.map(({ key, subjects: own, rows: ownRows }) => (
      <ComparedTable
        key={key}
        id={key.toLowerCase()}
        caption={t[key]}
        rows={ownRows}
        measures={shown}
        basis={basis}
        question={{ ...query, download: downloadOf(own, key === 'agencies' ? null : key, years, shown, asked) }}
      />
    ));
  const [only] = kinds;
  const question = {
    ...query,
    // Of several kinds each has a table and a download of its own.
    ...(only !== undefined && kinds.length === 1
      ? { download: downloadOf(only.subjects, only.key === 'agencies' ? null : only.key, years, measures, asked) }
      : {}),
  };
  return (
    <>
      {missing > 0 && (
        <p className="note" role="status">
          {t.unknown(count(missing))}
        </p>
      )}
      <SyntheticNote synthetic={rows.some(({ statistics }) => statistics?.synthetic === true)} />
      <div role="group" aria-label={t.view} className="tools screen-only">
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {t[one]}
          </button>
        ))}
      </div>
      {view === 'table' && tables(measures)}
      {view === 'bars' && (
        <Bars
          {...{ rows, years, question }}
          measure={drawn}
          controls={<MeasureField label={t.drawn} measures={measures} measure={drawn} choose={setDrawn} />}
          table={tables([drawn])}
        />
      )}
      {view === 'scatter' && (
        <Scatter
          {...{ rows, across, up, question }}
          controls={
            <div className="fields">
              <MeasureField label={t.across} measures={measures} measure={across} choose={setAcross} />
              <MeasureField label={t.up} measures={measures} measure={up} choose={setUp} />
            </div>
          }
          table={tables([...new Set([across, up])])}
        />
      )}
    </>
  );
}

function useMeasure(name: string, measures: readonly Measure[], usual: number): [Measure, (name: string) => void] {
  const [asked, setAsked] = useUrlParam(name);
  const measure =
    measures.find((one) => one === asked) ?? measures[usual] ?? measures[0] ?? 'APPLICATIONS_RECEIVED_TOTAL';
  return [measure, (chosen) => setAsked(chosen, true)];
}

function MeasureField({
  label,
  measures,
  measure,
  choose,
}: {
  label: string;
  measures: readonly Measure[];
  measure: Measure;
  choose: (name: string) => void;
}) {
  const labels = useLabels();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={measure} onChange={(event) => choose(event.target.value)}>
        {measures.map((one) => (
          <option key={one} value={one}>
            {labels.brief(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
