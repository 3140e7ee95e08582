/**
 * Read connections of SQLite, by the driver itself: an ORM's wrapper costs several times what a short statement does.
 * A connection serialises its statements, so there is a small pool of them, and each keeps the statements that it has
 * prepared.
 */
import sqlite3 from 'sqlite3';
import {
  markIn,
  markStatement,
  shared,
  StatementTimeout,
  versionStatement,
  type Readers,
  type Row,
  type Snapshot,
} from './reader.js';
import type { Sql } from './sql.js';

/** Statements that one connection keeps prepared; the longest unused goes first. */
const kept = 100;

/** For how many milliseconds at most a connection stays at a moment that nobody reads at: the log of writes grows. */
const longestHeld = 20;

/** The driver's errors do not say of what they are. */
const failed = (text: string, error: Error): Error => new Error(`${error.message}: ${text}`, { cause: error });

const versionText = versionStatement.on('sqlite').text;
const markText = markStatement.on('sqlite').text;

class Connection {
  private readonly prepared = new Map<string, sqlite3.Statement>();
  private version: sqlite3.Statement | null = null;

  private constructor(private readonly database: sqlite3.Database) {}

  static open(path: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(path, sqlite3.OPEN_READONLY, (error) => {
        if (error) return reject(error);
        database.configure('busyTimeout', 5000);
        resolve(new Connection(database));
      });
    });
  }

  async all(text: string, parameters: unknown[]): Promise<Row[]> {
    const statement = this.take(text) ?? (await this.prepare(text));
    try {
      const rows = await new Promise<Row[]>((resolve, reject) => {
        statement.all<Row>(parameters, (error, found) => (error ? reject(failed(text, error)) : resolve(found)));
      });
      this.keep(text, statement);
      return rows;
    } catch (error) {
      statement.finalize();
      throw error;
    }
  }

  /**
   * The data's version, by a statement that is left at its only row: until it is begun again or reset, the connection
   * stays at the moment that it was read at. A transaction would be the same with two statements more.
   */
  async hold(): Promise<string> {
    this.holds = true;
    this.version ??= await this.prepare(versionText);
    const { version } = this;
    const row = await new Promise<Row | undefined>((resolve, reject) => {
      // With a parameter the driver begins it again, and so the connection goes on to the newest moment.
      version.get<Row>([1], (error, found) => (error ? reject(failed(versionText, error)) : resolve(found)));
    });
    return String(row?.['version']);
  }

  /** Whether the connection may be at an earlier moment than the newest. */
  holds = false;

  letGo(): Promise<void> {
    this.holds = false;
    return new Promise((resolve) => {
      if (this.version === null) resolve();
      else this.version.reset(() => resolve());
    });
  }

  interrupt(): void {
    this.database.interrupt();
  }

  async close(): Promise<void> {
    for (const statement of this.prepared.values()) statement.finalize();
    this.version?.finalize();
    await new Promise<void>((resolve, reject) => {
      this.database.close((error) => (error ? reject(error) : resolve()));
    });
  }

  private prepare(text: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement = this.database.prepare(text, (error) =>
        error ? reject(failed(text, error)) : resolve(statement),
      );
    });
  }

  private take(text: string): sqlite3.Statement | undefined {
    const statement = this.prepared.get(text);
    this.prepared.delete(text);
    return statement;
  }

  /** The newest used stands last. */
  private keep(text: string, statement: sqlite3.Statement): void {
    this.take(text)?.finalize();
    this.prepared.set(text, statement);
    if (this.prepared.size <= kept) return;
    for (const [oldest, unused] of this.prepared) {
      this.prepared.delete(oldest);
      unused.finalize();
      return;
    }
  }
}

/** SQLite hands over an integer beyond 2^53 as a rounded double: better no answer than a wrong one. */
function assertSafe(rows: readonly Row[]): void {
  for (const row of rows)
    for (const name in row) {
      const value = row[name];
      if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
        throw new RangeError(`The sum ${value} is no safe integer.`);
    }
}

export async function sqliteReaders(path: string, size: number, statementTimeout: number): Promise<Readers> {
  const pool = await Promise.all(Array.from({ length: size }, () => Connection.open(path)));
  // Apart, so that it never waits for a question.
  const marks = await Connection.open(path);
  const idle = [...pool];
  const waiting: ((connection: Connection) => void)[] = [];
  const lease = (): Connection | Promise<Connection> =>
    idle.pop() ?? new Promise<Connection>((resolve) => waiting.push(resolve));
  const giveBack = (connection: Connection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
    if (connection.holds) lettingGo ??= setTimeout(letGo, longestHeld);
  };
  // The next who wants a moment takes it up from the last without letting go: so that is done for those that are idle.
  let lettingGo: NodeJS.Timeout | null = null;
  const letGo = (): void => {
    lettingGo = null;
    for (const connection of idle) if (connection.holds) void connection.letGo();
  };
  let statements = 0;

  /** Of one statement at a time on each connection; it is stopped when it takes too long. */
  async function timed<T>(connection: Connection, work: Promise<T>): Promise<T> {
    statements++;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      connection.interrupt();
    }, statementTimeout);
    try {
      const result = await work;
      // Where it was done just then, the interruption may strike another.
      if (late) throw new StatementTimeout();
      return result;
    } catch (error) {
      if (late) throw new StatementTimeout();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function run(connection: Connection, statement: Sql): Promise<Row[]> {
    const { text, parameters } = statement.on('sqlite');
    const rows = await timed(connection, connection.all(text, parameters));
    assertSafe(rows);
    return rows;
  }

  async function read(statement: Sql): Promise<Row[]> {
    const connection = await lease();
    try {
      if (connection.holds) await connection.letGo();
      return await run(connection, statement);
    } finally {
      giveBack(connection);
    }
  }

  const server = {
    read,
    mark: shared(async () => {
      statements++;
      const [row] = await marks.all(markText, [1]);
      return markIn(row);
    }),
  };
  return {
    get statements() {
      return statements;
    },
    read,
    server: () => server,
    async snapshot(): Promise<Snapshot> {
      const connection = await lease();
      try {
        statements++;
        const version = await connection.hold();
        return {
          engine: 'sqlite',
          read: (statement) => run(connection, statement),
          dataVersion: async () => version,
          async release() {
            giveBack(connection);
          },
        };
      } catch (error) {
        giveBack(connection);
        throw error;
      }
    },
    async close() {
      if (lettingGo !== null) clearTimeout(lettingGo);
      await Promise.all([...pool, marks].map((one) => one.close()));
    },
  };
}
