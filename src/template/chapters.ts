/** The six chapters of the report by their headings: the form's own, the words of article 50, and others met. */
import { disclosure } from './disclosure.js';
import { applications } from './applications.js';
import { disputesHeading } from './disputes.js';
import { labelIn, type Edition } from './form.js';

export interface ChapterHeading {
  /** 1 to 6. */
  readonly number: number;
  readonly heading: string;
  readonly variants: readonly string[];
  /** What the notice of an edition asks the prose of the chapter to be about. */
  readonly topics?: Partial<Record<Edition, readonly string[]>>;
}

export const chapterHeadings: readonly ChapterHeading[] = [
  {
    number: 1,
    heading: '总体情况',
    variants: ['工作总体情况', '工作基本情况', '基本情况', '概述', '总体工作情况'],
    topics: { FORM_2021: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] },
  },
  {
    number: 2,
    heading: labelIn(disclosure.label, 'FORM_2021'),
    variants: ['行政机关主动公开政府信息情况', '主动公开政府政府情况', '政府信息主动公开情况', '主动公开信息情况'],
  },
  {
    number: 3,
    heading: labelIn(applications.label, 'FORM_2021'),
    variants: [
      '行政机关收到和处理政府信息公开申请情况',
      '收到和处理政府信息公开申请的情况',
      '政府信息公开申请收到和处理情况',
      '收到和处理政府信息依申请公开情况',
    ],
  },
  {
    number: 4,
    heading: disputesHeading,
    variants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议提起行政诉讼情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
      '因政府信息公开申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    ],
  },
  {
    number: 5,
    heading: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的主要问题及改进措施',
      '存在的主要问题和改进情况',
      '存在的主要问题及明年工作计划',
      '存在的主要问题和改进措施',
      '存在问题及改进措施',
      '存在的问题及改进措施',
      '存在的问题及改进情况',
      '主要问题及改进情况',
      '工作存在的主要问题及改进情况',
    ],
  },
  {
    number: 6,
    heading: '其他需要报告的事项',
    variants: [
      '需要说明的其他事项与附表',
      '其他需要报告事项',
      '其它需要报告的事项',
      '需要报告的其他事项',
      '其他需要说明的事项',
    ],
    topics: { FORM_2021: ['收取信息处理费情况'] },
  },
];
