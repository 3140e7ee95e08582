/** What can be chosen of how a table is written. */
import type { Column } from './column.js';

/** What stands at the top of a column: its name in the query, or its label in one of the languages. */
export const labelChoices = ['name', 'zh', 'en'] as const;
export type Labels = (typeof labelChoices)[number];

export interface FormatOptions {
  labels: Labels;
  /** CSV: begins with a byte order mark, by which Excel tells UTF-8. */
  bom: boolean;
  /** CSV: begins with lines that tell citation and licence, each after a #. */
  note: boolean;
}

export const usualOptions: FormatOptions = { labels: 'name', bom: false, note: false };

const tops: Record<Labels, (column: Column) => string> = {
  name: ({ name }) => name,
  zh: ({ labelZh }) => labelZh,
  en: ({ labelEn }) => labelEn,
};

export const headerOf = (columns: readonly Column[], labels: Labels): string[] => columns.map(tops[labels]);
