/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whose figures a report states. OWN and CONSOLIDATED ones are never added together. 报告口径。 */
export type ReportScope =
  /** A government's totals for all its agencies and divisions: 全省、全市、全区、全县汇总. */
  | 'CONSOLIDATED'
  /** The agency's own figures: 本机关. */
  | 'OWN';

export type StandingOutQueryVariables = Exact<{
  code: string | number;
  year: number;
  scope: Types.ReportScope;
}>;


export type StandingOutQuery = { received: { nodes: Array<{ id: string, year: number, figures: { applications: { received: { total: number | null } } }, agency: { id: string, name: string } }> }, corrected: { totalCount: number, nodes: Array<{ id: string, year: number, figures: { reviews: { corrected: number | null }, lawsuits: { subtotal: { corrected: number | null } } }, agency: { id: string, name: string } }> }, findings: { totalCount: number, nodes: Array<{ rule: string, cells: Array<string>, expected: number | null, actual: number | null, report: { id: string, year: number, agency: { id: string, name: string } } }> } };

export type StandingReportFragment = { id: string, year: number, agency: { id: string, name: string } };

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
export const StandingReportFragmentDoc = new TypedDocumentString(`
    fragment StandingReport on Report {
  id
  year
  agency {
    id
    name
  }
}
    `, {"fragmentName":"StandingReport"}) as unknown as TypedDocumentString<StandingReportFragment, unknown>;
export const StandingOutDocument = new TypedDocumentString(`
    query StandingOut($code: ID!, $year: Int!, $scope: ReportScope!) {
  received: reports(
    where: {division: {within: $code}, year: {eq: $year}, scope: $scope}
    orderBy: [{measure: APPLICATIONS_RECEIVED_TOTAL}]
    first: 5
  ) {
    nodes {
      ...StandingReport
      figures {
        applications {
          received {
            total
          }
        }
      }
    }
  }
  corrected: reports(
    where: {division: {within: $code}, year: {eq: $year}, scope: $scope, or: [{measures: [{measure: REVIEWS_CORRECTED, gt: 0}]}, {measures: [{measure: LAWSUITS_SUBTOTAL_CORRECTED, gt: 0}]}]}
    orderBy: [{measure: REVIEWS_CORRECTED}, {measure: LAWSUITS_SUBTOTAL_CORRECTED}]
    first: 5
  ) {
    totalCount
    nodes {
      ...StandingReport
      figures {
        reviews {
          corrected
        }
        lawsuits {
          subtotal {
            corrected
          }
        }
      }
    }
  }
  findings(
    where: {severity: [ERROR], report: {division: {within: $code}, year: {eq: $year}, scope: $scope}}
    first: 5
  ) {
    totalCount
    nodes {
      rule
      cells
      expected
      actual
      report {
        ...StandingReport
      }
    }
  }
}
    fragment StandingReport on Report {
  id
  year
  agency {
    id
    name
  }
}`) as unknown as TypedDocumentString<StandingOutQuery, StandingOutQueryVariables>;