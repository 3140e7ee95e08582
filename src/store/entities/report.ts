import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AgencyRow } from './agency.js';

/** One agency, year and scope. */
@Entity('report')
@Index('report_agency_year_scope', ['agency', 'year', 'scope'], { unique: true })
export class ReportRow {
  /** Derived from agency, year and scope. */
  @PrimaryColumn('varchar')
  id!: string;
  @Column('varchar')
  @ForeignKey(() => AgencyRow, { name: 'report_agency_fk' })
  agency!: string;
  @Column('integer')
  year!: number;
  @Column('varchar')
  scope!: string;
}

/**
 * One document's content. Agency, year and scope stand here again, so that statistics read no third table. A
 * revision holds from receivedAt up to and without supersededAt: null is the one that counts now.
 */
@Entity('report_revision')
@Index('report_revision_report', ['report', 'number'], { unique: true })
@Index('report_revision_current', ['supersededAt', 'scope', 'year', 'agency'])
@Index('report_revision_agency', ['agency', 'year', 'scope'])
export class ReportRevisionRow {
  /** Given by the writer, one after the other. */
  @PrimaryColumn('integer')
  id!: number;
  @Column('varchar')
  @ForeignKey(() => ReportRow, { name: 'report_revision_report_fk' })
  report!: string;
  @Column('varchar')
  agency!: string;
  @Column('integer')
  year!: number;
  @Column('varchar')
  scope!: string;
  /** 1 for the first version received, then 2, 3 … */
  @Column('integer')
  number!: number;
  /** Milliseconds since 1970. */
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  /** When the next revision came, or the report was withdrawn. */
  @Column('bigint', { name: 'superseded_at', nullable: true })
  supersededAt!: number | null;
  /** Equals supersededAt where the report was withdrawn then. */
  @Column('bigint', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: number | null;
  @Column('varchar')
  edition!: string;
  @Column('varchar')
  title!: string;
  /** ISO date. */
  @Column('varchar', { name: 'published_on', nullable: true })
  publishedOn!: string | null;
  @Column('boolean')
  synthetic!: boolean;
  /** Has no finding of severity ERROR. */
  @Column('boolean')
  valid!: boolean;
  /** Of the whole content, white space aside: the same again is no new revision. */
  @Column('varchar', { name: 'content_hash' })
  contentHash!: string;
  /** Of the figures alone: figures received without text equal a document with the same. */
  @Column('varchar', { name: 'figures_hash' })
  figuresHash!: string;
}
