/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../client/schema.generated';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The level of an administrative division. 行政区划层级。 */
export type DivisionLevel =
  /** The country: 全国. */
  | 'COUNTRY'
  /** County level: 县、市辖区、县级市. */
  | 'DISTRICT'
  /** Prefecture level: 地级市、地区、自治州、盟. */
  | 'PREFECTURE'
  /** Province, autonomous region or municipality under the central government: 省、自治区、直辖市. */
  | 'PROVINCE';

export type DivisionsNamedQueryVariables = Exact<{
  name: string;
}>;


export type DivisionsNamedQuery = { divisions: { nodes: Array<{ code: string, name: string, fullName: string, level: Types.DivisionLevel }> } };

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

export const DivisionsNamedDocument = new TypedDocumentString(`
    query DivisionsNamed($name: String!) {
  divisions(where: {name: {contains: $name}}, first: 12) {
    nodes {
      code
      name
      fullName
      level
    }
  }
}
    `) as unknown as TypedDocumentString<DivisionsNamedQuery, DivisionsNamedQueryVariables>;