import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Mirrors the register of divisions of src/report/divisions.ts; written whenever the schema is brought up to date. */
@Entity('division')
@Index('division_province', ['province'])
@Index('division_prefecture', ['prefecture'])
export class DivisionRow {
  @PrimaryColumn('varchar')
  code!: string;
  @Column('varchar')
  name!: string;
  @Column('varchar', { name: 'full_name' })
  fullName!: string;
  @Column('varchar')
  level!: string;
  @Column('varchar', { nullable: true })
  parent!: string | null;
  /** The province, prefecture and district that the division is or lies in. */
  @Column('varchar', { nullable: true })
  province!: string | null;
  @Column('varchar', { nullable: true })
  prefecture!: string | null;
  @Column('varchar', { nullable: true })
  district!: string | null;
}
