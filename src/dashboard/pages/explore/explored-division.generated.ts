/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ExploredDivisionQueryVariables = Exact<{
  code: string | number;
}>;


export type ExploredDivisionQuery = { division: { fullName: string } | null };

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

export const ExploredDivisionDocument = new TypedDocumentString(`
    query ExploredDivision($code: ID!) {
  division(code: $code) {
    fullName
  }
}
    `) as unknown as TypedDocumentString<ExploredDivisionQuery, ExploredDivisionQueryVariables>;