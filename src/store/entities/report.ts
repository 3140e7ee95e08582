import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One agency, year and scope. */
@Entity('report')
@Index('report_agency_year_scope', ['agency', 'year', 'scope'], { unique: true })
export class ReportRow {
  /** Derived from agency, year and scope. */
  @PrimaryColumn('varchar')
  id!: string;
  /** An agency of today, or one that the register has since found to be another: then the report counts no more. */
  @Column('varchar')
  agency!: string;
  @Column('integer')
  year!: number;
  @Column('varchar')
  scope!: string;
}

/**
 * One document's content. Agency, year and scope stand here again, so that statistics read no third table. A
 * revision holds from receivedAt up to and without supersededAt: null is the one that counts now.
 *
 * Where the register finds that a report is another agency's, its revisions stay as they were until then (replacedAt),
 * and copies of them stand under the other agency from that moment on; those that were no longer the newest hold at
 * no time, and are there for the list of revisions.
 */
@Entity('report_revision')
@Index('report_revision_report', ['report', 'receivedAt', 'number'], { unique: true })
@Index('report_revision_current', ['supersededAt', 'year', 'rolledDivision', 'scope', 'agency'])
@Index('report_revision_agency', ['agency', 'year', 'scope'])
@Index('report_revision_copy', ['copyOf'])
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
  /** Milliseconds since 1970: from when on it holds. */
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  /** When its document was received; earlier than receivedAt where it was filed anew. */
  @Column('bigint', { name: 'document_received_at' })
  documentReceivedAt!: number;
  /** When the next revision came, or the report was withdrawn. */
  @Column('bigint', { name: 'superseded_at', nullable: true })
  supersededAt!: number | null;
  /** Equals supersededAt where the report was withdrawn then. */
  @Column('bigint', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: number | null;
  /** When it was filed anew under another agency; null: it stands in the report's list of revisions. */
  @Column('bigint', { name: 'replaced_at', nullable: true })
  replacedAt!: number | null;
  /** The revision that was filed anew as this one. */
  @Column('integer', { name: 'copy_of', nullable: true })
  copyOf!: number | null;
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
  /** Of the whole content, white space aside, see src/store/content-hash.ts: the same again is no new revision. */
  @Column('varchar', { name: 'content_hash' })
  contentHash!: string;
  /** Of the figures alone: figures received without text equal a document with the same. */
  @Column('varchar', { name: 'figures_hash' })
  figuresHash!: string;
  /** The division and type of agency under which it stands in the rows of sums; null: in none. */
  @Column('varchar', { name: 'rolled_division', nullable: true })
  rolledDivision!: string | null;
  @Column('varchar', { name: 'rolled_type', nullable: true })
  rolledType!: string | null;
}
