/** Which measure the map shows: `map` of the URL. */
import { useId } from 'react';
import type { Measure } from '../client/schema.generated';
import { useLabels } from '../client/labels';
import { useMessages } from '../language/language';
import { divisionMessages } from './messages';

export function MapMeasure({
  measures,
  measure,
  choose,
}: {
  measures: readonly Measure[];
  measure: Measure;
  choose: (measure: Measure) => void;
}) {
  const t = useMessages(divisionMessages);
  const labels = useLabels();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.mapMeasure}</label>
      <select
        id={id}
        value={measure}
        onChange={(event) => choose(measures.find((one) => one === event.target.value) ?? measure)}
      >
        {measures.map((one) => (
          <option key={one} value={one}>
            {labels.brief(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
