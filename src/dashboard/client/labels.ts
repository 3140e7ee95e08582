/** Labels of measures, agency types and rules, in the language of the page: all from the template. */
import { useMemo } from 'react';
import { useLanguage } from '../language/language';
import { agencyTypeLabels, measureLabels, ruleLabels, type Label } from './labels.generated';
import type { AgencyType, Measure } from './schema.generated';

export interface Labels {
  measure: (measure: Measure) => string;
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
