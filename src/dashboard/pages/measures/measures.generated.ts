/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The edition of the form, told from its tables, never from the year. 年度报告格式版本。 */
export type Edition =
  /** The form of 2019, for report years 2019 and 2020: 国办公开办函〔2019〕60号. */
  | 'FORM_2019'
  /** The form of 2021, for report years from 2021 on: 国办公开办函〔2021〕30号. */
  | 'FORM_2021';

/** What can be measured: every leaf of Figures in its order, its path in capitals, then every rate. 指标。 */
export type Measure =
  /** 上年结转政府信息公开申请数量·商业企业: carried over from last year: companies, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_BUSINESS'
  /** 上年结转政府信息公开申请数量·法律服务机构: carried over from last year: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_LEGAL_SERVICE_AGENCY'
  /** 上年结转政府信息公开申请数量·自然人: carried over from last year: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_NATURAL_PERSON'
  /** 上年结转政府信息公开申请数量·其他: carried over from last year: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_OTHER'
  /** 上年结转政府信息公开申请数量·社会公益组织: carried over from last year: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_PUBLIC_WELFARE_ORGANIZATION'
  /** 上年结转政府信息公开申请数量·科研机构: carried over from last year: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_RESEARCH_INSTITUTION'
  /** 上年结转政府信息公开申请数量·总计: carried over from last year: total, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_FROM_LAST_YEAR_TOTAL'
  /** 结转下年度继续办理·商业企业: carried over to next year: companies, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_BUSINESS'
  /** 结转下年度继续办理·法律服务机构: carried over to next year: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_LEGAL_SERVICE_AGENCY'
  /** 结转下年度继续办理·自然人: carried over to next year: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_NATURAL_PERSON'
  /** 结转下年度继续办理·其他: carried over to next year: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_OTHER'
  /** 结转下年度继续办理·社会公益组织: carried over to next year: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_PUBLIC_WELFARE_ORGANIZATION'
  /** 结转下年度继续办理·科研机构: carried over to next year: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_RESEARCH_INSTITUTION'
  /** 结转下年度继续办理·总计: carried over to next year: total, in 件, as the report states it. */
  | 'APPLICATIONS_CARRIED_OVER_TO_NEXT_YEAR_TOTAL'
  /** 本年新收政府信息公开申请数量·商业企业: received this year: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_BUSINESS'
  /** 本年新收政府信息公开申请数量·法律服务机构: received this year: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_LEGAL_SERVICE_AGENCY'
  /** 本年新收政府信息公开申请数量·自然人: received this year: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_NATURAL_PERSON'
  /** 本年新收政府信息公开申请数量·其他: received this year: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_OTHER'
  /** 本年新收政府信息公开申请数量·社会公益组织: received this year: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年新收政府信息公开申请数量·科研机构: received this year: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_RESEARCH_INSTITUTION'
  /** 本年新收政府信息公开申请数量·总计: received this year: total, in 件, as the report states it. */
  | 'APPLICATIONS_RECEIVED_TOTAL'
  /** 本年度办理结果·予以公开·商业企业: disclosed: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_BUSINESS'
  /** 本年度办理结果·予以公开·法律服务机构: disclosed: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·予以公开·自然人: disclosed: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_NATURAL_PERSON'
  /** 本年度办理结果·予以公开·其他: disclosed: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_OTHER'
  /** 本年度办理结果·予以公开·社会公益组织: disclosed: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·予以公开·科研机构: disclosed: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_RESEARCH_INSTITUTION'
  /** 本年度办理结果·予以公开·总计: disclosed: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_DISCLOSED_TOTAL'
  /** 本年度办理结果·不予公开·属于行政查询事项·商业企业: look-up under special rules: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_BUSINESS'
  /** 本年度办理结果·不予公开·属于行政查询事项·法律服务机构: look-up under special rules: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·属于行政查询事项·自然人: look-up under special rules: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·属于行政查询事项·其他: look-up under special rules: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_OTHER'
  /** 本年度办理结果·不予公开·属于行政查询事项·社会公益组织: look-up under special rules: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·属于行政查询事项·科研机构: look-up under special rules: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·属于行政查询事项·总计: look-up under special rules: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ADMINISTRATIVE_INQUIRY_TOTAL'
  /** 本年度办理结果·不予公开·属于行政执法案卷·商业企业: enforcement case files: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_BUSINESS'
  /** 本年度办理结果·不予公开·属于行政执法案卷·法律服务机构: enforcement case files: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·属于行政执法案卷·自然人: enforcement case files: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·属于行政执法案卷·其他: enforcement case files: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_OTHER'
  /** 本年度办理结果·不予公开·属于行政执法案卷·社会公益组织: enforcement case files: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·属于行政执法案卷·科研机构: enforcement case files: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·属于行政执法案卷·总计: enforcement case files: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_ENFORCEMENT_CASE_FILE_TOTAL'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·商业企业: internal affairs: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_BUSINESS'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·法律服务机构: internal affairs: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·自然人: internal affairs: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·其他: internal affairs: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_OTHER'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·社会公益组织: internal affairs: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·科研机构: internal affairs: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·属于三类内部事务信息·总计: internal affairs: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_INTERNAL_AFFAIRS_TOTAL'
  /** 本年度办理结果·不予公开·属于四类过程性信息·商业企业: process information: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_BUSINESS'
  /** 本年度办理结果·不予公开·属于四类过程性信息·法律服务机构: process information: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·属于四类过程性信息·自然人: process information: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·属于四类过程性信息·其他: process information: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_OTHER'
  /** 本年度办理结果·不予公开·属于四类过程性信息·社会公益组织: process information: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·属于四类过程性信息·科研机构: process information: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·属于四类过程性信息·总计: process information: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROCESS_INFORMATION_TOTAL'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·商业企业: forbidden by another law or regulation: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_BUSINESS'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·法律服务机构: forbidden by another law or regulation: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·自然人: forbidden by another law or regulation: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·其他: forbidden by another law or regulation: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_OTHER'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·社会公益组织: forbidden by another law or regulation: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·科研机构: forbidden by another law or regulation: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·其他法律行政法规禁止公开·总计: forbidden by another law or regulation: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_PROHIBITED_BY_LAW_TOTAL'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·商业企业: endangers state, public or economic security or social stability: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_BUSINESS'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·法律服务机构: endangers state, public or economic security or social stability: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·自然人: endangers state, public or economic security or social stability: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·其他: endangers state, public or economic security or social stability: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_OTHER'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·社会公益组织: endangers state, public or economic security or social stability: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·科研机构: endangers state, public or economic security or social stability: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·危及“三安全一稳定”·总计: endangers state, public or economic security or social stability: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SECURITY_AND_STABILITY_TOTAL'
  /** 本年度办理结果·不予公开·属于国家秘密·商业企业: state secrets: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_BUSINESS'
  /** 本年度办理结果·不予公开·属于国家秘密·法律服务机构: state secrets: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·属于国家秘密·自然人: state secrets: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·属于国家秘密·其他: state secrets: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_OTHER'
  /** 本年度办理结果·不予公开·属于国家秘密·社会公益组织: state secrets: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·属于国家秘密·科研机构: state secrets: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·属于国家秘密·总计: state secrets: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_STATE_SECRET_TOTAL'
  /** 本年度办理结果·不予公开·小计·商业企业: not disclosed, all grounds: companies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_BUSINESS'
  /** 本年度办理结果·不予公开·小计·法律服务机构: not disclosed, all grounds: legal-service agencies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·小计·自然人: not disclosed, all grounds: natural persons, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·小计·其他: not disclosed, all grounds: other legal persons or organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_OTHER'
  /** 本年度办理结果·不予公开·小计·社会公益组织: not disclosed, all grounds: public-welfare organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·小计·科研机构: not disclosed, all grounds: research institutions, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·小计·总计: not disclosed, all grounds: total, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_SUBTOTAL_TOTAL'
  /** 本年度办理结果·不予公开·保护第三方合法权益·商业企业: third party's rights: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_BUSINESS'
  /** 本年度办理结果·不予公开·保护第三方合法权益·法律服务机构: third party's rights: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予公开·保护第三方合法权益·自然人: third party's rights: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_NATURAL_PERSON'
  /** 本年度办理结果·不予公开·保护第三方合法权益·其他: third party's rights: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_OTHER'
  /** 本年度办理结果·不予公开·保护第三方合法权益·社会公益组织: third party's rights: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予公开·保护第三方合法权益·科研机构: third party's rights: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予公开·保护第三方合法权益·总计: third party's rights: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_DISCLOSED_THIRD_PARTY_RIGHTS_TOTAL'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·商业企业: asks to confirm or reissue what the applicant has: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_BUSINESS'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·法律服务机构: asks to confirm or reissue what the applicant has: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·自然人: asks to confirm or reissue what the applicant has: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·其他: asks to confirm or reissue what the applicant has: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_OTHER'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·社会公益组织: asks to confirm or reissue what the applicant has: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·科研机构: asks to confirm or reissue what the applicant has: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·要求行政机关确认或重新出具已获取信息·总计: asks to confirm or reissue what the applicant has: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_CONFIRMATION_REQUESTED_TOTAL'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·商业企业: petition, report or complaint: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_BUSINESS'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·法律服务机构: petition, report or complaint: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·自然人: petition, report or complaint: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·其他: petition, report or complaint: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_OTHER'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·社会公益组织: petition, report or complaint: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·科研机构: petition, report or complaint: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·信访举报投诉类申请·总计: petition, report or complaint: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PETITION_OR_COMPLAINT_TOTAL'
  /** 本年度办理结果·不予处理·要求提供公开出版物·商业企业: asks for a publication: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_BUSINESS'
  /** 本年度办理结果·不予处理·要求提供公开出版物·法律服务机构: asks for a publication: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·要求提供公开出版物·自然人: asks for a publication: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·要求提供公开出版物·其他: asks for a publication: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_OTHER'
  /** 本年度办理结果·不予处理·要求提供公开出版物·社会公益组织: asks for a publication: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·要求提供公开出版物·科研机构: asks for a publication: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·要求提供公开出版物·总计: asks for a publication: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_PUBLICATION_REQUESTED_TOTAL'
  /** 本年度办理结果·不予处理·重复申请·商业企业: repeated request: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_BUSINESS'
  /** 本年度办理结果·不予处理·重复申请·法律服务机构: repeated request: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·重复申请·自然人: repeated request: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·重复申请·其他: repeated request: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_OTHER'
  /** 本年度办理结果·不予处理·重复申请·社会公益组织: repeated request: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·重复申请·科研机构: repeated request: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·重复申请·总计: repeated request: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_REPEATED_TOTAL'
  /** 本年度办理结果·不予处理·小计·商业企业: not processed, all reasons: companies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_BUSINESS'
  /** 本年度办理结果·不予处理·小计·法律服务机构: not processed, all reasons: legal-service agencies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·小计·自然人: not processed, all reasons: natural persons, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·小计·其他: not processed, all reasons: other legal persons or organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_OTHER'
  /** 本年度办理结果·不予处理·小计·社会公益组织: not processed, all reasons: public-welfare organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·小计·科研机构: not processed, all reasons: research institutions, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·小计·总计: not processed, all reasons: total, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_SUBTOTAL_TOTAL'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·商业企业: many and repeated, no good reason: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_BUSINESS'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·法律服务机构: many and repeated, no good reason: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·自然人: many and repeated, no good reason: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_NATURAL_PERSON'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·其他: many and repeated, no good reason: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_OTHER'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·社会公益组织: many and repeated, no good reason: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·科研机构: many and repeated, no good reason: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_RESEARCH_INSTITUTION'
  /** 本年度办理结果·不予处理·无正当理由大量反复申请·总计: many and repeated, no good reason: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_NOT_PROCESSED_UNREASONABLY_FREQUENT_TOTAL'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·商业企业: fee not paid in time, closed: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_BUSINESS'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·法律服务机构: fee not paid in time, closed: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·自然人: fee not paid in time, closed: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_NATURAL_PERSON'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·其他: fee not paid in time, closed: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_OTHER'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·社会公益组织: fee not paid in time, closed: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·科研机构: fee not paid in time, closed: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_RESEARCH_INSTITUTION'
  /** 本年度办理结果·其他处理·申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请·总计: fee not paid in time, closed: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_FEE_NOT_PAID_TOTAL'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·商业企业: not corrected in time, closed: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_BUSINESS'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·法律服务机构: not corrected in time, closed: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·自然人: not corrected in time, closed: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_NATURAL_PERSON'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·其他: not corrected in time, closed: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_OTHER'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·社会公益组织: not corrected in time, closed: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·科研机构: not corrected in time, closed: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_RESEARCH_INSTITUTION'
  /** 本年度办理结果·其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请·总计: not corrected in time, closed: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_NOT_CORRECTED_IN_TIME_TOTAL'
  /** 本年度办理结果·其他处理·其他·商业企业: anything else, such as withdrawn: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_BUSINESS'
  /** 本年度办理结果·其他处理·其他·法律服务机构: anything else, such as withdrawn: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·其他处理·其他·自然人: anything else, such as withdrawn: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_NATURAL_PERSON'
  /** 本年度办理结果·其他处理·其他·其他: anything else, such as withdrawn: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_OTHER'
  /** 本年度办理结果·其他处理·其他·社会公益组织: anything else, such as withdrawn: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·其他处理·其他·科研机构: anything else, such as withdrawn: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_RESEARCH_INSTITUTION'
  /** 本年度办理结果·其他处理·其他·总计: anything else, such as withdrawn: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_OTHER_TOTAL'
  /** 本年度办理结果·其他处理·小计·商业企业: handled otherwise, all: companies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_BUSINESS'
  /** 本年度办理结果·其他处理·小计·法律服务机构: handled otherwise, all: legal-service agencies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·其他处理·小计·自然人: handled otherwise, all: natural persons, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_NATURAL_PERSON'
  /** 本年度办理结果·其他处理·小计·其他: handled otherwise, all: other legal persons or organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_OTHER'
  /** 本年度办理结果·其他处理·小计·社会公益组织: handled otherwise, all: public-welfare organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·其他处理·小计·科研机构: handled otherwise, all: research institutions, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_RESEARCH_INSTITUTION'
  /** 本年度办理结果·其他处理·小计·总计: handled otherwise, all: total, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_OTHER_HANDLING_SUBTOTAL_TOTAL'
  /** 本年度办理结果·部分公开·商业企业: disclosed in part; counted here alone: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_BUSINESS'
  /** 本年度办理结果·部分公开·法律服务机构: disclosed in part; counted here alone: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·部分公开·自然人: disclosed in part; counted here alone: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_NATURAL_PERSON'
  /** 本年度办理结果·部分公开·其他: disclosed in part; counted here alone: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_OTHER'
  /** 本年度办理结果·部分公开·社会公益组织: disclosed in part; counted here alone: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·部分公开·科研机构: disclosed in part; counted here alone: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_RESEARCH_INSTITUTION'
  /** 本年度办理结果·部分公开·总计: disclosed in part; counted here alone: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_PARTIALLY_DISCLOSED_TOTAL'
  /** 本年度办理结果·总计·商业企业: all results: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_BUSINESS'
  /** 本年度办理结果·总计·法律服务机构: all results: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·总计·自然人: all results: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_NATURAL_PERSON'
  /** 本年度办理结果·总计·其他: all results: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_OTHER'
  /** 本年度办理结果·总计·社会公益组织: all results: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·总计·科研机构: all results: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_RESEARCH_INSTITUTION'
  /** 本年度办理结果·总计·总计: all results: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_TOTAL_TOTAL'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·商业企业: would have to be made: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_BUSINESS'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·法律服务机构: would have to be made: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·自然人: would have to be made: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_NATURAL_PERSON'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·其他: would have to be made: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_OTHER'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·社会公益组织: would have to be made: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·科研机构: would have to be made: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_RESEARCH_INSTITUTION'
  /** 本年度办理结果·无法提供·没有现成信息需要另行制作·总计: would have to be made: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NEEDS_CREATION_TOTAL'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·商业企业: not held by this body: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_BUSINESS'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·法律服务机构: not held by this body: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·自然人: not held by this body: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_NATURAL_PERSON'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·其他: not held by this body: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_OTHER'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·社会公益组织: not held by this body: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·科研机构: not held by this body: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_RESEARCH_INSTITUTION'
  /** 本年度办理结果·无法提供·本机关不掌握相关政府信息·总计: not held by this body: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_NOT_HELD_TOTAL'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·商业企业: still unclear after correction: companies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_BUSINESS'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·法律服务机构: still unclear after correction: legal-service agencies, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·自然人: still unclear after correction: natural persons, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_NATURAL_PERSON'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·其他: still unclear after correction: other legal persons or organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_OTHER'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·社会公益组织: still unclear after correction: public-welfare organisations, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·科研机构: still unclear after correction: research institutions, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_RESEARCH_INSTITUTION'
  /** 本年度办理结果·无法提供·补正后申请内容仍不明确·总计: still unclear after correction: total, in 件, as the report states it. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_STILL_UNCLEAR_TOTAL'
  /** 本年度办理结果·无法提供·小计·商业企业: unable to provide, all reasons: companies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_BUSINESS'
  /** 本年度办理结果·无法提供·小计·法律服务机构: unable to provide, all reasons: legal-service agencies, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_LEGAL_SERVICE_AGENCY'
  /** 本年度办理结果·无法提供·小计·自然人: unable to provide, all reasons: natural persons, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_NATURAL_PERSON'
  /** 本年度办理结果·无法提供·小计·其他: unable to provide, all reasons: other legal persons or organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_OTHER'
  /** 本年度办理结果·无法提供·小计·社会公益组织: unable to provide, all reasons: public-welfare organisations, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_PUBLIC_WELFARE_ORGANIZATION'
  /** 本年度办理结果·无法提供·小计·科研机构: unable to provide, all reasons: research institutions, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_RESEARCH_INSTITUTION'
  /** 本年度办理结果·无法提供·小计·总计: unable to provide, all reasons: total, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'APPLICATIONS_RESULTS_UNABLE_TO_PROVIDE_SUBTOTAL_TOTAL'
  /** 行政强制·本年增/减: coercive measures: kinds added or dropped this year, a drop negative, in 项, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_COERCION_CHANGE'
  /** 行政强制·本年处理决定数量: coercive measures: decisions or cases of this year, in 件, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_COERCION_DECISIONS'
  /** 行政强制·上一年项目数量: coercive measures: kinds in the year before, in 项, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_COERCION_ITEMS_LAST_YEAR'
  /** 行政事业性收费·本年收费金额: administrative fees: amount collected this year, in 万元, as the report states it. Table 二, 第二十条第（八）项. */
  | 'DISCLOSURE_FEES_AMOUNT'
  /** 行政事业性收费·本年增/减: administrative fees: kinds added or dropped this year, a drop negative, in 项, as the report states it. Table 二, 第二十条第（八）项. */
  | 'DISCLOSURE_FEES_CHANGE'
  /** 行政事业性收费·上一年项目数量: administrative fees: kinds in the year before, in 项, as the report states it. Table 二, 第二十条第（八）项. */
  | 'DISCLOSURE_FEES_ITEMS_LAST_YEAR'
  /** 行政许可·本年增/减: licensing: kinds added or dropped this year, a drop negative, in 项, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_LICENSING_CHANGE'
  /** 行政许可·本年处理决定数量: licensing: decisions or cases of this year, in 件, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_LICENSING_DECISIONS'
  /** 行政许可·上一年项目数量: licensing: kinds in the year before, in 项, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_LICENSING_ITEMS_LAST_YEAR'
  /** 行政规范性文件·现行有效件数: normative documents: in force, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_IN_FORCE'
  /** 行政规范性文件·本年制发件数: normative documents: issued this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_ISSUED'
  /** 行政规范性文件·本年新公开数量: normative documents: newly disclosed this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_NEWLY_DISCLOSED'
  /** 行政规范性文件·本年新制作数量: normative documents: made this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_NEWLY_MADE'
  /** 行政规范性文件·本年废止件数: normative documents: repealed this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_REPEALED'
  /** 行政规范性文件·对外公开总数量: normative documents: disclosed in all, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_NORMATIVE_DOCUMENTS_TOTAL_DISCLOSED'
  /** 其他对外管理服务事项·本年增/减: other services to the public: kinds added or dropped this year, a drop negative, in 项, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_OTHER_MANAGEMENT_SERVICES_CHANGE'
  /** 其他对外管理服务事项·本年处理决定数量: other services to the public: decisions or cases of this year, in 件, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_OTHER_MANAGEMENT_SERVICES_DECISIONS'
  /** 其他对外管理服务事项·上一年项目数量: other services to the public: kinds in the year before, in 项, as the report states it. Table 二, 第二十条第（五）项. */
  | 'DISCLOSURE_OTHER_MANAGEMENT_SERVICES_ITEMS_LAST_YEAR'
  /** 行政处罚·本年增/减: administrative penalties: kinds added or dropped this year, a drop negative, in 项, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_PENALTIES_CHANGE'
  /** 行政处罚·本年处理决定数量: administrative penalties: decisions or cases of this year, in 件, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_PENALTIES_DECISIONS'
  /** 行政处罚·上一年项目数量: administrative penalties: kinds in the year before, in 项, as the report states it. Table 二, 第二十条第（六）项. */
  | 'DISCLOSURE_PENALTIES_ITEMS_LAST_YEAR'
  /** 政府集中采购·采购总金额: central procurement: amount; the form prints no unit, in 万元, as the report states it. Table 二, 第二十条第（九）项. */
  | 'DISCLOSURE_PROCUREMENT_AMOUNT'
  /** 政府集中采购·采购项目数量: central procurement: projects, in 个, as the report states it. Table 二, 第二十条第（九）项. */
  | 'DISCLOSURE_PROCUREMENT_ITEMS'
  /** 规章·现行有效件数: rules of ministries and governments: in force, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_IN_FORCE'
  /** 规章·本年制发件数: rules of ministries and governments: issued this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_ISSUED'
  /** 规章·本年新公开数量: rules of ministries and governments: newly disclosed this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_NEWLY_DISCLOSED'
  /** 规章·本年新制作数量: rules of ministries and governments: made this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_NEWLY_MADE'
  /** 规章·本年废止件数: rules of ministries and governments: repealed this year, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_REPEALED'
  /** 规章·对外公开总数量: rules of ministries and governments: disclosed in all, in 件, as the report states it. Table 二, 第二十条第（一）项. */
  | 'DISCLOSURE_REGULATIONS_TOTAL_DISCLOSED'
  /** 行政诉讼·复议后起诉·结果纠正: filed after a review: corrected, in 件, as the report states it. */
  | 'LAWSUITS_AFTER_REVIEW_CORRECTED'
  /** 行政诉讼·复议后起诉·其他结果: filed after a review: other outcome, in 件, as the report states it. */
  | 'LAWSUITS_AFTER_REVIEW_OTHER_OUTCOME'
  /** 行政诉讼·复议后起诉·尚未审结: filed after a review: pending, in 件, as the report states it. */
  | 'LAWSUITS_AFTER_REVIEW_PENDING'
  /** 行政诉讼·复议后起诉·总计: filed after a review: total, in 件, as the report states it. */
  | 'LAWSUITS_AFTER_REVIEW_TOTAL'
  /** 行政诉讼·复议后起诉·结果维持: filed after a review: upheld, in 件, as the report states it. */
  | 'LAWSUITS_AFTER_REVIEW_UPHELD'
  /** 行政诉讼·未经复议直接起诉·结果纠正: filed without a review: corrected, in 件, as the report states it. */
  | 'LAWSUITS_DIRECT_CORRECTED'
  /** 行政诉讼·未经复议直接起诉·其他结果: filed without a review: other outcome, in 件, as the report states it. */
  | 'LAWSUITS_DIRECT_OTHER_OUTCOME'
  /** 行政诉讼·未经复议直接起诉·尚未审结: filed without a review: pending, in 件, as the report states it. */
  | 'LAWSUITS_DIRECT_PENDING'
  /** 行政诉讼·未经复议直接起诉·总计: filed without a review: total, in 件, as the report states it. */
  | 'LAWSUITS_DIRECT_TOTAL'
  /** 行政诉讼·未经复议直接起诉·结果维持: filed without a review: upheld, in 件, as the report states it. */
  | 'LAWSUITS_DIRECT_UPHELD'
  /** 行政诉讼·小计·结果纠正: all lawsuits: corrected, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'LAWSUITS_SUBTOTAL_CORRECTED'
  /** 行政诉讼·小计·其他结果: all lawsuits: other outcome, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'LAWSUITS_SUBTOTAL_OTHER_OUTCOME'
  /** 行政诉讼·小计·尚未审结: all lawsuits: pending, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'LAWSUITS_SUBTOTAL_PENDING'
  /** 行政诉讼·小计·总计: all lawsuits: total, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'LAWSUITS_SUBTOTAL_TOTAL'
  /** 行政诉讼·小计·结果维持: all lawsuits: upheld, in 件, as the report states it. Computed, not printed on the form: nulls are skipped, and null where all are null. */
  | 'LAWSUITS_SUBTOTAL_UPHELD'
  /** 办结率: share of the applications on hand that were finished within the year. Over the reports that state every term of the formula. */
  | 'RATE_COMPLETION'
  /** 复议诉讼率: reviews and lawsuits without a review before, per answer. Over the reports that state every term of the formula. Cases are counted in the year that the form lists them, which need not be that of the answer; lawsuits after a review are among the reviews already. 案件年度与答复年度未必相同。 */
  | 'RATE_CONTESTED'
  /** 复议诉讼与不予公开之比: reviews and lawsuits without a review before, per refusal. Over the reports that state every term of the formula. A ratio, not a share of the refusals, and it can exceed 1: the form does not say which answers the cases are about, and answers of every other kind are contested too. 年报不区分案件所针对的答复种类，本比值可大于1。 */
  | 'RATE_CONTESTED_PER_REFUSAL'
  /** 最终纠正率: corrections by review or lawsuit per answer. Over the reports that state every term of the formula. An answer corrected in a review and again in the lawsuit after it counts twice, and the year of a case need not be that of the answer; cases not yet decided are not counted as corrected. 同一答复先后被复议和诉讼纠正的计两次；尚未审结的不计。 */
  | 'RATE_CORRECTED'
  /** 公开率: share of the answers that disclosed all or part. Over the reports that state every term of the formula. */
  | 'RATE_DISCLOSURE'
  /** 诉讼率: lawsuits per answer. Over the reports that state every term of the formula. */
  | 'RATE_LAWSUIT'
  /** 诉讼纠正率: share of the decided lawsuits that corrected the answer. Over the reports that state every term of the formula. */
  | 'RATE_LAWSUIT_CORRECTED'
  /** 不予处理率: share of the applications that were not processed. Over the reports that state every term of the formula. */
  | 'RATE_NOT_PROCESSED'
  /** 不予公开率: share of the answers that refused to disclose. Over the reports that state every term of the formula. */
  | 'RATE_REFUSAL'
  /** 复议率: administrative reviews per answer. Over the reports that state every term of the formula. */
  | 'RATE_REVIEW'
  /** 复议纠正率: share of the decided reviews that corrected the answer. Over the reports that state every term of the formula. */
  | 'RATE_REVIEW_CORRECTED'
  /** 复议维持率: share of the decided reviews that upheld the answer. Over the reports that state every term of the formula. */
  | 'RATE_REVIEW_UPHELD'
  /** 无法提供率: share of the answers that could not provide the information. Over the reports that state every term of the formula. */
  | 'RATE_UNABLE_TO_PROVIDE'
  /** 行政复议·结果纠正: administrative reviews: corrected, in 件, as the report states it. */
  | 'REVIEWS_CORRECTED'
  /** 行政复议·其他结果: administrative reviews: other outcome, in 件, as the report states it. */
  | 'REVIEWS_OTHER_OUTCOME'
  /** 行政复议·尚未审结: administrative reviews: pending, in 件, as the report states it. */
  | 'REVIEWS_PENDING'
  /** 行政复议·总计: administrative reviews: total, in 件, as the report states it. */
  | 'REVIEWS_TOTAL'
  /** 行政复议·结果维持: administrative reviews: upheld, in 件, as the report states it. */
  | 'REVIEWS_UPHELD';

/** The unit of a measure. 计量单位。 */
export type Unit =
  /** A number of documents, items or cases: 件、项、个. */
  | 'COUNT'
  /** A share between numerator and denominator: 比率. */
  | 'RATIO'
  /** 10,000 yuan: 万元. */
  | 'WAN_YUAN';

export type MeasuresQueryVariables = Exact<{ [key: string]: never; }>;


export type MeasuresQuery = { measures: Array<{ measure: Types.Measure, labelEn: string, labelZh: string, definition: string, unit: Types.Unit, editions: Array<Types.Edition>, formula: string | null, legalSource: string | null }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MeasuresDocument = new TypedDocumentString(`
    query Measures {
  measures {
    measure
    labelEn
    labelZh
    definition
    unit
    editions
    formula
    legalSource
  }
}
    `) as unknown as TypedDocumentString<MeasuresQuery, MeasuresQueryVariables>;