/** When a report was published: what the page says, else the date under the title or at the end. */
import { chineseNumber } from '../interpret/chinese-number.js';
import type { Page } from './page.js';
import type { Title } from './titles.js';
import { withDigits } from './year.js';

const date = /(?<!\d)(20\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/u;
const chineseDay = /([一二三四五六七八九十]{1,3})(月|日)/gu;
const day = '(20\\d\\d ?[-./年] ?\\d{1,2} ?[-./月] ?\\d{1,2}(?!\\d) ?日?)';
/** Behind a word that says so, anywhere in the line. */
const labelled = new RegExp(`(?:发布|公开|公布|成文|生成|发文|印发)(?:日期|时间) ?[:] ?${day}`, 'u');
/** Alone in its line: (2022年1月23日). Not the day on which a page was opened, which has its weekday. */
const alone = new RegExp(
  `^[([]? ?(?:(?:日期|时间) ?[:] ?)?${day} ?(?:\\d{1,2}:\\d\\d(?::\\d\\d)?)? ?[)\\]]?(?: |$)(?!.*星期)`,
  'u',
);
const dateAtEnd = /(20\d\d年\d{1,2}月\d{1,2}日)[)\]]?$/u;

/** A line in plain text with dates in Chinese characters written in digits. */
function dated(line: string): string {
  return withDigits(line).replace(chineseDay, (word, number: string, unit: string) => {
    const value = chineseNumber(number);
    return value === null ? word : `${value}${unit}`;
  });
}

/** The date in ISO form; null where there is none, or none that can be. */
export function dateIn(text: string): string | null {
  const [, year, month, day] = date.exec(dated(text.normalize('NFKC'))) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** A report for a year comes after it: an earlier date is another's, or a mistake. */
export function publishedOn({ head, end, surroundings }: Page, [title]: Title[], year: number): string | null {
  const lines = head.map((line) => dated(line.normalize('NFKC').replace(/\s+/gu, ' ').trim()));
  const belowTitle = lines.slice(title?.line ?? 0);
  const stated = [
    surroundings.publishedOn,
    ...lines.map((line) => labelled.exec(line)?.[1]),
    ...belowTitle.map((line) => alone.exec(line)?.[1]),
    ...[...end].reverse().map((line) => dateAtEnd.exec(dated(line))?.[1]),
  ];
  for (const text of stated) {
    const found = text === undefined ? null : dateIn(text);
    if (found !== null && found > `${year}-12-31`) return found;
  }
  return null;
}
