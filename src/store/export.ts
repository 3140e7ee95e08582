/**
 * Everything that was received, as lines of JSON in the order of its receipt: each document that is a revision or said
 * the same as one again, with its moment and its withdrawal, and each line of the register. Read into an empty database
 * in this order, they give the same answers. In another order figures without text that once equalled what was held may
 * come to stand under its title, edition and date: their own are not kept.
 */
import { jsonOfRegisterLine, type RegisterLine } from '../report/register-json.js';
import { jsonOfReportLine } from '../report/report-json.js';
import type { Chapter, Report, Scope } from '../report/report.js';
import type { Finding } from '../report/finding.js';
import { cells } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import { decodeCellTexts } from './cell-texts.js';
import type { Database, Reader, Row } from './database.js';
import { figuresOf } from './figures-of.js';
import { numberOrNull, textOrNull } from './nullable.js';
import { list, raw, sql, type Sql } from './sql.js';

/** Documents read at once. */
const chunkSize = 200;

/** Lines without their line breaks. */
export async function* exportLines(database: Database): AsyncGenerator<string> {
  const snapshot = await database.snapshot();
  try {
    yield* linesAt(snapshot);
  } finally {
    await snapshot.release();
  }
}

/** The same of one moment of the database. */
export async function* linesAt(snapshot: Reader): AsyncGenerator<string> {
  const documents = inOrder(received(snapshot, raw('received_at')), received(snapshot, raw('again_at')));
  for await (const { line } of inOrder(written(snapshot, documents), registerLines(snapshot))) yield line;
}

interface Moment {
  at: number;
}

/** Two streams in the order of their moments as one; at the same moment the first comes first. */
async function* inOrder<T extends Moment>(first: AsyncGenerator<T>, second: AsyncGenerator<T>): AsyncGenerator<T> {
  let [one, other] = [await first.next(), await second.next()];
  while (one.done !== true || other.done !== true) {
    if (one.done !== true && (other.done === true || one.value.at <= other.value.at)) {
      yield one.value;
      one = await first.next();
    } else if (other.done !== true) {
      yield other.value;
      other = await second.next();
    }
  }
}

interface Line extends Moment {
  line: string;
}

async function* registerLines(reader: Reader): AsyncGenerator<Line> {
  const rows = await reader.read(sql`SELECT received_at, line FROM register_line ORDER BY received_at, id`);
  for (const row of rows) {
    const at = Number(row['received_at']);
    const line = JSON.parse(String(row['line'])) as RegisterLine; // as the register wrote it
    yield { at, line: JSON.stringify(jsonOfRegisterLine({ ...line, receivedAt: new Date(at) })) };
  }
}

interface Receipt extends Moment {
  source: number;
  revision: number;
  /** The revision that this one is a copy of, or itself. */
  root: number;
}

/** The receipts of documents by one of their moments. */
async function* received(reader: Reader, moment: Sql): AsyncGenerator<Receipt> {
  let [at, id] = [Number.MIN_SAFE_INTEGER, 0];
  for (;;) {
    const rows =
      await reader.read(sql`SELECT s.id AS id, s.${moment} AS at, s.revision AS revision, r.copy_of AS copy_of
      FROM source_document s JOIN report_revision r ON r.id = s.revision
      WHERE (s.${moment}, s.id) > (${raw(String(at))}, ${raw(String(id))}) AND NOT s.filed_anew
      ORDER BY s.${moment}, s.id LIMIT ${raw(String(chunkSize))}`);
    for (const row of rows) {
      [at, id] = [Number(row['at']), Number(row['id'])];
      const revision = Number(row['revision']);
      yield { at, source: id, revision, root: numberOrNull(row['copy_of']) ?? revision };
    }
    if (rows.length < chunkSize) return;
  }
}

async function* written(reader: Reader, receipts: AsyncGenerator<Receipt>): AsyncGenerator<Line> {
  let chunk: Receipt[] = [];
  for await (const receipt of receipts) {
    chunk.push(receipt);
    if (chunk.length < chunkSize) continue;
    yield* await linesOf(reader, chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield* await linesOf(reader, chunk);
}

async function linesOf(reader: Reader, receipts: readonly Receipt[]): Promise<Line[]> {
  const revisions = [...new Set(receipts.map(({ revision }) => revision))];
  const figures = await figuresOf(reader, revisions, cells);
  const rows = await byNumber(
    reader,
    sql`SELECT r.*, t.cells, t.chapters, t.reading FROM report_revision r
      LEFT JOIN revision_text t ON t.revision = r.id WHERE r.id IN (${list(revisions)})`,
  );
  const sources = await byNumber(
    reader,
    sql`SELECT * FROM source_document WHERE id IN (${list(receipts.map(({ source }) => source))})`,
  );
  const withdrawals = await withdrawalsOf(
    reader,
    receipts.map(({ root }) => root),
  );
  return receipts.map(({ at, source, revision, root }) => {
    const [row, document] = [rows.get(revision), sources.get(source)];
    if (row === undefined || document === undefined) throw new Error(`the revision ${revision} is held in part`);
    const report: Report = {
      agency: String(document['agency']),
      division: String(document['division']),
      ...contentOf(row),
      figures: figures(revision),
      source: {
        name: String(document['name']),
        mediaType: String(document['media_type']),
        bytes: Number(document['bytes']),
        sha256: String(document['sha256']),
        url: textOrNull(document['url']),
      },
    };
    const withdrawn = withdrawals.get(root);
    const line = {
      report,
      revision: Number(row['number']),
      receivedAt: new Date(at),
      ...(withdrawn?.lastReceipt === at ? { withdrawnAt: new Date(withdrawn.at) } : {}),
    };
    return { at, line: JSON.stringify(jsonOfReportLine(line)) };
  });
}

async function byNumber(reader: Reader, statement: Sql): Promise<Map<number, Row>> {
  return new Map((await reader.read(statement)).map((row) => [Number(row['id']), row]));
}

function contentOf(row: Row): Omit<Report, 'agency' | 'division' | 'figures' | 'source'> {
  const decoded = <T>(column: string, decode: (text: string) => T, none: T): T => {
    const text = textOrNull(row[column]);
    return text === null ? none : decode(text);
  };
  return {
    year: Number(row['year']),
    // The intake writes no other.
    edition: row['edition'] as Edition,
    scope: row['scope'] as Scope,
    title: String(row['title']),
    publishedOn: textOrNull(row['published_on']),
    cells: decoded('cells', decodeCellTexts, {}),
    chapters: decoded('chapters', (text) => JSON.parse(text) as Chapter[], []),
    reading: decoded('reading', (text) => JSON.parse(text) as Finding[], []),
    synthetic: Boolean(row['synthetic']),
  };
}

/**
 * The withdrawal of a revision, or of the copy that it was filed anew as, stands with the last document that said it. A
 * copy also has the withdrawals from before it was made, which stand with the revisions of then.
 */
async function withdrawalsOf(
  reader: Reader,
  roots: readonly number[],
): Promise<Map<number, { at: number; lastReceipt: number }>> {
  const withdrawn = raw('CASE WHEN r.copy_of IS NULL OR r.withdrawn_at >= r.received_at THEN r.withdrawn_at END');
  const rows = await reader.read(sql`SELECT COALESCE(r.copy_of, r.id) AS root, MAX(${withdrawn}) AS withdrawn_at,
      MAX(s.received_at) AS received_at, MAX(s.again_at) AS again_at
    FROM report_revision r LEFT JOIN source_document s ON s.revision = r.id AND NOT s.filed_anew
    WHERE r.id IN (${list(roots)}) OR r.copy_of IN (${list(roots)})
    GROUP BY COALESCE(r.copy_of, r.id) HAVING MAX(${withdrawn}) IS NOT NULL`);
  return new Map(
    rows.map((row) => [
      Number(row['root']),
      {
        at: Number(row['withdrawn_at']),
        lastReceipt: Math.max(Number(row['received_at']), Number(row['again_at'] ?? 0)),
      },
    ]),
  );
}
