/** Every rule that a finding can name: one list for checks, findings, documentation and dashboard. */
import type { Severity } from './finding.js';

/**
 * Who can see it: `reading` while the document is read, `report` one report by itself (a file under checks/),
 * `reports` only several reports together.
 */
export type SeenBy = 'reading' | 'report' | 'reports';

export interface Rule {
  id: RuleId;
  seenBy: SeenBy;
  /** The severities that its findings can have. */
  severities: readonly Severity[];
  english: string;
  chinese: string;
}

const rule = (seenBy: SeenBy, severities: Severity | readonly Severity[], english: string, chinese: string) => ({
  seenBy,
  severities: typeof severities === 'string' ? [severities] : severities,
  english,
  chinese,
});

const described = {
  'applicants-sum-to-total': rule(
    'report',
    'ERROR',
    'In a row of table 三 the six kinds of applicant add up to another number than its 总计.',
    '表三某行六类申请人之和不等于该行总计。',
  ),
  'results-sum-to-total': rule(
    'report',
    'ERROR',
    'In a column of table 三 the results of the year add up to another number than （七）总计.',
    '表三某列各项办理结果之和不等于（七）总计。',
  ),
  'reviews-sum-to-total': rule(
    'report',
    'ERROR',
    'The outcomes of administrative reviews add up to another number than their 总计.',
    '行政复议各项结果之和不等于总计。',
  ),
  'lawsuits-direct-sum-to-total': rule(
    'report',
    'ERROR',
    'The outcomes of lawsuits filed without a review add up to another number than their 总计.',
    '未经复议直接起诉各项结果之和不等于总计。',
  ),
  'lawsuits-after-review-sum-to-total': rule(
    'report',
    'ERROR',
    'The outcomes of lawsuits filed after a review add up to another number than their 总计.',
    '复议后起诉各项结果之和不等于总计。',
  ),
  'applications-balance': rule(
    'report',
    'ERROR',
    'In a column of table 三 the applications received and carried over into the year are not those finished and carried on.',
    '表三某列勾稽关系不成立：新收加上年结转不等于办理结果总计加结转下年度。',
  ),
  'blank-total': rule(
    'report',
    'WARNING',
    'A total is blank although a part of it is stated.',
    '总计为空，但其组成部分有数字。',
  ),
  'year-chain': rule(
    'reports',
    'WARNING',
    'What is carried over from last year is not what last year’s report carried over.',
    '上年结转数与上一年度报告的结转下年度数不一致。',
  ),
  'copied-from-last-year': rule(
    'reports',
    'WARNING',
    'All figures are those of last year’s report.',
    '全部数字与上一年度报告相同。',
  ),
  outlier: rule(
    'reports',
    'NOTE',
    'A figure is more than ten times the largest, or less than a tenth of the smallest, of the years before.',
    '数字超过前几年最大值的十倍，或不足前几年最小值的十分之一。',
  ),
  'copied-chapter': rule(
    'reports',
    'NOTE',
    'A chapter is taken over from last year’s report, all but a few characters.',
    '某一部分文字与上一年度报告基本相同。',
  ),
  'children-sum-to-consolidated': rule(
    'reports',
    'WARNING',
    'A consolidated figure is not the sum of the reports of the agencies that it stands for.',
    '汇总报告的数字不等于所属各机关报告之和。',
  ),
  'edition-matches-year': rule(
    'report',
    'WARNING',
    'The report uses another edition of the form than the one prescribed for its year.',
    '报告所用格式版本与报告年度不符。',
  ),
  'cells-of-the-other-edition': rule(
    'report',
    'WARNING',
    'The report states a row or column that only the other edition of the form has.',
    '报告含有另一版格式的行或列。',
  ),
  'missing-table': rule(
    'reading',
    'WARNING',
    'A table of the form is not in the document.',
    '文件中缺少格式规定的表格。',
  ),
  'no-figures': rule('report', 'WARNING', 'The report states no figure at all.', '报告没有任何数字。'),
  'header-contradicts-form': rule(
    'reading',
    'WARNING',
    'A table’s heading contradicts the form; the rows were read by their labels and places.',
    '表头与格式不符，按行名和位置读取。',
  ),
  'year-conflict': rule(
    'reading',
    'WARNING',
    'The document names different years, or its year stands nowhere in the text.',
    '文件中的年度互相矛盾，或正文未写明年度。',
  ),
  'system-report': rule(
    'reading',
    'WARNING',
    'A department reports for its whole system.',
    '部门报告包含本系统其他单位的数字。',
  ),
  'cell-not-a-plain-number': rule(
    'reading',
    ['ERROR', 'WARNING', 'NOTE'],
    'A cell holds something else than a plain number.',
    '单元格内容不是单纯的数字。',
  ),
  'amount-without-unit': rule('reading', 'WARNING', 'An amount of money states no unit anywhere.', '金额未注明单位。'),
  'incomplete-row': rule(
    'reading',
    'ERROR',
    'The numbers of a row cannot be assigned to its columns with certainty.',
    '某行的数字无法确定对应的列。',
  ),
  'missing-row': rule('reading', 'NOTE', 'A row of the form is not in the document.', '文件中缺少格式规定的行。'),
  'unlabelled-row': rule(
    'reading',
    'WARNING',
    'A row without a label was read by its place between two known rows.',
    '某行没有行名，按其在已知行之间的位置读取。',
  ),
  'unknown-row': rule('reading', 'NOTE', 'The document has a row that the form has not.', '文件中有格式没有的行。'),
  'implausible-change': rule(
    'report',
    'NOTE',
    'A change against last year that can hardly be meant.',
    '本年增/减数不合常理。',
  ),
  'regulations-by-body-without-power': rule(
    'report',
    'NOTE',
    'A body that cannot make rules (规章) counts some.',
    '无规章制定权的机关填报了规章数量。',
  ),
  'prose-contradicts-table': rule(
    'report',
    'NOTE',
    'The prose of chapter three counts other applications than the table.',
    '第三部分文字所述收到申请数与表格不一致。',
  ),
  'converted-text': rule(
    'reading',
    'NOTE',
    'The text was converted between scripts: a second-hand copy.',
    '文字经过繁简转换，系转载件。',
  ),
} as const satisfies Record<string, Omit<Rule, 'id'>>;

export type RuleId = keyof typeof described;

/** In the order in which findings are listed. */
export const rules: readonly Rule[] = (Object.keys(described) as RuleId[]).map((id) => ({ id, ...described[id] }));

const byId = new Map<string, Rule>(rules.map((one) => [one.id, one]));
/** The rule of that name; undefined where there is none. */
export const ruleNamed = (id: string): Rule | undefined => byId.get(id);

const places = new Map<string, number>(rules.map((one, at) => [one.id, at]));
/** The place of a rule in `rules`; one that is not there comes last. */
export const placeOfRule = (id: string): number => places.get(id) ?? rules.length;
