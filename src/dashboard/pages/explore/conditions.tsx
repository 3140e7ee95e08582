/** Conditions on measures, of each report or of each row. */
import { useId, useState } from 'react';
import { useLabels } from '../../client/labels';
import { measureLabels } from '../../client/labels.generated';
import { useMessages } from '../../language/language';
import { Select, type Controlling } from './controls';
import { MeasurePicker } from './measure-picker';
import { exploreMessages } from './messages';
import { comparisons, mostConditions, type Condition } from './state';

export function Conditions({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const [choosing, setChoosing] = useState(false);
  const { conditions } = state;
  const put = (at: number, next: Condition | null): void => {
    const before = conditions.filter((_, place) => place !== at);
    // In the address those of the reports stand before those of the rows.
    const all = next === null ? before : [...conditions.slice(0, at), next, ...conditions.slice(at + 1)];
    change({ conditions: [...all.filter(({ of }) => of === 'reports'), ...all.filter(({ of }) => of === 'rows')] });
  };
  return (
    <>
      <ul className="conditions">
        {conditions.map((condition, at) => (
          <li key={`${at} ${condition.measure}`}>
            <One condition={condition} put={(next) => put(at, next)} />
          </li>
        ))}
      </ul>
      {conditions.length < mostConditions && (
        <button type="button" onClick={() => setChoosing(true)}>
          {t.addCondition}
        </button>
      )}
      {choosing && (
        <MeasurePicker
          single
          chosen={[]}
          toggle={(measure) => {
            setChoosing(false);
            const value = measureLabels[measure].unit === 'RATIO' ? 0.5 : 1;
            put(conditions.length, { of: 'reports', measure, comparison: 'gte', value });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

function One({ condition, put }: { condition: Condition; put: (next: Condition | null) => void }) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const id = useId();
  const { of, measure, comparison, value } = condition;
  const name = labels.measure(measure);
  const take = (text: string): void => {
    const next = Number(text);
    if (text.trim() !== '' && Number.isFinite(next) && next !== value) put({ ...condition, value: next });
  };
  return (
    <fieldset className="condition">
      <legend>
        {name}
        <button type="button" className="plain" aria-label={t.remove(name)} onClick={() => put(null)}>
          ×
        </button>
      </legend>
      <Select
        label={t.conditionOf}
        value={of}
        choices={[
          ['reports', t.ofReports],
          ['rows', t.ofRows],
        ]}
        choose={(chosen) => put({ ...condition, of: chosen === 'rows' ? 'rows' : 'reports' })}
      />
      <Select
        label={t.comparison}
        value={comparison}
        choices={comparisons.map((one) => [one, t[one]])}
        choose={(chosen) => {
          const next = comparisons.find((one) => one === chosen) ?? 'gte';
          put({ ...condition, comparison: next, value: next === 'isNull' || next === 'stated' ? 0 : value });
        }}
      />
      {comparison !== 'isNull' && comparison !== 'stated' && (
        <div className="field">
          <label htmlFor={id}>{t.value}</label>
          <input
            id={id}
            key={value}
            type="number"
            step="any"
            defaultValue={value}
            onBlur={(event) => take(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget.value);
            }}
          />
        </div>
      )}
      {measureLabels[measure].unit === 'RATIO' && <p className="muted small">{t.ratioHint}</p>}
    </fieldset>
  );
}
