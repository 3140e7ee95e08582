/** A document with none of the form's tables: what it is instead. */
import { BadInput } from '../../report/bad-input.js';
import type { Chapter } from '../../report/report.js';
import { lostCharacters } from './trust.js';

/** Words of the statistics that reports had before 2019 (条例 of 2007). */
const earlierForm = [
  '主动公开政府信息数',
  '收到申请数',
  '申请办结数',
  '按时办结数',
  '当面申请数',
  '同意公开答复数',
  '通过政府公报公开政府信息数',
  '不同意公开答复数',
  '依申请公开信息目录数',
  '行政复议数量',
  '行政诉讼数量',
  '收到政府信息公开申请数',
  '回应解读情况',
];

const reportTitle = /(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:年报|年度报告|报告)/;

/** The reason why a document without the tables of the form is not taken. */
export function withoutTables(text: string, chapters: readonly Chapter[], images = 0): BadInput {
  if (lostCharacters(text) > 5) {
    return new BadInput(
      'DAMAGED_FILE',
      'text: found characters lost in decoding where labels should stand, expected Chinese text.',
    );
  }
  const head = text.slice(0, 3000);
  const years = [...head.matchAll(/(20[01]\d)\s*年(?:度)?[^。]{0,30}?(?:年度报告|年报|信息公开)/g)].map((match) =>
    Number(match[1]),
  );
  const earlier = earlierForm.filter((word) => text.includes(word));
  const isReport = reportTitle.test(head) || chapters.length >= 2;
  if (isReport && (earlier.length >= 2 || (years.length > 0 && Math.max(...years) < 2019))) {
    return new BadInput(
      'OTHER_FORM',
      `tables: found ${earlier.length > 0 ? `「${earlier[0] ?? ''}」` : `a report of ${Math.max(...years)}`} and none of the form's tables, expected the form of 2019 or later.`,
    );
  }
  if (isReport && images > 0) {
    return new BadInput(
      'SCANNED_IMAGE',
      `tables: found ${chapters.length} chapters, ${images} pictures and none of the form's tables, expected tables as text: give the document that the pictures were made from.`,
    );
  }
  if (isReport) {
    return new BadInput(
      'NO_TABLES',
      `tables: found ${chapters.length} chapters and none of the form's tables, expected tables two, three and four.`,
    );
  }
  return new BadInput(
    'NOT_A_REPORT',
    'text: found neither the tables nor the title of an annual report, expected a 政府信息公开工作年度报告.',
  );
}
