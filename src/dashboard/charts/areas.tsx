/**
 * The parts of a picture that lead somewhere, by keyboard: one stop of the tab key, arrows from part to part. The part
 * that has the focus is marked in the picture, with its words beside it as under a mouse.
 */
import { useState, type KeyboardEvent } from 'react';
import type { EChartsType } from './echarts';

export interface PictureArea {
  /** Of the part in the picture. */
  name: string;
  /** What it is, and its number. */
  label: string;
}

/** How far a key goes from the part that has the focus. */
const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

export function Areas({
  label,
  areas,
  chart,
  onPick,
}: {
  label: string;
  areas: readonly PictureArea[];
  chart: EChartsType;
  onPick: (name: string) => void;
}) {
  const [at, setAt] = useState(0);
  const mark = (name: string): void => {
    chart.dispatchAction({ type: 'highlight', seriesIndex: 0, name });
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, name });
  };
  const unmark = (name: string): void => {
    // The page may be left by the same key press.
    if (chart.isDisposed()) return;
    chart.dispatchAction({ type: 'downplay', seriesIndex: 0, name });
    chart.dispatchAction({ type: 'hideTip' });
  };
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = steps[event.key]?.(at, areas.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div role="toolbar" className="visually-hidden" aria-label={label} onKeyDown={move}>
      {areas.map((area, nth) => (
        <button
          key={area.name}
          type="button"
          tabIndex={nth === Math.min(at, areas.length - 1) ? 0 : -1}
          onFocus={() => {
            setAt(nth);
            mark(area.name);
          }}
          onBlur={() => unmark(area.name)}
          onClick={() => onPick(area.name)}
        >
          {area.label}
        </button>
      ))}
    </div>
  );
}
