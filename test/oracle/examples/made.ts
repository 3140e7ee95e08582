/** Made-up reports and registers for the examples, short to write: only what an example is about is stated. */
import { createHash } from 'node:crypto';
import { usualTitle, type Chapter, type Report, type Scope } from '../../../src/report/report.js';
import type { StatisticsQuestion } from '../../../src/store/question.js';
import { fenOf } from '../../../src/template/amount.js';
import { cellAt, isCellPath, noFigures, type CellPath, type Figures } from '../../../src/template/figures.js';
import type { Edition } from '../../../src/template/form.js';
import type { Ask } from '../ask.js';
import type { AgencyLine, CompleteLine, Operation } from '../held.js';

export interface AgencyName {
  division: string;
  name: string;
}
const agency = (division: string, name: string): AgencyName => ({ division, name });

/** 宁夏 (640000) with 吴忠市 (640300), its districts 利通区 (640302) and 红寺堡区 (640303), and 银川市 (640100). */
export const ningxia = {
  government: agency('640000', '宁夏回族自治区人民政府'),
  education: agency('640000', '宁夏回族自治区教育厅'),
};
export const yinchuan = {
  government: agency('640100', '银川市人民政府'),
  education: agency('640100', '银川市教育局'),
};
export const wuzhong = {
  government: agency('640300', '吴忠市人民政府'),
  education: agency('640300', '吴忠市教育局'),
};
export const litong = {
  government: agency('640302', '吴忠市利通区人民政府'),
  education: agency('640302', '吴忠市利通区教育局'),
  police: agency('640302', '吴忠市公安局利通区分局'),
  statistics: agency('640302', '吴忠市利通区统计局'),
  audit: agency('640302', '吴忠市利通区审计局'),
};
export const hongsibao = {
  government: agency('640303', '吴忠市红寺堡区人民政府'),
  education: agency('640303', '吴忠市红寺堡区教育局'),
};
/** A district of a 直辖市, a county directly under its province, and a district abolished in 2021. */
export const huangpu = { education: agency('310101', '上海市黄浦区教育局') };
export const xiantao = {
  government: agency('429004', '仙桃市人民政府'),
  education: agency('429004', '仙桃市教育局'),
};
export const xiacheng = { education: agency('330103', '杭州市下城区教育局') };
export const hangzhou = { education: agency('330100', '杭州市教育局') };
export const pingtan = { zone: agency('350128', '平潭综合实验区管理委员会') };
export const stateCouncil = { office: agency('000000', '国务院办公厅') };

/** Counts as numbers, amounts as text in 万元; a path without its column is its 总计. */
export type Stated = Partial<Record<CellPath, number | string>>;

export function figuresOf(stated: Stated): Figures {
  const figures = noFigures();
  for (const [path, value] of Object.entries(stated)) {
    if (!isCellPath(path)) throw new RangeError(`The form has no ${path}.`);
    cellAt(path).put(figures, typeof value === 'string' ? fenOf(value) : value);
  }
  return figures;
}

export interface More {
  edition?: Edition;
  publishedOn?: string | null;
  title?: string;
  chapters?: Chapter[];
  synthetic?: boolean;
}

function report(scope: Scope, { division, name }: AgencyName, year: number, stated: Stated, more: More): Report {
  return {
    agency: name,
    division,
    year,
    edition: more.edition ?? (year < 2021 ? 'FORM_2019' : 'FORM_2021'),
    scope,
    title: more.title ?? usualTitle(name, year),
    publishedOn: more.publishedOn ?? null,
    figures: figuresOf(stated),
    cells: {},
    chapters: more.chapters ?? [],
    reading: [],
    source: madeUpSource(JSON.stringify([scope, division, name, year, stated, more])),
    synthetic: more.synthetic ?? false,
  };
}

export function madeUpSource(content: string): Report['source'] {
  return {
    name: 'made-up.json',
    mediaType: 'application/json',
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
    url: null,
  };
}

export const own = (of: AgencyName, year: number, stated: Stated = {}, more: More = {}): Report =>
  report('OWN', of, year, stated, more);
export const consolidated = (of: AgencyName, year: number, stated: Stated = {}, more: More = {}): Report =>
  report('CONSOLIDATED', of, year, stated, more);

export function registered(of: AgencyName, line: Partial<AgencyLine> = {}): AgencyLine {
  return { register: 'agency', ...of, ...line };
}
export interface Withdrawal extends AgencyName {
  withdraw: Scope;
  year: number;
}
export const withdrawal = (of: AgencyName, year: number, scope: Scope = 'OWN'): Withdrawal => ({
  ...of,
  withdraw: scope,
  year,
});

const firstMoment = Date.UTC(2026, 0, 1);
/** The moment of receipt of the nth, counted from 0. */
export const moment = (nth: number): Date => new Date(firstMoment + nth * 1000);

/** Received in this order, one a second. */
export function received(...all: (Report | AgencyLine | CompleteLine | Withdrawal)[]): Operation[] {
  return all.map((one, nth): Operation => {
    const at = moment(nth).getTime();
    if ('figures' in one) return { at, kind: 'report', report: one };
    if ('register' in one) return { at, kind: 'register', line: one };
    return { at, kind: 'withdraw', division: one.division, agency: one.name, year: one.year, scope: one.withdraw };
  });
}

export function statistics(question: Partial<StatisticsQuestion> = {}): Ask {
  return { kind: 'statistics', question: { basis: 'SUM_OF_AGENCIES', groupBy: [], ...question } };
}
export const published = (question: Partial<StatisticsQuestion> = {}): Ask =>
  statistics({ basis: 'PUBLISHED_CONSOLIDATED', ...question });

/** Short for what the examples ask most: 本年新收, 总计. */
export const receivedTotal = 'applications.received.total';
export const RECEIVED = 'APPLICATIONS_RECEIVED_TOTAL';
export const applications = (total: number): Stated => ({ [receivedTotal]: total });
