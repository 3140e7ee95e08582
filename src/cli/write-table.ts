/** A query on the database as a table in one of the formats. */
import { formats, type TableFormat } from '../api/download/formats.js';
import type { FormatOptions } from '../api/download/format-options.js';
import { NotAnswered } from '../api/download/page-reading.js';
import { tableOf, type Table, type TableAsked } from '../api/download/table.js';
import { startGraphqlServer, type QueryLimits } from '../api/graphql-server.js';
import { Moment } from '../api/moment.js';
import { BadQuestion } from '../store/bad-question.js';
import type { Database } from '../store/database.js';
import { Interrupted, writing, writingFile } from './output.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface TableWanted {
  format: TableFormat;
  table: TableAsked;
  options: FormatOptions;
  licence: string;
  /** The path of a file; without, standard output. */
  out?: string;
}

/** An Excel sheet has no more rows under its header. */
const mostRows: Partial<Record<TableFormat, number>> = { xlsx: 1_048_575 };

export async function writeTable(
  database: Database,
  { format, table: asked, options, licence, out }: TableWanted,
  limits: QueryLimits,
  terminal: Terminal,
): Promise<number> {
  const server = await startGraphqlServer({ limits, introspection: true, log: () => undefined });
  const moment = new Moment(database, limits.requestTimeout);
  try {
    const table = await tableOf({ server, moment }, asked, {
      complexityLimit: limits.complexityLimit,
      rowLimit: mostRows[format] ?? Number.MAX_SAFE_INTEGER,
      licence,
    });
    const stoppable = stoppedBy(terminal.stop, table);
    const writer = formats[format];
    if (writer.kind === 'file') await writingFile(out, terminal, (path) => writer.write(stoppable, path, options));
    else
      await writing(out, terminal, async (write) => {
        for await (const piece of writer.text(stoppable, options)) await write(piece);
      });
    return status.well;
  } catch (error) {
    if (error instanceof Interrupted) return status.interrupted;
    if (error instanceof BadQuestion) throw new WrongUsage(error.message);
    if (!(error instanceof NotAnswered)) throw error;
    for (const { message } of error.errors) await terminal.stderr.write(`${message}\n`);
    return status.someInputBad;
  } finally {
    await moment.end();
    await server.stop();
  }
}

const stoppedBy = (stop: AbortSignal, table: Table): Table => ({
  ...table,
  pages: untilStopped(table.pages, stop),
  async coverage() {
    const told = await table.coverage();
    return { ...told, rows: told.rows && { ...told.rows, pages: untilStopped(told.rows.pages, stop) } };
  },
});

async function* untilStopped<T>(pages: AsyncGenerator<T>, stop: AbortSignal): AsyncGenerator<T> {
  for await (const page of pages) {
    if (stop.aborted) throw new Interrupted();
    yield page;
  }
}
