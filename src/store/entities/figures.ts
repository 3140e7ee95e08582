import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { cells } from '../../template/figures.js';
import { ReportRevisionRow } from './report.js';

/** The figures of one revision as reported, a column per cell of the form; money in fen. */
@Entity('figures')
export class FiguresRow {
  @PrimaryColumn('integer')
  @ForeignKey(() => ReportRevisionRow, { name: 'figures_revision_fk' })
  revision!: number;
  [cellPath: string]: number | null;
}

for (const { path, databaseColumn } of cells)
  Column('bigint', { name: databaseColumn, nullable: true })(FiguresRow.prototype, path);
