/** The titles that a document can go by: its own, the page's, the file's. */
import { agencyName, hasFunction } from '../../report/recognise-agency.js';
import { type Page, plain } from './page.js';
import { withDigits, yearOfTitle, type YearIn } from './year.js';

export interface Title extends YearIn {
  /** As printed, without white space between Chinese characters. */
  text: string;
  /** The part that names the agency, plain; '' where there is none. */
  agency: string;
  from: 'document' | 'page' | 'file';
  /** Of the document's own title: the line of the head in which it ends. */
  line?: number;
}

const end = '(?:》|"|\\([^()]{1,40}\\))*$';
const isReport = new RegExp(
  `(?:(?:公开|政府信息|政务信息)[^。;]{0,16}?(?:年度?报告?|工报告|工作报告|年报|报告)|工作年度报告|公开[^。;]{0,30}报告》?的?(?:函|通知|公告|公示|报告))${end}`,
  'u',
);
const label = /^(?:(?:标题|信息名称|文件名称|名称|主题):|附件\d*:?)/u;
const otherLabel = /^[^:(]{2,6}:/u;
/** What of a title is not the agency's name. */
const subject =
  /(?:政府信息(?:和|与|及)?政务|政务信息|政府政务|政府信息|政务|信息)(?:主动)?公开|(?:政府信息|信息|政务)?(?:公开)?工作年度报告/u;
const wrapping = /^[《"'“(]+|[》"'”]+$/gu;

/** Whether a line in plain text is a report's title. */
export const isReportTitle = (text: string): boolean =>
  text.length <= 120 && !/[。;]|根据|[>]|当前位置|首页/u.test(text) && isReport.test(text);

/** The title in plain text taken apart. */
export function titleOf(printed: string, from: Title['from']): Title {
  const text = plain(printed).replace(label, '');
  return { text: printedTitle(printed), agency: agencyIn(text), from, ...yearOfTitle(text) };
}

function printedTitle(text: string): string {
  return text
    .replace(/^\s*(?:(?:标题|信息名称|文件名称|名称|主题)\s*[:：]|附件\s*\d*\s*[:：]?)\s*/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}\d（(])\s(?=[\p{Script=Han}\d）)（(])/gu, '')
    .trim();
}

const years = /(?<!\d)\d{4,6}年?度?(?:\(\d\))?|本年度|上一?年度?/gu;
const selves = /^(?:本机关|本单位|我单位|本局|我[局委镇乡县区市厅办院])$/u;

function agencyIn(title: string): string {
  const text = withDigits(title).replace(wrapping, '');
  const found = subject.exec(text);
  const at = found?.index ?? -1;
  if (at < 0) return '';
  // 某市人民政府信息公开年度报告: the 政府 is the agency's.
  const front = text.slice(0, /人民$/u.test(text.slice(0, at)) && text.startsWith('政府', at) ? at + 2 : at);
  const name = cleaned(front);
  if (name !== '') return name;
  const behind = /[(—–-]+([^()—–-]{4,30})\)?$/u.exec(text.slice(at))?.[1] ?? '';
  return hasFunction(cleaned(behind)) ? cleaned(behind) : '';
}

function cleaned(front: string): string {
  const about = front.replace(/^关于(?:报送|上报|印发|公布|发布|公开|做好)?/u, '').replace(/关于.*$/u, '');
  const name = about
    .replace(/\d{4}年\d{1,2}月(?:\d{1,2}日)?/gu, '')
    .replace(years, '')
    .replace(/[《》"'“”【】[\]]/gu, '')
    .replace(/^\(?(?:图[文解]|文字|文本|全文|解读)[^()]{0,4}\)/u, '')
    .replace(/^(?:\d+[-_.,)])+|^[-—–_.,:()]+|[-—–_.,:(]+$|^的|的$/gu, '')
    .replace(/\(.*\)$/u, '')
    .replace(/(?:报送|上报|发布|公布|编制)$/u, '');
  return selves.test(name) ? '' : name;
}

/** A line that can be the agency's alone, or the year's, above or below the rest of a title. */
function isPartOfTitle(line: string): boolean {
  const text = plain(line).replace(wrapping, '');
  if (text.length < 2 || text.length > 40 || /[。,:;>]/u.test(text) || isReportTitle(text)) return false;
  if (/^\(?(?:20\d\d|二[〇零○]..)年?度?\)?$/u.test(text)) return true;
  if (/\d{4}年\d{1,2}月|第.{1,4}号|^\d+$/u.test(text)) return false;
  const bare = cleaned(
    withDigits(text).replace(/政府$|(?:政府)?信息$/u, (word) =>
      word === '政府' && /人民政府$/u.test(text) ? word : '',
    ),
  );
  if (bare === '') return /\d{4}年/u.test(text);
  const { kind, rest } = agencyName(bare, null);
  return kind !== 'BARE' || hasFunction(rest);
}

const linesOfTitle = 4;

/** Titles in the head of the document, the fullest first; of those as full that of the page, else the last. */
function titlesInHead({ head, surroundings }: Page): Title[] {
  const found: Title[] = [];
  for (let last = 0; last < head.length; last++) {
    for (let first = last; first >= Math.max(0, last - linesOfTitle + 1); first--) {
      const lines = head.slice(first, last + 1);
      const joined = plain(lines.join('')).replace(label, '');
      if (lines.length > 1 && lines.some((line) => plain(line).length > 60)) break;
      if (otherLabel.test(joined) || !isReportTitle(joined)) continue;
      found.push({ ...completed(head, first, last), line: last });
      break;
    }
  }
  const ofPage = plain(surroundings.title ?? '');
  const score = ({ agency, year, odd, text }: Title) =>
    (agency === '' ? 0 : 4) + (year === null && odd === null ? 0 : 2) + (ofPage.includes(plain(text)) ? 1 : 0);
  return found.reverse().sort((a, b) => score(b) - score(a));
}

/** A title whose agency or year stands on a line of its own above or below it. */
function completed(head: string[], first: number, last: number): Title {
  let lines = head.slice(first, last + 1);
  let title = titleOf(lines.join(' '), 'document');
  const lacks = () => title.agency === '' || (title.year === null && title.odd === null);
  for (let above = first - 1; above >= Math.max(0, first - 2) && lacks(); above--) {
    const line = head[above] ?? '';
    if (!isPartOfTitle(line)) break;
    lines = [line, ...lines];
    title = titleOf(lines.join(' '), 'document');
  }
  for (let below = last + 1; below <= last + 2 && lacks(); below++) {
    const line = head[below] ?? '';
    if (!isPartOfTitle(line)) break;
    const bare = plain(line).replace(/^[(—-]+|\)$/gu, '');
    const year = yearOfTitle(bare);
    if (title.agency === '' && cleaned(bare) !== '') title = { ...title, agency: cleaned(bare) };
    if (title.year === null && title.odd === null) title = { ...title, ...year };
  }
  return title;
}

/** Parts of a page's title or a file's name between the marks that sites put there. */
export function segmentsOf(text: string): string[] {
  return text
    .split(/\s*(?:[_|｜丨]|[—–-]{1,2}|\s>\s)\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Titles by how much they are worth: the document's own, the page's, the file's. */
export function titlesOf(page: Page): Title[] {
  const { title: pageTitle } = page.surroundings;
  const ofPage = pageTitle === undefined ? [] : [pageTitle, ...segmentsOf(pageTitle)];
  const ofFile = [page.fileName, ...segmentsOf(page.fileName)];
  const named = (texts: string[], from: Title['from']) =>
    texts
      .filter((text) => isReportTitle(plain(text).replace(label, '')))
      .slice(-1)
      .map((text) => titleOf(text, from));
  return [...titlesInHead(page), ...named(ofPage, 'page'), ...named(ofFile, 'file')];
}
