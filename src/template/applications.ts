/** Chapter 三, 收到和处理政府信息公开申请情况: applications received, and how each ended, by kind of applicant. */
import { column, columns, group, hiddenRow, row, subtotal } from './form.js';

/** The seven columns. 总计 spans two header rows, so it precedes 商业企业 in reading order: the order here is the form's. */
export const applicantCounts = columns('ApplicantCounts', '申请人情况', 'by kind of applicant', {
  naturalPerson: column('自然人', 'natural persons', { column: 'natural' }),
  business: column('商业企业', 'companies', { column: 'business' }),
  researchInstitution: column('科研机构', 'research institutions', { column: 'research' }),
  publicWelfareOrganization: column('社会公益组织', 'public-welfare organisations', {
    column: 'welfare',
    variants: ['社会公益', '社会公益机构'],
  }),
  legalServiceAgency: column('法律服务机构', 'legal-service agencies', { column: 'legal' }),
  other: column('其他', 'other legal persons or organisations', { column: 'other', variants: ['其它'] }),
  total: column('总计', 'total', { column: 'total', variants: ['合计', '共计'] }),
});

/** Headings above the columns of table 三. The first is the form's own cross-footing rule. */
export const applicantHeadings = {
  rule: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  all: '申请人情况',
  organisations: '法人或其他组织',
} as const;
export const applicantHeadingsInEnglish: Record<keyof typeof applicantHeadings, string> = {
  rule: 'In each column the first item and the second are together as many as the third and the fourth',
  all: 'by kind of applicant',
  organisations: 'legal persons and other organisations',
};

const results = group(
  'ResultFigures',
  '三、本年度办理结果',
  'results of the year',
  {
    disclosed: row('（一）予以公开', 'disclosed', applicantCounts, { law: '36(一)(二)' }),
    partiallyDisclosed: row(
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      'disclosed in part; counted here alone',
      applicantCounts,
      { law: '37' },
    ),
    notDisclosed: group('NotDisclosedFigures', '（三）不予公开', 'not disclosed', {
      stateSecret: row('1.属于国家秘密', 'state secrets', applicantCounts, {
        law: '14',
        variants: ['国家秘密', '国家机密', '国家秘密信息'],
      }),
      prohibitedByLaw: row('2.其他法律行政法规禁止公开', 'forbidden by another law or regulation', applicantCounts, {
        law: '14',
        variants: ['其他法律行政止公开', '法律行政法规禁止公开', '法律法规禁止公开'],
      }),
      securityAndStability: row(
        '3.危及“三安全一稳定”',
        'endangers state, public or economic security or social stability',
        applicantCounts,
        { law: '14' },
      ),
      thirdPartyRights: row('4.保护第三方合法权益', "third party's rights", applicantCounts, { law: '15, 32' }),
      internalAffairs: row('5.属于三类内部事务信息', 'internal affairs', applicantCounts, {
        law: '16',
        variants: ['三类内容事务信息', '内部事务信息'],
      }),
      processInformation: row('6.属于四类过程性信息', 'process information', applicantCounts, {
        law: '16',
        variants: ['四类过程性性信息', '过程性信息'],
      }),
      enforcementCaseFile: row('7.属于行政执法案卷', 'enforcement case files', applicantCounts, {
        law: '16',
        variants: ['行政执法案卷', '属于行政执法案件'],
      }),
      administrativeInquiry: row('8.属于行政查询事项', 'look-up under special rules', applicantCounts, {
        law: '36(七)',
        variants: ['行政查询事项'],
      }),
      subtotal: subtotal('not disclosed, all grounds', applicantCounts),
    }),
    unableToProvide: group('UnableToProvideFigures', '（四）无法提供', 'unable to provide', {
      notHeld: row('1.本机关不掌握相关政府信息', 'not held by this body', applicantCounts, {
        law: '36(四)(五)',
        variants: ['不掌握相关政府信息'],
      }),
      needsCreation: row('2.没有现成信息需要另行制作', 'would have to be made', applicantCounts, { law: '38' }),
      stillUnclear: row('3.补正后申请内容仍不明确', 'still unclear after correction', applicantCounts, { law: '30' }),
      subtotal: subtotal('unable to provide, all reasons', applicantCounts),
    }),
    notProcessed: group('NotProcessedFigures', '（五）不予处理', 'not processed', {
      petitionOrComplaint: row('1.信访举报投诉类申请', 'petition, report or complaint', applicantCounts, {
        law: '39(一)',
      }),
      repeated: row('2.重复申请', 'repeated request', applicantCounts, { law: '36(六)' }),
      publicationRequested: row('3.要求提供公开出版物', 'asks for a publication', applicantCounts, { law: '39(二)' }),
      unreasonablyFrequent: row('4.无正当理由大量反复申请', 'many and repeated, no good reason', applicantCounts, {
        law: '35',
        variants: ['无正当理由大量反复的申请'],
      }),
      confirmationRequested: row(
        '5.要求行政机关确认或重新出具已获取信息',
        'asks to confirm or reissue what the applicant has',
        applicantCounts,
        { variants: ['要求行政机关确认或重新出具'] },
      ),
      subtotal: subtotal('not processed, all reasons', applicantCounts),
    }),
    otherHandling: group(
      'OtherHandlingFigures',
      '（六）其他处理',
      'handled otherwise',
      {
        undivided: hiddenRow({ FORM_2019: '（六）其他处理' }, 'handled otherwise, one undivided row', applicantCounts, {
          variants: ['其他处理情况'],
          column: 'undivided',
        }),
        notCorrectedInTime: row(
          { FORM_2021: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
          'not corrected in time, closed',
          applicantCounts,
          { law: '30', variants: ['申请人无正当理由逾期不补正', '逾期不补正'] },
        ),
        feeNotPaid: row(
          { FORM_2021: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请' },
          'fee not paid in time, closed',
          applicantCounts,
          { law: '42', variants: ['申请人逾期未按收费通知要求缴纳费用', '逾期未按收费通知要求缴纳费用'] },
        ),
        other: row({ FORM_2021: '3.其他' }, 'anything else, such as withdrawn', applicantCounts, {
          variants: ['其它'],
        }),
        subtotal: subtotal('handled otherwise, all', applicantCounts, 'undivided'),
      },
      { variants: ['其他'] },
    ),
    total: row('（七）总计', 'all results', applicantCounts, { column: 'results_total', variants: ['合计'] }),
  },
  { column: '' },
);

export const applications = group(
  'ApplicationFigures',
  '收到和处理政府信息公开申请情况',
  'applications received and handled',
  {
    received: row('一、本年新收政府信息公开申请数量', 'received this year', applicantCounts, {
      law: '29, 31',
      variants: ['本年新收', '本年新收政府信息公开数量'],
    }),
    carriedOverFromLastYear: row('二、上年结转政府信息公开申请数量', 'carried over from last year', applicantCounts, {
      column: 'from_last_year',
      variants: ['上年结转政府信息公开数量', '上年结转'],
    }),
    results,
    carriedOverToNextYear: row('四、结转下年度继续办理', 'carried over to next year', applicantCounts, {
      column: 'to_next_year',
      variants: ['结转下一年度继续办理', '结转下一年继续办理', '结转下年继续办理'],
    }),
  },
  { column: '', chapter: 3 },
);
