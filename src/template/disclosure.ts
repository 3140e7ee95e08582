/** Chapter 二, 主动公开政府信息情况: what was disclosed unasked, by the items of article 20 (第二十条). */
import { column, columns, group, row } from './form.js';

const form2019 = ['FORM_2019'] as const;

const documentCounts = columns('DocumentCounts', '件数', 'numbers of documents', {
  newlyMade: column({ FORM_2019: '本年新制作数量' }, 'made this year', { column: 'newly_made' }),
  newlyDisclosed: column({ FORM_2019: '本年新公开数量' }, 'newly disclosed this year', { column: 'newly_disclosed' }),
  totalDisclosed: column({ FORM_2019: '对外公开总数量' }, 'disclosed in all', { column: 'total_disclosed' }),
  issued: column({ FORM_2021: '本年制发件数' }, 'issued this year', {
    column: 'issued',
    variants: ['本年发件', '本年制发件', '本年发件数', '本年制发数量'],
  }),
  repealed: column({ FORM_2021: '本年废止件数' }, 'repealed this year', {
    column: 'repealed',
    variants: ['本年废止件', '本年废止数量', '本年废纸件数'],
  }),
  inForce: column({ FORM_2021: '现行有效件数' }, 'in force', {
    column: 'in_force',
    variants: ['现行有效件', '先行有效件数', '现行有效数量'],
  }),
});

const decisions = column(
  { FORM_2019: '处理决定数量', FORM_2021: '本年处理决定数量' },
  'decisions or cases of this year',
  { column: 'decisions', variants: ['本年处理绝对数量', '本年处理决定数', '本年度处理决定数量'] },
);
const itemsLastYear = column({ FORM_2019: '上一年项目数量' }, 'kinds in the year before', {
  counted: '项',
  column: 'items_last_year',
  variants: ['上一年度项目数量'],
});
const change = column({ FORM_2019: '本年增/减' }, 'kinds added or dropped this year, a drop negative', {
  counted: '项',
  signed: true,
  column: 'change',
  variants: ['本年增/', '本年增减', '本年增、减', '本年增(减)'],
});

const decisionCounts = columns('DecisionCounts', '项目和处理决定', 'kinds and decisions', {
  itemsLastYear,
  change,
  decisions,
});

const feeFigures = columns('FeeFigures', '收费', 'kinds of fee, and what was collected', {
  itemsLastYear,
  change,
  amount: column({ FORM_2021: '本年收费金额（单位：万元）' }, 'amount collected this year', {
    unit: 'WAN_YUAN',
    column: 'amount',
    variants: ['本年收费金额', '收费金额'],
  }),
});

const procurementFigures = columns('ProcurementFigures', '采购', 'central procurement', {
  items: column({ FORM_2019: '采购项目数量' }, 'projects', { counted: '个', column: 'items' }),
  amount: column({ FORM_2019: '采购总金额' }, 'amount; the form prints no unit', {
    unit: 'WAN_YUAN',
    column: 'amount',
    variants: ['采购金额'],
  }),
});

export const disclosure = group(
  'DisclosureFigures',
  '主动公开政府信息情况',
  'disclosed unasked',
  {
    regulations: row('规章', 'rules of ministries and governments', documentCounts, { block: '一', law: '20(一)' }),
    normativeDocuments: row(
      { FORM_2019: '规范性文件', FORM_2021: '行政规范性文件' },
      'normative documents',
      documentCounts,
      { block: '一', law: '20(一)' },
    ),
    licensing: row('行政许可', 'licensing', decisionCounts, { block: '五', law: '20(五)' }),
    otherManagementServices: row('其他对外管理服务事项', 'other services to the public', decisionCounts, {
      block: '五',
      law: '20(五)',
      editions: form2019,
      column: 'other_services',
    }),
    penalties: row('行政处罚', 'administrative penalties', decisionCounts, { block: '六', law: '20(六)' }),
    coercion: row('行政强制', 'coercive measures', decisionCounts, { block: '六', law: '20(六)' }),
    fees: row('行政事业性收费', 'administrative fees', feeFigures, { block: '八', law: '20(八)' }),
    procurement: row('政府集中采购', 'central procurement', procurementFigures, {
      block: '九',
      law: '20(九)',
      editions: form2019,
    }),
  },
  { column: '', chapter: 2 },
);

/**
 * What else tells the editions apart: each block of one edition alone, by its heading. Row and column labels of a
 * single edition are markers too and are read off the description above.
 */
export const blockHeading = (item: string): string => `第二十条第（${item}）项`;
export const blocksOfOneEdition = { FORM_2019: ['九'], FORM_2021: [] } as const;
export const headingOfRows = '信息内容';
export const headingOfRowsInEnglish = 'kind of information';
