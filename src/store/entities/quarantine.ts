import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A document that could not be taken, kept with the reason, so that a later version can read it again. */
@Entity('quarantine')
@Index('quarantine_reason', ['reason'])
export class QuarantineRow {
  /** Derived from the content and the path it came by. */
  @PrimaryColumn('varchar')
  id!: string;
  /** As given to the import: folders, archive and name. */
  @Column('varchar')
  path!: string;
  @Column('varchar')
  reason!: string;
  @Column('text')
  message!: string;
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  @Column('varchar')
  sha256!: string;
  @Column('bigint')
  bytes!: number;
  /** Base64; null where the document is too large to be kept. */
  @Column('text', { nullable: true })
  content!: string | null;
}
