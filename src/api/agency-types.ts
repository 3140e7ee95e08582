/** Agencies. */
import { Field, ID, ObjectType } from 'type-graphql';
import type { AgencyType as AgencyTypeName } from '../report/agency-type.js';
import type { AgencyNode } from '../store/agencies.js';
import { connectionOf } from './connections.js';
import { AgencyType } from './enums.js';

@ObjectType({ description: 'An agency that reports. 公开机关。', simpleResolvers: true })
export class Agency {
  @Field(() => ID, {
    description: 'Derived from its division and first name, the same in any database. 机关标识。',
  })
  get id(): string {
    return this.node.id;
  }
  @Field(() => String, { description: 'Its full name: 全称.' })
  get name(): string {
    return this.node.name;
  }
  @Field(() => AgencyType, { description: 'Its function, told from the name: 机关类型.' })
  get type(): AgencyTypeName {
    return this.node.type;
  }

  constructor(
    readonly node: AgencyNode,
    /** The moment that it is looked at; null: now. */
    readonly asOf: Date | null,
  ) {}
}

export const AgencyConnection = connectionOf(() => Agency, {
  name: 'Agency',
  english: 'agencies',
  chinese: '公开机关',
});
