import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row. `version` is the dataVersion; `writes` moves with every write, which takes the lock by it. */
@Entity('state')
export class StateRow {
  @PrimaryColumn('integer')
  id!: number;
  @Column('bigint')
  version!: number;
  @Column('bigint')
  writes!: number;
  /** The newest moment of receipt: none comes before another that was received earlier. */
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
}
