/** Which of the measures is drawn over the years: `drawn` of the URL, else the first. */
import { useId } from 'react';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { useMessages } from '../../language/language';
import { useUrlParam } from '../../url/use-url-state';
import { agencyMessages } from './messages';

export function useDrawn(measures: readonly Measure[]): [Measure, (name: string) => void] {
  const [asked, setAsked] = useUrlParam('drawn');
  const drawn = measures.find((measure) => measure === asked) ?? measures[0] ?? 'APPLICATIONS_RECEIVED_TOTAL';
  return [drawn, (name) => setAsked(name, true)];
}

export function DrawnMeasure({ measures }: { measures: readonly Measure[] }) {
  const t = useMessages(agencyMessages);
  const labels = useLabels();
  const id = useId();
  const [drawn, choose] = useDrawn(measures);
  return (
    <div className="field">
      <label htmlFor={id}>{t.measureShown}</label>
      <select id={id} value={drawn} onChange={(event) => choose(event.target.value)}>
        {measures.map((measure) => (
          <option key={measure} value={measure}>
            {labels.brief(measure)}
          </option>
        ))}
      </select>
    </div>
  );
}
