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
}
