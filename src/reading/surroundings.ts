import type { Surroundings } from './document.js';

/**
 * Words with which government sites and archives of their pages label what stands around a document. They are the
 * site's words, not the form's.
 */
const labels = {
  title: ['标题', '信息名称', '文件名称', '名称'],
  issuers: [
    '发布机构',
    '发布单位',
    '发布机关',
    '发文机关',
    '发文单位',
    '制发机关',
    '制发单位',
    '公开主体',
    '公开机构',
    '公开单位',
    '公开责任部门',
    '责任部门',
    '信息来源',
    '信息提供单位',
    '内容来源',
    '文章来源',
    '来源',
    '编制单位',
  ],
  publishedOn: ['发布时间', '发布日期', '公开日期', '公开时间', '公布日期', '成文日期', '生成日期', '发文日期', '日期'],
  breadcrumbs: [
    '当前位置',
    '您的位置',
    '您当前的位置',
    '您现在的位置',
    '您所在的位置',
    '所在位置',
    '当前所在位置',
    '栏目',
    '所属栏目',
  ],
  url: ['原文链接', '原文地址', '网页地址', '本文链接', '文章链接', '链接', 'URL'],
} as const;
type Label = keyof typeof labels;

const labelOf = new Map<string, Label>();
for (const [label, words] of Object.entries(labels) as [Label, readonly string[]][]) {
  for (const word of words) labelOf.set(word, label);
}

/** Longest first, so that 信息来源 is not read as 来源. */
const anyLabel = [...labelOf.keys()].sort((one, other) => other.length - one.length).join('|');
/** A line that is nothing but a label and its value. */
const labelledLine = new RegExp(`^[\\s【\\[]*(${anyLabel})[】\\]]?\\s*(?:[:：]|(?=[^>]*>))\\s*(.*)$`, 'u');
/** Several on one line: 发布日期：2020-01-31 来源：市政府办公厅 浏览次数：9. */
const labelledWord = new RegExp(
  `(?<![\\p{Script=Han}])(${anyLabel})\\s*[:：]\\s*(?:[|｜]\\s*(?!\\S*[:：]))?([^\\s:：|｜;；]+)`,
  'gu',
);
const date = /(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?/u;
const siteCode = /(?:网站标识码|标识编码|SiteIDCode)\D{0,12}(\d{10})/u;
/** 统一社会信用代码: of bodies that report the first digit is 1, the second their kind. */
const creditCode = /(?<![0-9A-Za-z])1[1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/gu;
const address = /https?:\/\/[^\s"'<>]+/u;

/** A longer line is prose, whatever it begins with. */
const longestLine = 300;

/** Takes from a line of the page, or of the head of a text, what tells whose document it is. */
export function noteLine(surroundings: Surroundings, line: string): void {
  const text = line.trim();
  if (text === '' || text.length > longestLine) return;
  noteCodes(surroundings, text);
  const one = labelledLine.exec(text);
  const label = one?.[1] === undefined ? undefined : labelOf.get(one[1]);
  if (label === 'title' || label === 'breadcrumbs' || label === 'url') note(surroundings, label, one?.[2] ?? '');
  else for (const [, word = '', value = ''] of text.matchAll(labelledWord)) noteWord(surroundings, word, value, text);
}

/** Takes a row of a table of metadata: 索引号 | … | 发布机构 | …. */
export function noteCells(surroundings: Surroundings, cells: readonly string[]): void {
  cells.forEach((cell, at) => {
    noteCodes(surroundings, cell);
    const label = labelOf.get(cell.replace(/[\s:：【】[\]]/gu, ''));
    const value = cells[at + 1]?.trim() ?? '';
    if (label === undefined) noteLine(surroundings, cell);
    else if (label !== 'breadcrumbs') note(surroundings, label, value);
  });
}

/** Site codes and credit codes, wherever they stand. */
export function noteCodes(surroundings: Surroundings, text: string): void {
  const site = siteCode.exec(text)?.[1];
  if (site !== undefined) add(surroundings.siteCodes, site);
  for (const [code] of text.matchAll(creditCode)) add(surroundings.siteCodes, code);
}

/** The parts of 首页 > 政务公开 > 年度报告, without what says only where one is. */
export function breadcrumbsIn(text: string): string[] {
  const parts = text
    .replace(/^.*?位置\s*[:：]?/su, '')
    .split(/\s*(?:-*>+|[»›→＞⟩≫/\\|｜]|\s-\s|--+)\s*/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim());
  return parts.filter((part) => part !== '' && part.length <= 60);
}

function noteWord(surroundings: Surroundings, word: string, value: string, line: string): void {
  const label = labelOf.get(word);
  if (label === 'publishedOn') {
    note(surroundings, label, line.slice(line.indexOf(word) + word.length)); // a date may have spaces: 2025-01-23 15:52
  } else if (label === 'issuers') note(surroundings, label, value);
}

function note(surroundings: Surroundings, label: Label, value: string): void {
  const text = value.trim();
  if (text === '') return;
  if (label === 'title') surroundings.title ??= text;
  else if (label === 'issuers') {
    if (text.length <= 60 && /\p{Script=Han}/u.test(text)) add(surroundings.issuers, text);
  } else if (label === 'publishedOn') {
    const found = date.exec(text);
    if (found !== null && found.index <= 8) surroundings.publishedOn ??= found[0].trim();
  } else if (label === 'url') {
    const found = address.exec(text);
    if (found !== null) surroundings.url ??= found[0];
  } else {
    for (const part of breadcrumbsIn(text)) add(surroundings.breadcrumbs, part);
  }
}

export function add(to: string[], value: string): void {
  if (!to.includes(value)) to.push(value);
}
