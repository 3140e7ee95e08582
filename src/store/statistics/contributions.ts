/**
 * The reports behind a figure of a row: which they are and what each adds, the largest first. For all rows of a list
 * in the same statements; their sum is the figure, since both are read from the same table of counted reports.
 */
import { fenPerWanYuan } from '../../template/amount.js';
import type { Cell } from '../../template/figures.js';
import type { Measure } from '../../template/measures.js';
import { ratio } from '../../template/rates.js';
import { cursorsOf, type PlaceValue } from '../cursor.js';
import type { Reader, Row } from '../database.js';
import { oneOf } from '../filter.js';
import { isAfter, orderedBy, placeColumns, placeIn, type OrderTerm } from '../order.js';
import type { Page } from '../page.js';
import type { Paging } from '../question.js';
import { reportsOfRevisions, type ReportNode } from '../reports.js';
import { join, raw, sql, type Sql } from '../sql.js';
import { keyText, type KeyValue } from './aggregate.js';
import { integer, integerOrNull, reportsBehind, type Selection } from './groups.js';
import type { RowOrigin } from './row.js';

/** Counts, 万元 or a ratio; numerator and denominator of a rate alone. */
export interface Explained {
  figure: number | null;
  numerator: number | null;
  denominator: number | null;
}

export interface Contribution extends Explained {
  revisionId: number;
  /** Of the row's figure, of a rate of its numerator; null where that is 0. */
  share: number | null;
  /** Whether it stands on a total that was filled from its parts. */
  repaired: boolean;
  /** Null where it was not asked for. */
  report: ReportNode | null;
}

export interface Contributions extends Page<Contribution> {
  total: Explained;
}

/** By what a report adds, of a rate to its numerator; ties by the usual order of reports, whose scope is one. */
const order: readonly OrderTerm[] = [
  { value: raw('figure'), direction: 'DESC' },
  { value: raw('report_year'), direction: 'DESC' },
  { value: raw('report_division'), direction: 'ASC' },
  { value: raw('report_agency'), direction: 'ASC' },
];

/** @param cells those to be read of each report; null where no report is asked for */
export async function contributions(
  reader: Reader,
  rows: readonly RowOrigin[],
  measure: Measure,
  paging: Paging,
  cells: readonly Cell[] | null,
): Promise<Contributions[]> {
  const read = new Map<Selection, ByGroup>();
  for (const { selection, question } of rows) {
    if (read.has(selection)) continue;
    const together = rows.filter((row) => row.selection === selection).map(({ keys }) => keys);
    read.set(selection, await ofSelection(reader, selection, together, measure, question, paging));
  }
  const pages = rows.map(({ selection, keys }) => {
    const page = read.get(selection)?.get(keyText(keys));
    return page ?? { nodes: [], cursors: [], totalCount: 0, hasNextPage: false, total: explained(measure, null, null) };
  });
  if (cells === null) return pages;
  const revisions = pages.flatMap(({ nodes }) => nodes.map(({ revisionId }) => revisionId));
  const reports = await reportsOfRevisions(reader, revisions, cells);
  return pages.map((page) => ({
    ...page,
    nodes: page.nodes.map((node) => ({ ...node, report: reports.get(node.revisionId) ?? null })),
  }));
}

type ByGroup = Map<string, Contributions>;

async function ofSelection(
  reader: Reader,
  selection: Selection,
  groups: readonly (readonly KeyValue[])[],
  measure: Measure,
  question: unknown,
  { first, after }: Paging,
): Promise<ByGroup> {
  const cursors = cursorsOf({ contributions: measure.name, question });
  const place: PlaceValue[] | null = after == null ? null : cursors.placeOf(after, order.length);
  // Key by key: a group between those asked for may be read with them, and is dropped.
  const only = selection.keys.map((_, index) =>
    oneOf(raw(`k${index}`), [...new Set(groups.map((keys) => keys[index]).filter((key) => key !== undefined))]),
  );
  const { tables, keys } = reportsBehind(selection, measure, only);
  const found: ByGroup = new Map();
  const totals = await reader.read(sql`WITH ${tables}
    SELECT ${list([...keys, 'COUNT(*) AS reports', 'SUM(figure) AS figure', 'SUM(denominator) AS denominator'])}
    FROM behind ${raw(keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')}`)}`);
  for (const row of totals) {
    const total = explained(measure, integerOrNull(row, 'figure'), integerOrNull(row, 'denominator'));
    const totalCount = integer(row, 'reports');
    found.set(textOf(row, keys), { nodes: [], cursors: [], totalCount, hasNextPage: false, total });
  }
  const repaired = selection.quality === 'REPAIRED' ? ['repaired'] : [];
  const partition = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const reports = await reader.read(sql`WITH ${tables}
    SELECT * FROM (
      SELECT ${list([...keys, 'revision', 'figure', 'denominator', ...repaired])}, ${placeColumns(order)},
        ROW_NUMBER() OVER (${raw(partition)} ORDER BY ${orderedBy(order)}) AS place
      FROM behind ${place === null ? raw('') : sql`WHERE ${isAfter(order, place)}`}) placed
    WHERE place <= ${raw(String(first + 1))} ORDER BY ${list([...keys, 'place'])}`);
  for (const row of reports) {
    const page = found.get(textOf(row, keys));
    if (page === undefined) throw new Error('a report behind a figure without its group');
    if (page.nodes.length === first) {
      page.hasNextPage = true;
      continue;
    }
    const own = explained(measure, integer(row, 'figure'), integerOrNull(row, 'denominator'));
    page.nodes.push({
      ...own,
      revisionId: integer(row, 'revision'),
      share: shareOf(own, page.total),
      repaired: row['repaired'] === 1,
      report: null,
    });
    page.cursors.push(cursors.at(placeIn(row, order)));
  }
  return found;
}

const list = (columns: readonly string[]): Sql => join(columns.map(raw), ', ');

const textOf = (row: Row, keys: readonly string[]): string => keyText(keys.map((key) => row[key] as KeyValue)); // the statement gives no other

/** From counts or fen. */
function explained({ kind, unit }: Measure, sum: number | null, denominator: number | null): Explained {
  if (kind === 'rate') {
    const { value, ...sides } = ratio(sum, denominator);
    return { figure: value, ...sides };
  }
  const figure = sum === null || unit !== 'WAN_YUAN' ? sum : sum / fenPerWanYuan;
  return { figure, numerator: null, denominator: null };
}

function shareOf(own: Explained, total: Explained): number | null {
  const [part, whole] = [own.numerator ?? own.figure, total.numerator ?? total.figure];
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
