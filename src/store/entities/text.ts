import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReportRevisionRow } from './report.js';

/** How the cells of a revision stand in its document: one compact value, see src/store/cell-texts.ts. */
@Entity('cell_texts')
export class CellTextsRow {
  @PrimaryColumn('integer')
  @ForeignKey(() => ReportRevisionRow, { name: 'cell_texts_revision_fk' })
  revision!: number;
  @Column('text')
  cells!: string;
}

/** A document that a revision was read from: the first, then those that said the same again. */
@Entity('source_document')
@Index('source_document_revision', ['revision', 'id'])
@Index('source_document_sha256', ['sha256'])
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
  /** JSON: the text of the chapters, and what reading alone saw; of a revision's first document only. */
  @Column('text', { nullable: true })
  chapters!: string | null;
  @Column('text', { nullable: true })
  reading!: string | null;
}
