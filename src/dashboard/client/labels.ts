/** Labels of measures, agency types and rules, in the language of the page: all from the template. */
import { useMemo } from 'react';
import { useLanguage } from '../language/language';
import { agencyTypeLabels, measureLabels, ruleLabels, type Label } from './labels.generated';
import type { AgencyType, Measure } from './schema.generated';

const labelByPath = new Map(Object.values(measureLabels).map((label) => [label.path, label]));

export interface Labels {
  measure: (measure: Measure) => string;
  /** Without 总计 and 小计, which go without saying on a page of totals. */
  brief: (measure: Measure) => string;
  /** Of the path that a finding names, such as applications.received.total. */
  cell: (path: string) => string;
  /** Of a figure the row that it stands in, of a subtotal its group: 予以公开. */
  row: (measure: Measure) => string;
  /** Of a figure the column that it stands in: 结果维持. */
  column: (measure: Measure) => string;
  agencyType: (type: AgencyType) => string;
  /** A rule that this page is too old to know has its id. */
  rule: (rule: string) => string;
  of: (label: Label) => string;
}

export function useLabels(): Labels {
  const { language } = useLanguage();
  return useMemo(() => {
    const of = (label: Label): string => (language === 'en' ? capitalised(label.en) : label.zh);
    return {
      measure: (measure) => of(measureLabels[measure]),
      brief: (measure) => of(measureLabels[measure].brief),
      cell: (path) => {
        const label = labelByPath.get(path);
        return label === undefined ? path : of(label);
      },
      row: (measure) => of(measureLabels[measure].row),
      column: (measure) => of(measureLabels[measure].column),
      agencyType: (type) => of(agencyTypeLabels[type]),
      rule: (rule) => {
        const label = ruleLabels[rule];
        return label === undefined ? rule : of(label);
      },
      of,
    };
  }, [language]);
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
