import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DivisionRow } from './division.js';

/** An agency as it stands now. */
@Entity('agency')
@Index('agency_division', ['division', 'name'])
@Index('agency_parent', ['parent'])
export class AgencyRow {
  /** Derived from the division and name that it was first known by. */
  @PrimaryColumn('varchar')
  id!: string;
  @Column('varchar')
  @ForeignKey(() => DivisionRow, { name: 'agency_division_fk' })
  division!: string;
  @Column('varchar')
  name!: string;
  @Column('varchar')
  type!: string;
  /** Id of the agency above. */
  @Column('varchar', { nullable: true })
  parent!: string | null;
  /** The years of existence that the register states; both null where it states none. */
  @Column('integer', { name: 'exists_from', nullable: true })
  existsFrom!: number | null;
  @Column('integer', { name: 'exists_to', nullable: true })
  existsTo!: number | null;
}

/** What an agency was from one moment of receipt to another: `asOf` reads it in place of the agency. */
@Entity('agency_version')
@Index('agency_version_agency', ['agency', 'receivedAt'])
@Index('agency_version_division', ['division', 'receivedAt'])
export class AgencyVersionRow {
  @PrimaryColumn('integer')
  id!: number;
  /** Of an agency of today, or of one that the register has since found to be another. */
  @Column('varchar')
  agency!: string;
  /** Milliseconds since 1970. The version holds from here on, up to and without supersededAt. */
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  @Column('bigint', { name: 'superseded_at', nullable: true })
  supersededAt!: number | null;
  @Column('varchar')
  division!: string;
  @Column('varchar')
  name!: string;
  @Column('varchar')
  type!: string;
  @Column('varchar', { nullable: true })
  parent!: string | null;
  @Column('integer', { name: 'exists_from', nullable: true })
  existsFrom!: number | null;
  @Column('integer', { name: 'exists_to', nullable: true })
  existsTo!: number | null;
}

/** Every division and name by which a document can name an agency: its present one and its former ones. */
@Entity('agency_name')
@Index('agency_name_agency', ['agency'])
export class AgencyNameRow {
  @PrimaryColumn('varchar')
  division!: string;
  @PrimaryColumn('varchar')
  name!: string;
  @Column('varchar')
  @ForeignKey(() => AgencyRow, { name: 'agency_name_agency_fk' })
  agency!: string;
  /** The last year of a former name; null of the present one, or where the register does not say. */
  @Column('integer', { nullable: true })
  until!: number | null;
}

/** Two characters that follow each other in the present name of an agency, in the order of lists of agencies. */
@Entity('agency_bigram', { withoutRowid: true })
export class AgencyBigramRow {
  @PrimaryColumn('varchar')
  bigram!: string;
  @PrimaryColumn('varchar')
  division!: string;
  @PrimaryColumn('varchar')
  name!: string;
  @PrimaryColumn('varchar')
  agency!: string;
}

/** All agencies of the division are registered for those years. */
@Entity('register_complete')
export class RegisterCompleteRow {
  @PrimaryColumn('varchar')
  @ForeignKey(() => DivisionRow, { name: 'register_complete_division_fk' })
  division!: string;
  @PrimaryColumn('integer', { name: 'year_from' })
  from!: number;
  @Column('integer', { name: 'year_to', nullable: true })
  to!: number | null;
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
}

/** The lines of the register as they were received; what an agency is follows from them and from its name. */
@Entity('register_line')
@Index('register_line_agency', ['division', 'name'])
export class RegisterLineRow {
  @PrimaryColumn('integer')
  id!: number;
  @Column('bigint', { name: 'received_at' })
  receivedAt!: number;
  @Column('varchar')
  division!: string;
  /** The agency's name; null of a line that calls a division complete. */
  @Column('varchar', { nullable: true })
  name!: string | null;
  /** JSON. */
  @Column('text')
  line!: string;
}
