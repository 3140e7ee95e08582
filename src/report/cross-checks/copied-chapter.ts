import { lastYearOf, type CrossCheck } from '../cross-check.js';
import { sharedText } from '../shared-text.js';

/** Shorter chapters say little that could be told otherwise, such as 无其他需要报告的事项. */
const leastCharacters = 100;
/** So that other years and numbers in the same sentences make no new chapter. */
const leastShare = 0.95;

/** A chapter of 100 characters or more of which 95 % stand in the same chapter of last year's report. */
export const copiedChapter: CrossCheck = {
  id: 'copied-chapter',
  severity: 'NOTE',
  *find(report, earlier) {
    const lastYear = lastYearOf(report, earlier);
    if (lastYear === undefined) return;
    for (const { number, title, text } of report.chapters) {
      const before = lastYear.chapters.find((chapter) => chapter.number === number);
      if (before === undefined) continue;
      const { shared, characters } = sharedText(text, before.text);
      if (characters < leastCharacters || shared < leastShare * characters) continue;
      yield {
        message:
          `Chapter ${number} 「${title}」: ${shared} of its ${characters} characters stand in that of the report for ` +
          `${lastYear.year} too.`,
        cells: [],
      };
    }
  },
};
