import { cellAt } from '../../template/figures.js';
import { sum } from '../../template/sum.js';
import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';

const received = cellAt('applications.received.total');
const carriedOver = cellAt('applications.carriedOverFromLastYear.total');
const applicationsChapter = received.chapter;

/** 共收到 or 全年收到 and a number, with nothing between but words for an application: 共收到政府信息公开申请8件. */
const counted =
  /(?:共计?|全年|本年度?)收到(?:各类|的|政府|信息|公开|依|申请|共|计|数量|为|[:：\s])*(\d{1,9})\s*(?:件|份|宗|条)/g;

/**
 * The prose of chapter three says 共收到N件, one N throughout, and N is neither what the table has as received nor that
 * and what was carried over. Prose is quoted loosely: a NOTE.
 */
export const proseContradictsTable: Check = {
  id: 'prose-contradicts-table',
  severity: 'NOTE',
  *find(figures, { chapters, edition }) {
    const inTable = received.in(figures);
    if (inTable === null) return;
    const said = new Set(
      chapters
        .filter((chapter) => chapter.number === applicationsChapter)
        .flatMap(({ text }) => [...text.normalize('NFKC').matchAll(counted)].map(([, digits]) => Number(digits))),
    );
    const [inProse] = said;
    if (said.size !== 1 || inProse === undefined) return; // none, or several that may be of other things
    if (inProse === inTable || inProse === sum([inTable, carriedOver.in(figures)])) return;
    yield {
      message: `${cellName(received, edition)}: the table says ${inTable}, the prose of the chapter ${inProse}.`,
      cells: [received.path],
    };
  },
};
