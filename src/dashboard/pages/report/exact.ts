/** A number to the last digit that a report can state: money has six decimals. */
import { useCallback } from 'react';
import type { Language } from '../../language/dictionary';
import { useLanguage } from '../../language/language';

const formats: Record<Language, Intl.NumberFormat> = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 6 }),
};

export function useExact(): (value: number) => string {
  const { language } = useLanguage();
  return useCallback((value) => formats[language].format(value), [language]);
}
