/** What has a report's words and is none: notices, the empty form, statistics of half a year, single pages of a book. */
import { BadInput } from '../../report/bad-input.js';
import { rows } from '../../template/figures.js';
import { wordings } from '../../template/form.js';
import type { SourceText } from '../document.js';
import { type Page, plain } from './page.js';
import { isReportTitle, segmentsOf, type Title } from './titles.js';

const halfYear = /上半年|下半年|半年|季度|月报|[一二三四]季|1[-至]6月|一图|图解|图读|解读|执法(?:统计)?年报|行政执法/u;
const notice =
  /(?:通知|办法|规定|制度|规范|方案|意见|通报|条例|指南|清单|须知)$|关于(?:做好|开展|进一步|加强|编制|规范)/u;
const blankForm = /(?:格式|模板|样式|样表|范本|参考文本)(?:\(.*\))?$/u;

/** Labels of rows that hardly occur outside the form; of a chapter's four short ones only with the rest. */
const labels = rows.map(({ row }) =>
  wordings(row).map((wording) => plain(wording).replace(/^\(?[一二三四五六七\d][).,]+/u, '')),
);

/** How many rows of the form the text has. */
export function rowsIn(text: string): number {
  return labels.filter((wording) => wording.some((label) => text.includes(label.replace(/\(.*\)$/u, '')))).length;
}

/** Whether any row of the form is followed by a number. */
function hasNumbers({ blocks }: SourceText, { lines }: Page): boolean {
  const inCells = blocks.some(
    (block) =>
      block.kind === 'grid' &&
      block.cells.filter(({ text }) => /^[\s\d０-９.,]+$/u.test(text) && /\d|[０-９]/u.test(text)).length >= 3,
  );
  const filled = labels.flat().filter((label) => label.length >= 5);
  return inCells || lines.some((line) => filled.some((label) => numberFollows(line, label)));
}

/** A number right behind a label, not that of the next label: 予以公开|0, not 属于国家秘密2.其他…. */
function numberFollows(line: string, label: string): boolean {
  const at = line.indexOf(label);
  return at >= 0 && /^\|?\d+(?![\d.,)])/u.test(line.slice(at + label.length));
}

/** @throws BadInput NOT_A_REPORT */
export function refuseOtherDocuments(source: SourceText, page: Page, titles: Title[]): void {
  const printed = [...page.head.slice(0, 8), ...segmentsOf(page.surroundings.title ?? ''), page.fileName].map(plain);
  const form = rowsIn(page.everything);
  const [title] = titles;
  const half = printed.find(
    (text) => text.length <= 60 && halfYear.test(text) && /公开|执法|统计/u.test(text) && !/年度报告/u.test(text),
  );
  if (half !== undefined && (title === undefined || form < 10)) throw refused(`it calls itself 「${half}」`);
  if (halfYear.test(title?.text ?? '') && !/年度/u.test(title?.text ?? ''))
    throw refused(`its title is 「${title?.text ?? ''}」`);
  const empty = [...printed, plain(title?.text ?? '')].find((text) => text.length <= 80 && blankForm.test(text));
  if (empty !== undefined && !hasNumbers(source, page))
    throw refused(`「${empty}」 is the empty form, without a number`);
  const announced = printed.find(
    (text) => text.length <= 80 && /公开/u.test(text) && notice.test(text) && !isReportTitle(text),
  );
  if (announced !== undefined && title === undefined && form < 10)
    throw refused(`「${announced}」 is a notice, without the form's tables`);
  const letter = title !== undefined && /(?:通知|通报)$/u.test(plain(title.text));
  if (letter && form < 10) throw refused(`「${title.text}」 is a notice, without the form's tables`);
  if (title === undefined && form < rows.length / 2) {
    throw refused(`it has no title of one, and ${form} of the form's ${rows.length} rows`);
  }
}

const refused = (why: string): BadInput =>
  new BadInput(
    'NOT_A_REPORT',
    `This is no 政府信息公开工作年度报告: ${why}. Expected a title such as 「某局2023年政府信息公开工作年度报告」 and the form's tables.`,
  );
