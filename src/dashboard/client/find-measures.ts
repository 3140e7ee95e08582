/** Measures by words of either language, each in its place in the form: for the page of measures and for choosing some. */
import { measureLabels } from './labels.generated';
import { measureTree, type MeasureCell, type MeasureChapter, type MeasureRow } from './measure-tree.generated';
import type { Measure } from './schema.generated';

export interface Wanted {
  /** All of its words must be found in the labels or the name, whatever their case. */
  words: string;
  /** Key of a chapter. */
  chapter: string | null;
  accepts: (cell: MeasureCell) => boolean;
  /** What else of a measure is searched. */
  textOf: (measure: Measure) => string;
}

/** The tree with what is wanted alone: no chapter and no row is empty. */
export function findMeasures(wanted: Partial<Wanted>): MeasureChapter[] {
  const { words = '', chapter = null, accepts = () => true, textOf = () => '' } = wanted;
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  return measureTree
    .filter(({ key }) => chapter === null || key === chapter)
    .map((one) => ({
      ...one,
      rows: one.rows
        .map((row) => ({
          ...row,
          cells: row.cells.filter((cell) => {
            if (!accepts(cell)) return false;
            const text = `${written(row, cell)} ${textOf(cell.measure)}`.toLowerCase();
            return sought.every((word) => text.includes(word));
          }),
        }))
        .filter(({ cells }) => cells.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function written(row: MeasureRow, { measure }: MeasureCell): string {
  const { zh, en } = measureLabels[measure];
  return [zh, en, measure, row.zh, row.en, ...row.groups.flatMap((group) => [group.zh, group.en])].join(' ');
}

export const countMeasures = (chapters: readonly MeasureChapter[]): number =>
  chapters.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).length;
