/** What is asked, as choices: which measures, grouped by what, of which reports, in which order. */
import { useId, useState, type ReactNode } from 'react';
import { useLabels } from '../../client/labels';
import { agencyTypeLabels } from '../../client/labels.generated';
import type { AgencyType, Measure } from '../../client/schema.generated';
import { useQuery } from '../../client/use-query';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { DivisionChooser } from '../../shell/division-chooser';
import { useYear } from '../../shell/held-years';
import { Conditions } from './conditions';
import { Ordering } from './ordering';
import { ExploredDivisionDocument } from './explored-division.generated';
import { MeasurePicker } from './measure-picker';
import { exploreMessages } from './messages';
import {
  editions,
  extras,
  groupKeys,
  groupsThatGo,
  isOfYears,
  levels,
  mostGroups,
  qualities,
  type Exploration,
} from './state';

export interface Controlling {
  state: Exploration;
  change: (part: Partial<Exploration>) => void;
}

const toggled = <T,>(held: readonly T[], one: T): T[] =>
  held.includes(one) ? held.filter((other) => other !== one) : [...held, one];

export function Controls({ state, change, onReset }: Controlling & { onReset: () => void }) {
  const t = useMessages(exploreMessages);
  return (
    <form className="controls card" aria-label={t.question} onSubmit={(event) => event.preventDefault()}>
      <a className="button to-answer" href="#answer">
        {t.toAnswer}
      </a>
      <Measures {...{ state, change }} />
      <Groups {...{ state, change }} />
      <Reports {...{ state, change }} />
      <Part title={t.conditions} open={state.conditions.length > 0}>
        <Conditions {...{ state, change }} />
      </Part>
      <Part title={t.order} open>
        <Ordering {...{ state, change }} />
      </Part>
      <p className="tools">
        <button type="button" onClick={onReset}>
          {t.reset}
        </button>
      </p>
    </form>
  );
}

function Part({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="part" open={open}>
      <summary>{title}</summary>
      <div className="part-body">{children}</div>
    </details>
  );
}

function Measures({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const [choosing, setChoosing] = useState(false);
  const { measures } = state;
  const toggle = (measure: Measure): void => {
    const next = toggled(measures, measure);
    if (next.length > 0) change({ measures: next });
  };
  const ofYears = isOfYears(state);
  return (
    <>
      <fieldset>
        <legend>{t.measures}</legend>
        <ul className="chosen">
          {measures.map((measure) => (
            <li key={measure}>
              <span>{labels.brief(measure)}</span>
              {measures.length > 1 && (
                <button
                  type="button"
                  className="plain"
                  aria-label={t.remove(labels.measure(measure))}
                  onClick={() => toggle(measure)}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
        <button type="button" onClick={() => setChoosing(true)}>
          {t.addMeasure}
        </button>
        {choosing && (
          <MeasurePicker chosen={measures} single={false} toggle={toggle} onClose={() => setChoosing(false)} />
        )}
      </fieldset>
      <fieldset>
        <legend>{t.extras}</legend>
        <div className="checks">
          {extras.map((extra) => (
            <label key={extra}>
              <input
                type="checkbox"
                checked={state.extras.includes(extra)}
                disabled={extra === 'change' && !ofYears}
                onChange={() => change({ extras: toggled(state.extras, extra) })}
              />
              {t[extra]}
            </label>
          ))}
        </div>
        {!ofYears && <p className="muted small">{t.changeNeedsYear}</p>}
      </fieldset>
    </>
  );
}

function Groups({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const { groups } = state;
  const wide = groups.includes('AGENCY') && state.division === null && state.name === '';
  return (
    <fieldset>
      <legend>{t.groups}</legend>
      <div className="checks">
        {groupKeys.map((key) => {
          const checked = groups.includes(key);
          // Another level takes the place of the one that is chosen.
          const others = levels.includes(key) ? groups.filter((one) => !levels.includes(one)) : groups;
          return (
            <label key={key}>
              <input
                type="checkbox"
                checked={checked}
                disabled={!checked && others.length >= mostGroups}
                onChange={() => {
                  const next = checked ? groups.filter((one) => one !== key) : groupsThatGo([...others, key]);
                  const { order } = state;
                  const gone = order !== null && order.key !== null && !next.includes(order.key);
                  change({ groups: next, ...(gone && { order: null }) });
                }}
              />
              {t[key]}
            </label>
          );
        })}
      </div>
      <p className="muted small">{wide ? t.manyAgencies : t.groupsHint}</p>
    </fieldset>
  );
}

function Reports({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const { years } = useYear();
  return (
    <fieldset>
      <legend>{t.reports}</legend>
      <div className="pair">
        <YearChoice label={t.from} year={state.from} years={years} choose={(from) => change({ from })} />
        <YearChoice label={t.to} year={state.to} years={years} choose={(to) => change({ to })} />
      </div>
      <Division {...{ state, change }} />
      <Name {...{ state, change }} />
      <Types {...{ state, change }} />
      <Select
        label={t.basis}
        value={state.basis}
        choices={(['own', 'published'] as const).map((one) => [one, t[one]])}
        choose={(basis) => change({ basis: basis === 'published' ? 'published' : 'own' })}
      />
      <Select
        label={t.quality}
        value={state.quality}
        choices={qualities.map((one) => [one, t[one]])}
        choose={(chosen) => change({ quality: qualities.find((one) => one === chosen) ?? 'AS_REPORTED' })}
      />
      <Select
        label={t.edition}
        value={state.edition ?? ''}
        choices={[['', t.anyEdition], ...editions.map((one): [string, string] => [one, t[one]])]}
        choose={(chosen) => change({ edition: editions.find((one) => one === chosen) ?? null })}
      />
    </fieldset>
  );
}

export function Select({
  label,
  value,
  choices,
  choose,
}: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  choose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function YearChoice({
  label,
  year,
  years,
  choose,
}: {
  label: string;
  year: number | null;
  years: readonly number[];
  choose: (year: number | null) => void;
}) {
  const t = useMessages(exploreMessages);
  const all = year === null || years.includes(year) ? years : [...years, year].sort((one, other) => other - one);
  return (
    <Select
      label={label}
      value={year === null ? '' : String(year)}
      choices={[['', t.anyYear], ...all.map((one): [string, string] => [String(one), String(one)])]}
      choose={(chosen) => choose(chosen === '' ? null : Number(chosen))}
    />
  );
}

function Division({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const { division } = state;
  const query = useQuery(ExploredDivisionDocument, division === null ? null : { code: division });
  const name = division === null ? t.wholeCountry : (query.data?.division?.fullName ?? division);
  return (
    <div className="field">
      <DivisionChooser label={t.division} onChoose={(code) => change({ division: code === '000000' ? null : code })} />
      <p className="chosen-division">
        <span>{name}</span>
        {division !== null && (
          <button
            type="button"
            className="plain"
            aria-label={t.remove(name)}
            onClick={() => change({ division: null })}
          >
            ×
          </button>
        )}
      </p>
    </div>
  );
}

/** Taken over when it is left or Enter is pressed: each letter would be a question. */
function Name({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const id = useId();
  const take = (name: string): void => {
    if (name.trim() !== state.name) change({ name: name.trim() });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t.name}</label>
      <input
        id={id}
        key={state.name}
        type="search"
        maxLength={100}
        defaultValue={state.name}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function Types({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const { types } = state;
  return (
    <details className="types">
      <summary>
        {t.types}: {types.length === 0 ? t.allTypes : t.chosenTypes(count(types.length))}
      </summary>
      <div className="checks" role="group" aria-label={t.types}>
        {(Object.keys(agencyTypeLabels) as AgencyType[]).map((type) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={() => change({ types: toggled(types, type) })}
            />
            {labels.agencyType(type)}
          </label>
        ))}
      </div>
    </details>
  );
}
