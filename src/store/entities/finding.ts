import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReportRevisionRow } from './report.js';

/** What a check found in a revision. It holds as long as the revision does. */
@Entity('finding')
@Index('finding_revision', ['revision', 'position'])
@Index('finding_rule', ['rule', 'severity'])
export class FindingRow {
  @PrimaryColumn('integer')
  id!: number;
  @Column('integer')
  @ForeignKey(() => ReportRevisionRow, { name: 'finding_revision_fk' })
  revision!: number;
  /** Place among the findings of its revision. */
  @Column('integer')
  position!: number;
  @Column('varchar')
  rule!: string;
  @Column('varchar')
  severity!: string;
  @Column('text')
  message!: string;
  /** JSON: the paths of the cells. */
  @Column('text')
  cells!: string;
  @Column('float', { nullable: true })
  expected!: number | null;
  @Column('float', { nullable: true })
  actual!: number | null;
}
