import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { sumColumns } from '../rollup/columns.js';

/**
 * Sums over the reports that count: of a division with all below it (TREE), or, where there are divisions below, of its
 * own agencies alone (SELF). type: empty of all agencies together; one type has rows of its own down to the province.
 *
 * scope OWN: by edition. CONSOLIDATED: of both editions together, as a report contains others whatever their edition.
 */
@Entity('rollup')
@Index('rollup_year', ['scope', 'year', 'type', 'kind', 'division', 'edition'])
export class RollupRow {
  @PrimaryColumn('varchar')
  scope!: string;
  @PrimaryColumn('varchar')
  kind!: string;
  @PrimaryColumn('varchar')
  division!: string;
  @PrimaryColumn('integer')
  year!: number;
  @PrimaryColumn('varchar')
  type!: string;
  @PrimaryColumn('varchar')
  edition!: string;
  [column: string]: string | number;
}

for (const name of sumColumns) Column('bigint', { name })(RollupRow.prototype, name);

/** How many agency-years of the division and year are missing; keys as of `rollup`. */
@Entity('rollup_missing')
@Index('rollup_missing_year', ['scope', 'year', 'type', 'kind', 'division'])
export class RollupMissingRow {
  @PrimaryColumn('varchar')
  scope!: string;
  @PrimaryColumn('varchar')
  kind!: string;
  @PrimaryColumn('varchar')
  division!: string;
  @PrimaryColumn('integer')
  year!: number;
  @PrimaryColumn('varchar')
  type!: string;
  @Column('integer')
  missing!: number;
}

/** The years in which a report of the scope is expected of an agency, as `rollup_missing` counts them. */
@Entity('agency_span')
@Index('agency_span_year_from', ['yearFrom'])
export class AgencySpanRow {
  @PrimaryColumn('varchar')
  agency!: string;
  @PrimaryColumn('varchar')
  scope!: string;
  @Column('varchar')
  division!: string;
  @Column('varchar')
  type!: string;
  @Column('integer', { name: 'year_from' })
  yearFrom!: number;
  /** Null: up to the newest year in the database. */
  @Column('integer', { name: 'year_to', nullable: true })
  yearTo!: number | null;
}
