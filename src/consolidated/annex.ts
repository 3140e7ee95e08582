/** What whoever prepares the report has to know, to be deleted before it is published. */
import type { Finding } from '../report/finding.js';
import { ruleNamed } from '../report/rules.js';
import { cellAt, isCellPath, rowAt } from '../template/figures.js';
import { notices } from '../template/form.js';
import { measures, plainLabel } from '../template/measures.js';
import { cell, words, type Block, type Table, type TableCell } from './blocks.js';
import type { Consolidation, Listed, ListedAgency } from './consolidation.js';

export const annexTitle = '附件：编制说明（发布前删除）';

const severities: Record<Finding['severity'], string> = { ERROR: '错误', WARNING: '警告', NOTE: '提示' };

export function annex(made: Consolidation): Block[] {
  return [
    { kind: 'title', lines: [annexTitle] },
    { kind: 'warning', text: '本附件供编制人员核对，不是年度报告的组成部分，发布前请连同本页一并删除。' },
    ...(made.report.synthetic
      ? [{ kind: 'warning', text: '所用报告中含有模拟数据：本报告不得发布，其数字不反映任何机关的实际情况。' } as const]
      : []),
    { kind: 'heading', text: '（一）数字来源' },
    ...sources(made),
    { kind: 'heading', text: '（二）机关和报告' },
    ...coverage(made),
    { kind: 'heading', text: '（三）核对发现的问题' },
    ...findings(made),
    { kind: 'heading', text: '（四）与已公开的汇总报告核对' },
    ...reconciliation(made),
  ];
}

const text = (of: string): Block => ({ kind: 'text', text: of });

function sources({ division, report, edition, dataVersion, undivided }: Consolidation): Block[] {
  return [
    text(
      `本报告各项数字为${division.fullName}（${division.code}）及下级各行政机关${report.year}年度本机关报告之和，按原表数字相加，未作改动；格式依${notices[edition]}。数据版本：${dataVersion}。`,
    ),
    text('空白不等于零：没有机关填报的单元格留空；部分机关留空的单元格，为其余机关填报数之和。请逐格核实后再发布。'),
    ...(undivided === null
      ? []
      : [
          {
            kind: 'warning',
            text: `有机关未将“其他处理”分项填报，共${undivided}件未能列入表中任何一行，请向有关机关核实后补入。`,
          } as const,
        ]),
  ];
}

function coverage({ coverage: of, counted, missing, otherEdition }: Consolidation): Block[] {
  const { expected, reported, missing: notHeld } = of;
  return [
    text(
      `应报${expected}份，已收录${reported}份，其中计入${of.counted}份、未计入${reported - of.counted}份；未收录${notHeld}份。未收录是指本数据库中没有，并不说明该机关没有公开。`,
    ),
    listOf(
      ['序号', '所在区划', '机关', '情况', '公开日期', '版本'],
      [0.6, 1.6, 4, 2.4, 1.4, 0.7],
      [
        ...rowsOf(missing, '未收录'),
        ...rowsOf(otherEdition, '未计入：格式版本与本年度不符'),
        ...rowsOf(counted, '计入'),
      ],
    ),
    ...rest(missing, '未收录的机关'),
    ...rest(otherEdition, '未计入的报告'),
    ...rest(counted, '计入的报告'),
  ];
}

const rowsOf = ({ first }: Listed<ListedAgency>, state: string): TableCell[][] =>
  first.map(({ division, name, publishedOn, revision }) => [
    cell(division),
    words(name),
    cell(state),
    cell(publishedOn ?? ''),
    cell(revision === null ? '' : String(revision)),
  ]);

function findings({ ownFindings, findings: ofReports }: Consolidation): Block[] {
  const found = (who: string, { rule, severity, cells, expected, actual }: Finding): TableCell[] => [
    words(who),
    cell(severities[severity]),
    words(ruleNamed(rule)?.chinese ?? rule),
    words(cells.map(cellLabel).join('；')),
    cell(numberText(expected)),
    cell(numberText(actual)),
  ];
  const rows = [
    ...ownFindings.map((finding) => found('本报告', finding)),
    ...ofReports.first.map((finding) => found(finding.agency, finding)),
  ];
  if (rows.length === 0) return [text('本报告及所用各份报告均未发现错误或警告。')];
  return [
    text(
      `以下为本报告自身和所用报告中的问题；数字均未更正，各机关报告中的错误会进入合计。本报告自身${ownFindings.length}条，所用报告${ofReports.all}条。`,
    ),
    listOf(['序号', '报告', '程度', '问题', '单元格', '应为', '表中'], [0.6, 2.2, 0.7, 2.6, 2.8, 0.9, 0.9], rows),
    ...rest(ofReports, '所用报告中的问题'),
  ];
}

function reconciliation({ published, division, report: { year } }: Consolidation): Block[] {
  if (published === null) return [text(`数据库中没有${division.name}${year}年度已公开的汇总报告，无从核对。`)];
  const { agency, title, differences } = published;
  const of = `《${title}》（${agency}）`;
  if (differences.length === 0) return [text(`与${of}中双方均有数字的单元格全部一致。`)];
  return [
    text(`${of}与本报告有${differences.length}个单元格不一致（只列双方均有数字的；差额为公开数减本报告数）：`),
    listOf(
      ['序号', '单元格', '公开数', '本报告数', '差额'],
      [0.6, 5, 1.6, 1.6, 1.6],
      differences.map(({ label, published: one, here, difference }) => [
        words(label),
        ...[one, here, difference].map((value) => cell(numberText(value))),
      ]),
    ),
  ];
}

/** A list with numbers before its rows. */
function listOf(heads: readonly string[], widths: readonly number[], rows: readonly TableCell[][]): Table {
  return {
    kind: 'table',
    widths,
    heads: 1,
    rows: [heads.map((head) => cell(head)), ...rows.map((row, at) => [cell(String(at + 1)), ...row])],
  };
}

function rest({ first, all }: Listed<unknown>, what: string): Block[] {
  return all > first.length ? [text(`${what}共${all}条，此处列出前${first.length}条。`)] : [];
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** A cell in Chinese, as its measure is called; of a row that is no cell, the row. */
function cellLabel(path: string): string {
  const measure = measures.find((one) => one.kind === 'leaf' && one.leaf.path === path);
  if (measure !== undefined) return measure.labelZh;
  if (!isCellPath(path)) return plainLabel(rowAt(path).row.label);
  const { row, column } = cellAt(path);
  return `${plainLabel(row.label)}·${plainLabel(column.label)}`;
}
