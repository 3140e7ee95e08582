/** The measures that a page shows, as `measures` of its URL has them. */
import { useMemo } from 'react';
import { measureLabels } from '../client/labels.generated';
import type { Measure } from '../client/schema.generated';
import { useUrlParam } from './use-url-state';

const isMeasure = (name: string): name is Measure => name in measureLabels;

/** @param usual what is shown where the URL names none; it stands in no URL */
export function useMeasures(usual: readonly Measure[]): [Measure[], (measures: readonly Measure[]) => void] {
  const [text, setText] = useUrlParam('measures');
  const measures = useMemo(() => {
    const named = [...new Set((text ?? '').split(','))].filter(isMeasure);
    return named.length === 0 ? [...usual] : named;
  }, [text, usual]);
  return [measures, (chosen) => setText(chosen.join(',') === usual.join(',') ? null : chosen.join(','))];
}
