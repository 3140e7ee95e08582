/** Numbers and dates as the language of the page writes them. Null is the business of <Figure>: it is not zero. */
import { useMemo } from 'react';
import type { Language } from './dictionary';
import { useLanguage } from './language';

export interface Numbers {
  /** 12,345 */
  count: (value: number) => string;
  /** At most two decimals; for averages and medians. */
  decimal: (value: number) => string;
  /** 万元 to the last fen, as exact as it is stated. */
  amount: (value: number) => string;
  /** A ratio, 0.1234 as 12.3%. */
  ratio: (value: number) => string;
  /** A change in percent that is already in percent, signed: 12.3 as +12.3%. */
  percent: (value: number) => string;
  /** A difference of ratios in percentage points, signed: 0.0123 as +1.2. */
  points: (value: number) => string;
  /** A difference: +12, −3. */
  signed: (value: number) => string;
  /** An ISO date or moment as the day it is. */
  day: (value: string) => string;
}

const made = new Map<Language, Numbers>();

export function numbersIn(language: Language): Numbers {
  const before = made.get(language);
  if (before !== undefined) return before;
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  const count = format({ maximumFractionDigits: 0 });
  const decimal = format({ maximumFractionDigits: 2 });
  const amount = format({ maximumFractionDigits: 6 });
  const ratio = format({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = format({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const signed = format({ maximumFractionDigits: 6, signDisplay: 'exceptZero' });
  const points = format({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const day = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const numbers: Numbers = {
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value),
    amount: (value) => amount.format(value),
    ratio: (value) => ratio.format(value),
    percent: (value) => percent.format(value / 100),
    points: (value) => points.format(100 * value),
    signed: (value) => signed.format(value),
    day: (value) => day.format(new Date(value)),
  };
  made.set(language, numbers);
  return numbers;
}

export function useNumbers(): Numbers {
  const { language } = useLanguage();
  return useMemo(() => numbersIn(language), [language]);
}
