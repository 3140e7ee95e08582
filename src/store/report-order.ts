/**
 * Which reports count of a year in a province, in the usual order of a list, kept in memory while the data's version
 * stands: of the first page of a division the database then looks up the rows, not which they are. They are read when the
 * same year and province is asked for a second time.
 */
import { country, isWithin } from '../report/divisions.js';
import { scopes } from '../report/report.js';
import { meetsInt, rangeOf } from './filter.js';
import { KeptPieces } from './kept-pieces.js';
import { readLists } from './columns.js';
import { placeInEnum } from './order.js';
import type { ReportFilter } from './question.js';
import type { Reader } from './reader.js';
import { raw, sql } from './sql.js';
import { nameOf, partOf, type Piece } from './statistics/report-columns.js';

/** Divisions that have reports, in the order of their codes, and where those of each begin among all. */
class PieceInOrder {
  readonly codes: string[] = [];
  private readonly starts: number[] = [];
  private readonly revisions: Float64Array;

  constructor(divisions: readonly unknown[], revisions: readonly unknown[]) {
    divisions.forEach((division, at) => {
      const code = String(division);
      if (code === this.codes.at(-1)) return;
      this.codes.push(code);
      this.starts.push(at);
    });
    this.revisions = Float64Array.from(revisions, Number);
  }

  /** Those of the divisions that it says yes to, as long as there are not so many. */
  addTo(found: number[], isAsked: (code: string) => boolean, most: number): void {
    for (let place = 0; place < this.codes.length && found.length < most; place++) {
      if (!isAsked(this.codes[place] ?? '')) continue;
      const start = this.starts[place] ?? 0;
      const end = Math.min(this.starts[place + 1] ?? this.revisions.length, start + most - found.length);
      found.push(...this.revisions.subarray(start, end));
    }
  }

  get bytes(): number {
    return overhead + bytesOfDivision * this.codes.length + this.revisions.byteLength;
  }
}
/** Of a piece without reports; of a division's code, its place in the list, and where it begins. */
const overhead = 1_000;
const bytesOfDivision = 40;

/** So many are kept at most: a million reports take about 10. */
const mostBytes = 16 * 2 ** 20;

/** What a list asks for, where it follows from the order alone. */
interface Asked {
  part: string;
  isAsked: (code: string) => boolean;
}

export class ReportOrder {
  private readonly kept = new KeptPieces<PieceInOrder>(mostBytes);

  clear(): void {
    this.kept.clear();
  }

  /**
   * The first revisions of the list, at most so many; null where the order is not kept, or does not tell.
   *
   * @param years of which reports are held, the newest first
   * @param isCurrent whether what is kept is of the moment that the reader is at
   */
  async first(
    reader: Reader,
    filter: ReportFilter,
    years: readonly number[],
    limit: number,
    isCurrent: () => Promise<boolean>,
  ): Promise<number[] | null> {
    const asked = askedBy(filter);
    if (asked === null || !(await isCurrent())) return null;
    const found: number[] = [];
    for (const year of years) {
      if (found.length >= limit) break;
      if (!meetsInt(year, filter.year ?? {})) continue;
      const piece = await this.read(reader, { year, part: asked.part }, isCurrent);
      if (piece === null) return null;
      piece.addTo(found, asked.isAsked, limit);
    }
    return found;
  }

  private async read(reader: Reader, of: Piece, isCurrent: () => Promise<boolean>): Promise<PieceInOrder | null> {
    const name = nameOf(of);
    const known = this.kept.get(name);
    if (known === undefined && !this.kept.wereAsked([name])) return null;
    const piece = known ?? (await readPiece(reader, of));
    if (known === undefined) await reader.settle?.();
    if (!(await isCurrent())) return null;
    this.kept.keep(name, piece);
    return piece;
  }
}

/** Null where anything but the year and one division, with or without all below it, decides. */
function askedBy({ year: _, division, ...others }: ReportFilter): Asked | null {
  const { eq, within, ...more } = division ?? {};
  if ([...Object.values(others), ...Object.values(more)].some((condition) => condition != null)) return null;
  if ((eq == null) === (within == null)) return null;
  const code = eq ?? within ?? '';
  // The reports of the whole country lie in many pieces; a list of them begins with the first.
  if (within === country().code) return null;
  if (eq != null) return { part: partOf(code), isAsked: (one) => one === code };
  const [first, last] = rangeOf(code);
  return {
    part: partOf(code),
    isAsked: (one) => one >= first && one <= last && isWithin(one, code),
  };
}

/** CROSS JOIN: SQLite keeps this order of reading. */
async function readPiece(reader: Reader, { year, part }: Piece): Promise<PieceInOrder> {
  const [first, last] = part === country().code ? [part, part] : rangeOf(part);
  const lists = await readLists(
    reader,
    [
      { name: 'division', value: raw('a.division') },
      { name: 'revision', value: raw('r.id') },
    ],
    sql`FROM agency a CROSS JOIN report_revision r
    WHERE a.division BETWEEN ${first} AND ${last} AND r.agency = a.id AND r.year = ${year} AND +r.superseded_at IS NULL
    ORDER BY a.division, a.name, ${placeInEnum(raw('r.scope'), scopes)}`,
  );
  return new PieceInOrder(lists('division'), lists('revision'));
}
