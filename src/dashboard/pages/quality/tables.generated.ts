/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which reports are added, so that nothing is counted twice. 统计基础。 */
export type StatisticsBasis =
  /** Takes, for a division and year, its government's CONSOLIDATED report where there is one, else the sum of the same over its children: 公开发布的汇总报告. */
  | 'PUBLISHED_CONSOLIDATED'
  /** Adds the agencies' OWN reports: 各机关本级报告之和. */
  | 'SUM_OF_AGENCIES';

export type CoverageTablesQueryVariables = Exact<{
  code: string | number;
  year: number;
  basis: Types.StatisticsBasis;
}>;


export type CoverageTablesQuery = { division: { trend: Array<{ key: { year: number | null }, coverage: { expected: number, reported: number, counted: number, missing: number } }>, children: { nodes: Array<{ code: string, name: string, statistics: { coverage: { expected: number, reported: number, counted: number, missing: number } } }> } } | null };

export type DownloadedCoverageFragment = { expected: number, reported: number, counted: number, missing: number };

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
export const DownloadedCoverageFragmentDoc = new TypedDocumentString(`
    fragment DownloadedCoverage on Coverage {
  expected
  reported
  counted
  missing
}
    `, {"fragmentName":"DownloadedCoverage"}) as unknown as TypedDocumentString<DownloadedCoverageFragment, unknown>;
export const CoverageTablesDocument = new TypedDocumentString(`
    query CoverageTables($code: ID!, $year: Int!, $basis: StatisticsBasis!) {
  division(code: $code) {
    trend(basis: $basis) {
      key {
        year
      }
      coverage {
        ...DownloadedCoverage
      }
    }
    children(first: 100) {
      nodes {
        code
        name
        statistics(year: $year, basis: $basis) {
          coverage {
            ...DownloadedCoverage
          }
        }
      }
    }
  }
}
    fragment DownloadedCoverage on Coverage {
  expected
  reported
  counted
  missing
}`) as unknown as TypedDocumentString<CoverageTablesQuery, CoverageTablesQueryVariables>;