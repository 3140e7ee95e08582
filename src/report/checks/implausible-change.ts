import { disclosure } from '../../template/disclosure.js';
import { rows, type Cell, type RowPlace } from '../../template/figures.js';
import type { Column } from '../../template/form.js';
import { cellName } from '../cell-name.js';
import type { Check } from '../check.js';

const { itemsLastYear, change, decisions } = disclosure.parts.licensing.columns.columns;

/** From this size on a change that equals the decisions is hardly chance. */
const noChance = 10;

interface Changing {
  before: Cell;
  changed: Cell;
  /** 行政事业性收费 has no decisions. */
  decided: Cell | undefined;
}

function changing({ cells }: RowPlace): Changing[] {
  const at = (column: Column): Cell | undefined => cells.find((cell) => cell.column === column);
  const [before, changed, decided] = [at(itemsLastYear), at(change), at(decisions)];
  return before === undefined || changed === undefined ? [] : [{ before, changed, decided }];
}

const changingRows = rows.flatMap(changing);

/** Why the change can hardly be meant; null where nothing is odd. */
function oddity(before: number | null, change: number, made: number | null, hasDecisions: boolean): string | null {
  if (before !== null && before + change < 0) return `${-change} dropped, of ${before} in the year before`;
  if (change < noChance) return null;
  if (made === change) return `${change} is also the number of decisions of the year`;
  if (hasDecisions && made === null && before !== null && before > 0 && change > before) {
    return `${change} added to ${before}, and the decisions left blank: the numbers may stand a column too early`;
  }
  return null;
}

/**
 * 本年增/减 of the form of 2019, where it can hardly be meant: more items dropped than there were; the number of
 * decisions over again; more than there were, with no decisions beside it, as where numbers stand a column too early.
 */
export const implausibleChange: Check = {
  id: 'implausible-change',
  severity: 'NOTE',
  *find(figures, { edition }) {
    for (const { before, changed, decided } of changingRows) {
      const by = changed.in(figures);
      if (by === null) continue;
      const odd = oddity(before.in(figures), by, decided?.in(figures) ?? null, decided !== undefined);
      if (odd === null) continue;
      const cells = [before, changed, ...(decided === undefined ? [] : [decided])].map((cell) => cell.path);
      yield { message: `${cellName(changed, edition)}: ${odd}.`, cells };
    }
  },
};
