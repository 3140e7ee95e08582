/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type HeldQueryVariables = Exact<{ [key: string]: never; }>;


export type HeldQuery = { own: { nodes: Array<{ reports: number, synthetic: boolean, key: { year: number | null } }> }, published: { nodes: Array<{ reports: number, key: { year: number | null } }> } };

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

export const HeldDocument = new TypedDocumentString(`
    query Held {
  own: statistics(groupBy: [YEAR]) {
    nodes {
      key {
        year
      }
      reports
      synthetic
    }
  }
  published: statistics(basis: PUBLISHED_CONSOLIDATED, groupBy: [YEAR]) {
    nodes {
      key {
        year
      }
      reports
    }
  }
}
    `) as unknown as TypedDocumentString<HeldQuery, HeldQueryVariables>;