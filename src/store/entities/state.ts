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
  /** Whether the rows of sums are those of the reports; not yet after a migration. */
  @Column('boolean', { name: 'rolled_up', default: false })
  rolledUp!: boolean;
  /** The newest year of which a report counts, as the missing agency-years are counted. */
  @Column('integer', { name: 'newest_year', nullable: true })
  newestYear!: number | null;
  /** Changes since this version are known; of earlier ones none were noted. */
  @Column('bigint', { name: 'changes_from', default: 0 })
  changesFrom!: number;
}
