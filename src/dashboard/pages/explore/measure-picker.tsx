/** A dialog to choose measures from: the tree of the form, searched in both languages. */
import { useDeferredValue, useId, useState } from 'react';
import { countMeasures, findMeasures } from '../../client/find-measures';
import { useLabels } from '../../client/labels';
import type { MeasureChapter, MeasureRow } from '../../client/measure-tree.generated';
import type { Measure } from '../../client/schema.generated';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/notes';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { exploreMessages } from './messages';
import { mostMeasures } from './state';

interface Choosing {
  chosen: readonly Measure[];
  /** One alone: the dialog is over when it is chosen. */
  single: boolean;
  toggle: (measure: Measure) => void;
}

export function MeasurePicker({ onClose, ...choosing }: Choosing & { onClose: () => void }) {
  const t = useMessages(exploreMessages);
  const { count } = useNumbers();
  const id = useId();
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words);
  const chapters = findMeasures({ words: sought });
  const { chosen, single } = choosing;
  const full = !single && chosen.length >= mostMeasures;
  return (
    <Dialog title={single ? t.chooseOne : t.choose} onClose={onClose}>
      <div className="picker">
        <div>
          <label htmlFor={id}>{t.search}</label>
          <input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        {!single && (
          <p className="muted small" role="status">
            {full ? t.full(count(mostMeasures)) : t.chosen(count(chosen.length), count(mostMeasures))}
          </p>
        )}
        {chapters.length === 0 && <EmptyState title={t.noMeasure} />}
        {chapters.map((chapter) => (
          <Chapter
            // Open as far as what is sought, or chosen, is within.
            key={`${chapter.key} ${sought === '' ? 'all' : 'found'}`}
            chapter={chapter}
            open={sought !== '' || holds(chapter, chosen)}
            {...choosing}
            full={full}
          />
        ))}
        {!single && (
          <p className="tools picker-end">
            <button type="button" className="primary" onClick={onClose}>
              {t.done}
            </button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

const holds = ({ rows }: MeasureChapter, chosen: readonly Measure[]): boolean =>
  rows.some(({ cells }) => cells.some(({ measure }) => chosen.includes(measure)));

function Chapter({ chapter, open, ...choosing }: Choosing & { chapter: MeasureChapter; open: boolean; full: boolean }) {
  const labels = useLabels();
  const { count } = useNumbers();
  return (
    <details open={open}>
      <summary>
        {labels.of(chapter)} <span className="muted">({count(countMeasures([chapter]))})</span>
      </summary>
      <ul>
        {chapter.rows.map((row) => (
          <Row key={row.path} row={row} {...choosing} />
        ))}
      </ul>
    </details>
  );
}

function Row({ row, chosen, single, toggle, full }: Choosing & { row: MeasureRow; full: boolean }) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const name = useId();
  const alone = row.cells.length === 1;
  return (
    <li>
      {!alone && (
        <p id={name}>
          {row.groups.length > 0 && (
            <span className="muted small">{row.groups.map((group) => labels.of(group)).join(' › ')} › </span>
          )}
          {labels.of(row)}
        </p>
      )}
      <div className="picks" role="group" aria-labelledby={alone ? undefined : name}>
        {row.cells.map(({ measure, editions, ...label }) => {
          const checked = chosen.includes(measure);
          const [only] = editions;
          return (
            <label key={measure} className="pick">
              <input
                type={single ? 'radio' : 'checkbox'}
                name={single ? 'measure' : undefined}
                checked={checked}
                disabled={full && !checked}
                onChange={() => toggle(measure)}
              />
              {alone ? labels.measure(measure) : labels.of(label)}
              {editions.length === 1 && only !== undefined && <span className="muted small"> {t.onlyIn(t[only])}</span>}
            </label>
          );
        })}
      </div>
    </li>
  );
}
