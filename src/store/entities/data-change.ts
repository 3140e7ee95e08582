import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a revision began to count, counts no more, or counts elsewhere, and where it counted until then. */
@Entity('data_change', { withoutRowid: true })
@Index('data_change_revision', ['revision'])
export class DataChangeRow {
  /** The dataVersion that the change led to. */
  @PrimaryColumn('bigint')
  version!: number;
  @PrimaryColumn('integer')
  revision!: number;
  /** The division and type of agency under which it counted before; null: it did not count. */
  @Column('varchar', { nullable: true })
  division!: string | null;
  @Column('varchar', { nullable: true })
  type!: string | null;
}
