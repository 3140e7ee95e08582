import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReportRevisionRow } from './report.js';

/** What a revision says beside its figures; none where figures alone were received. */
@Entity('revision_text')
export class RevisionTextRow {
  @PrimaryColumn('integer')
  @ForeignKey(() => ReportRevisionRow, { name: 'revision_text_revision_fk' })
  revision!: number;
  /** How its cells stand in the document: one compact value, see src/store/cell-texts.ts. */
  @Column('text', { nullable: true })
  cells!: string | null;
  /** JSON: the chapters. */
  @Column('text', { nullable: true })
  chapters!: string | null;
  /** JSON: the findings of reading. */
  @Column('text', { nullable: true })
  reading!: string | null;
}

/** A document that a revision was read from: the first, then those that said the same again. */
@Entity('source_document')
@Index('source_document_revision', ['revision', 'id'])
@Index('source_document_received', ['receivedAt', 'id'])
@Index('source_document_again', ['againAt', 'id'])
export class SourceDocumentRow {
  @PrimaryColumn('integer')
  id!: number;
  @Column('integer')
  @ForeignKey(() => ReportRevisionRow, { name: 'source_document_revision_fk' })
  revision!: number;
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  /** When the same document came last, if it came again. */
  @Column('bigint', { name: 'again_at', nullable: true })
  againAt!: number | null;
  /** Noted already with the revision that this one is a copy of. */
  @Column('boolean', { name: 'filed_anew' })
  filedAnew!: boolean;
  /** The agency, as it was called when the document came. */
  @Column('varchar')
  division!: string;
  @Column('varchar')
  agency!: string;
  @Column('varchar')
  name!: string;
  @Column('varchar', { name: 'media_type' })
  mediaType!: string;
  @Column('varchar')
  sha256!: string;
  @Column('bigint')
  bytes!: number;
  @Column('varchar', { nullable: true })
  url!: string | null;
}
