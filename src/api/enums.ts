/** The contract's enums, in its order, with a description of every value. */
import { registerEnumType } from 'type-graphql';
import { agencyTypes } from '../report/agency-type.js';
import type { DivisionLevel as DivisionLevelName } from '../report/division.js';
import type { QuarantineReason } from '../report/bad-input.js';
import type { Severity } from '../report/finding.js';
import type { CellStatus as CellStatusName, Scope } from '../report/report.js';
import type { ChangeKind as ChangeKindName } from '../store/changes.js';
import type {
  Basis,
  Direction as DirectionName,
  GroupKey as GroupKeyName,
  LeftOutReason as LeftOutReasonName,
  Nulls as NullsName,
  Quality as QualityName,
  SummaryField as SummaryFieldName,
} from '../store/question.js';
import type {
  AgencyPeers as AgencyPeersName,
  DivisionPeers as DivisionPeersName,
} from '../store/statistics/comparison.js';
import type { TimelinessStatus as TimelinessStatusName } from '../store/statistics/timeliness.js';
import { notices, type Edition as EditionName } from '../template/form.js';
import { measures, type Unit as UnitName } from '../template/measures.js';

/** The values are in the order of their descriptions. */
function enumOf<Name extends string>(
  name: string,
  description: string,
  values: Record<Name, string>,
): Record<Name, Name> {
  const names = Object.keys(values) as Name[];
  const type = Object.fromEntries(names.map((value) => [value, value])) as Record<Name, Name>;
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: values[value] }]),
  ) as unknown as Record<Name, { description: string }>;
  registerEnumType(type, { name, description, valuesConfig });
  return type;
}

export const Measure = enumOf(
  'Measure',
  'What can be measured: every leaf of Figures in its order, its path in capitals, then every rate. 指标。',
  Object.fromEntries(measures.map((measure) => [measure.name, measure.definition])),
);

export const TermSide = enumOf('TermSide', 'Where a term stands in a formula. 公式中的位置。', {
  FIGURE: 'It is added up to the figure: 合计项.',
  NUMERATOR: 'Of a rate, above the line: 分子.',
  DENOMINATOR: 'Of a rate, below the line: 分母.',
});

export const Unit = enumOf<UnitName>('Unit', 'The unit of a measure. 计量单位。', {
  COUNT: 'A number of documents, items or cases: 件、项、个.',
  WAN_YUAN: '10,000 yuan: 万元.',
  RATIO: 'A share between numerator and denominator: 比率.',
});

export const Edition = enumOf<EditionName>(
  'Edition',
  'The edition of the form, told from its tables, never from the year. 年度报告格式版本。',
  {
    FORM_2019: `The form of 2019, for report years 2019 and 2020: ${notices.FORM_2019}.`,
    FORM_2021: `The form of 2021, for report years from 2021 on: ${notices.FORM_2021}.`,
  },
);

export const ReportScope = enumOf<Scope>(
  'ReportScope',
  'Whose figures a report states. OWN and CONSOLIDATED ones are never added together. 报告口径。',
  {
    OWN: "The agency's own figures: 本机关.",
    CONSOLIDATED: "A government's totals for all its agencies and divisions: 全省、全市、全区、全县汇总.",
  },
);

export const StatisticsBasis = enumOf<Basis>(
  'StatisticsBasis',
  'Which reports are added, so that nothing is counted twice. 统计基础。',
  {
    SUM_OF_AGENCIES: "Adds the agencies' OWN reports: 各机关本级报告之和.",
    PUBLISHED_CONSOLIDATED:
      "Takes, for a division and year, its government's CONSOLIDATED report where there is one, else the sum of the same over its children: 公开发布的汇总报告.",
  },
);

export const Quality = enumOf<QualityName>(
  'Quality',
  'Which figures are added up: as the reports state them, of reports without an error alone, or with their totals repaired. 数据质量。',
  {
    AS_REPORTED: 'As the reports state them, wrong totals included: 按原表数字.',
    STRICT:
      'Without the reports that have a finding of severity ERROR, as if where had valid: true in addition; coverage lists them as INVALID: 剔除有错误的报告.',
    REPAIRED:
      'A total that is blank or wrong is what its parts add up to, where these are all there; conditions on measures go by the repaired figures too: 按分项补正总计.',
  },
);

export const DivisionLevel = enumOf<DivisionLevelName>(
  'DivisionLevel',
  'The level of an administrative division. 行政区划层级。',
  {
    COUNTRY: 'The country: 全国.',
    PROVINCE: 'Province, autonomous region or municipality under the central government: 省、自治区、直辖市.',
    PREFECTURE: 'Prefecture level: 地级市、地区、自治州、盟.',
    DISTRICT: 'County level: 县、市辖区、县级市.',
  },
);

const inWords = (name: string): string =>
  (name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ')).replace(
    'Government offices',
    'Government-office',
  );

export const AgencyType = enumOf(
  'AgencyType',
  'The function of an agency, told from its name. GOVERNMENT is of county level and above. Towns and zones have no code of their own: the division of a town is its district, that of a zone the division whose name it bears. 机关类型。',
  Object.fromEntries(Object.entries(agencyTypes).map(([name, words]) => [name, `${inWords(name)}: ${words}.`])),
);

export const CellStatus = enumOf<CellStatusName>('CellStatus', 'How a cell stands in its document. 单元格状态。', {
  NUMBER: 'A plain number: 数字.',
  BLANK: 'Left empty: 空白.',
  NOT_APPLICABLE: 'A slash, a dash and the like, 「/」「-」「—」: 不适用.',
  TEXT: 'Words, with or without a number: 文字.',
  ABSENT: 'The document has no such row or column: 文件中无此行或列.',
});

export const LeftOutReason = enumOf<LeftOutReasonName>(
  'LeftOutReason',
  'Why a report that is held was not counted. 未计入的原因。',
  {
    EDITION: 'It is of another edition than asked: 格式版本不符.',
    INVALID: 'It does not fulfil the condition valid: 有效性不符.',
    CONDITION: 'A condition on measures, or the whole of where, does not hold for it: 不符合条件.',
    CONTAINED: 'A consolidated report within a larger one that counts: 已包含在上级汇总报告中.',
  },
);

export const GroupKey = enumOf<GroupKeyName>(
  'GroupKey',
  'What rows are grouped by: at most three, of which at most one division level. 分组依据。',
  {
    YEAR: 'Report year: 年度.',
    PROVINCE: 'Province; fills key.division: 省级.',
    PREFECTURE: 'Prefecture; fills key.division: 地级.',
    DISTRICT: 'District; fills key.division: 县级.',
    AGENCY: 'Agency: 机关.',
    AGENCY_TYPE: 'Function of the agency: 机关类型.',
    EDITION: 'Edition of the form: 格式版本.',
  },
);

export const SummaryField = enumOf<SummaryFieldName>(
  'SummaryField',
  "Which of the measure's values orders the rows. 排序所用的值。",
  {
    VALUE: 'The sum, of a rate the rate: 合计或比率.',
    AVERAGE: 'The average of the reports: 平均数.',
    MEDIAN: 'The median of the reports: 中位数.',
    SHARE: 'The share of all groups: 占比.',
    CHANGE: 'The absolute change against the year before: 增减量.',
    PERCENT: 'The change in percent: 增减百分比.',
  },
);

export const Direction = enumOf<DirectionName>('Direction', 'Ascending or descending. 升序或降序。', {
  ASC: 'Smallest first: 升序.',
  DESC: 'Largest first: 降序.',
});
export const Nulls = enumOf<NullsName>('Nulls', 'Where rows without a value stand. 空值的位置。', {
  FIRST: 'Before all others: 在前.',
  LAST: 'After all others: 在后.',
});

export const ReportOrderKey = enumOf('ReportOrderKey', 'What reports are ordered by. 报告排序依据。', {
  YEAR: 'Report year: 年度.',
  DIVISION: 'Division code: 行政区划代码.',
  AGENCY_NAME: 'Name of the agency, by code points: 机关名称.',
  PUBLISHED_ON: 'Day of publication: 发布日期.',
});
export const AgencyOrderKey = enumOf('AgencyOrderKey', 'What agencies are ordered by. 机关排序依据。', {
  DIVISION: 'Division code: 行政区划代码.',
  NAME: 'Name, by code points: 名称.',
  TYPE: 'Function, in the order of AgencyType: 机关类型.',
});

export const SeverityEnum = enumOf<Severity>('Severity', 'How much a finding weighs. 问题的严重程度。', {
  ERROR: 'The report contradicts itself or could not be read there; it is not valid: 错误.',
  WARNING: 'Probably wrong, or to be known by whoever uses the figures: 警告.',
  NOTE: 'Worth knowing: 提示.',
});

export const QuarantineReasonEnum = enumOf<QuarantineReason>(
  'QuarantineReason',
  'Why a document could not be taken as a report. 未能收录的原因。',
  {
    NOT_A_REPORT: 'It is no annual report on disclosure: 不是政府信息公开年度报告.',
    OTHER_FORM: 'It has a form from before 2019: 2019 年以前的格式.',
    SEVERAL_REPORTS: 'It holds several reports that cannot be told apart: 含多份无法分开的报告.',
    UNSUPPORTED_FORMAT: 'A format of file that is not read: 不支持的文件格式.',
    DAMAGED_FILE: 'The file is broken: 文件损坏.',
    UNTRUSTED_COPY: 'A scrambled or advertising copy from elsewhere: 不可信的转载.',
    TOO_LARGE: 'It is larger than is read: 文件过大.',
    ENCRYPTED: 'It cannot be opened without a password: 文件已加密.',
    NO_TABLES: 'It has none of the tables of the form: 没有格式规定的表格.',
    AMBIGUOUS_EDITION: 'Its edition cannot be told: 无法判断格式版本.',
    UNKNOWN_AGENCY: 'Its agency cannot be told: 无法判断公开机关.',
    UNKNOWN_YEAR: 'Its year cannot be told: 无法判断年度.',
    SCANNED_IMAGE: 'Pictures of pages, without text: 扫描图像，没有文字.',
    INVALID_JSON: 'JSON that is no report: 不是有效的 JSON 报告.',
  },
);

export const TimelinessStatus = enumOf<TimelinessStatusName>(
  'TimelinessStatus',
  'Whether a report was published by its due date. 公开是否及时。',
  {
    IN_TIME: 'On the due date or before: 按时公开.',
    LATE: 'After the due date: 逾期公开.',
    WITHOUT_DATE: 'Held, but the day of publication is not known, or there is no due date: 无法判断.',
    NOT_HELD: 'Expected, but not held here, which does not say that it was not published: 未收到.',
  },
);

const similarVolume = 'applications received in the year are from half to twice as many as those of the one compared';

export const AgencyPeers = enumOf<AgencyPeersName>(
  'AgencyPeers',
  'Whom an agency is compared with: those of whom all that is asked for holds. 机关的可比对象。',
  {
    SAME_TYPE: 'Agencies of the same type: 同类机关.',
    SAME_LEVEL: 'Agencies whose division is of the same level: 同级机关.',
    SAME_PARENT:
      'Agencies under the same agency above, where one is registered; else those of the same division of which none is registered: 同一上级.',
    SIMILAR_VOLUME: `Agencies whose ${similarVolume} (of 0: 0): 申请量相近.`,
  },
);

export const DivisionPeers = enumOf<DivisionPeersName>(
  'DivisionPeers',
  'Whom a division is compared with: those of its level of whom all that is asked for holds. 区划的可比对象。',
  {
    SAME_LEVEL: 'All divisions of the same level: 同级区划.',
    SAME_PARENT: 'Those of them directly below the same division: 同一上级区划.',
    SIMILAR_VOLUME: `Those of them whose ${similarVolume} (of 0: 0): 申请量相近.`,
  },
);

export const ChangeKind = enumOf<ChangeKindName>('ChangeKind', 'What has become of a report. 报告变动类型。', {
  ADDED: 'It counts now, and did not: 新增.',
  REVISED: 'Another document of it counts: 更正.',
  WITHDRAWN: 'It counted, and was withdrawn: 撤回.',
  MOVED:
    'The same document counts under another division or type of agency, as the register says of its agency: 机关调整.',
  REFILED:
    'The register has made its agency part of another. The report that counts no more under the one agency is such a change, and so is the one that counts under the other in its place, which is REVISED instead where the other had a report of the year too: 随机关合并转入.',
});
