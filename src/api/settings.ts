/** Every setting of the program, with the variable of the environment that it comes from: docs/settings.md lists them. */

export interface Settings {
  databaseUrl: string;
  databaseReplicaUrls: string[];
  databaseReaders: number;
  host: string;
  port: number;
  seed: 'auto' | 'never';
  corsOrigins: string[];
  introspection: boolean;
  cacheControl: string;
  bodyLimit: number;
  depthLimit: number;
  tokenLimit: number;
  complexityLimit: number;
  statementTimeout: number;
  requestTimeout: number;
  concurrentRequests: number;
  downloadRowLimit: number;
  downloadTimeout: number;
  concurrentDownloads: number;
  dataLicence: string;
  shutdownTimeout: number;
  documentLimit: number;
  unpackedLimit: number;
}

export interface Setting<Value> {
  /** The variable of the environment. */
  variable: string;
  /** As it would be written in the environment; empty where there is none. */
  default: string;
  description: string;
  /** @returns undefined where the text is no such value */
  parse: (text: string) => Value | undefined;
  /** What a value looks like, for the message. */
  expected: string;
}

const text = { parse: (value: string) => value, expected: 'a text' };
const list = {
  parse: (value: string) =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  expected: 'a list with commas between',
};
const whole = (least: number, most = Number.MAX_SAFE_INTEGER) => ({
  parse: (value: string) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? number : undefined;
  },
  expected: `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? ' on' : ` to ${most}`}`,
});
const choice = <Name extends string>(...names: Name[]) => ({
  parse: (value: string) => names.find((name) => name === value),
  expected: names.join(' or '),
});
const truth = {
  parse: (value: string) => (value === 'true' ? true : value === 'false' ? false : undefined),
  expected: 'true or false',
};
const databaseUrl = {
  parse: (value: string) => (/^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(value) ? value : undefined),
  expected: 'sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME',
};

/** In the order of docs/settings.md. */
export const settings: { [Name in keyof Settings]: Setting<Settings[Name]> } = {
  databaseUrl: {
    variable: 'DATABASE_URL',
    default: 'sqlite:data/gongkai.sqlite',
    description: 'The database: a file of SQLite, or PostgreSQL.',
    ...databaseUrl,
  },
  databaseReplicaUrls: {
    variable: 'DATABASE_REPLICA_URLS',
    default: '',
    description: 'Streaming replicas of PostgreSQL, with commas between: questions are read from them.',
    ...list,
  },
  databaseReaders: {
    variable: 'DATABASE_READERS',
    default: '4',
    description: 'How many connections read at once, of each database.',
    ...whole(1, 1000),
  },
  host: {
    variable: 'HOST',
    default: '127.0.0.1',
    description:
      'The address to listen on. There is no authentication yet: leave it on loopback, or stand a proxy before it.',
    ...text,
  },
  port: {
    variable: 'PORT',
    default: '4000',
    description: 'The port to listen on; 0 takes a free one.',
    ...whole(0, 65535),
  },
  seed: {
    variable: 'SEED',
    default: 'auto',
    description:
      '`auto` loads the reports of seeds/ into an empty database, `never` does not. The divisions always come.',
    ...choice('auto', 'never'),
  },
  corsOrigins: {
    variable: 'CORS_ORIGINS',
    default: '',
    description:
      "Origins of pages that may ask from a reader's browser, with commas between, such as https://example.org.",
    ...list,
  },
  introspection: {
    variable: 'INTROSPECTION',
    default: 'true',
    description: 'Whether the schema can be asked for; GraphiQL needs it.',
    ...truth,
  },
  cacheControl: {
    variable: 'CACHE_CONTROL',
    default: 'no-cache',
    description: 'Cache-Control of answers to GET. With `no-cache` every use is checked against the ETag.',
    ...text,
  },
  bodyLimit: {
    variable: 'BODY_LIMIT',
    default: '102400',
    description: 'The largest body of a request, in bytes.',
    ...whole(1),
  },
  depthLimit: {
    variable: 'DEPTH_LIMIT',
    default: '16',
    description: 'How many fields deep a query may go, introspection apart.',
    ...whole(1),
  },
  tokenLimit: {
    variable: 'TOKEN_LIMIT',
    default: '2000',
    description: 'How many tokens (names, brackets, numbers …) a query may have.',
    ...whole(1),
  },
  complexityLimit: {
    variable: 'COMPLEXITY_LIMIT',
    default: '200000',
    description:
      'What a query may cost, counted from its fields and arguments: about the number of figures it can read.',
    ...whole(1),
  },
  statementTimeout: {
    variable: 'STATEMENT_TIMEOUT',
    default: '2000',
    description: 'How long one statement of a question may run, in milliseconds.',
    ...whole(1),
  },
  requestTimeout: {
    variable: 'REQUEST_TIMEOUT',
    default: '10000',
    description: 'How long one request may take, in milliseconds.',
    ...whole(1),
  },
  concurrentRequests: {
    variable: 'CONCURRENT_REQUESTS',
    default: '100',
    description: 'How many requests are worked on at once; more are answered with 503 and Retry-After.',
    ...whole(1),
  },
  downloadRowLimit: {
    variable: 'DOWNLOAD_ROW_LIMIT',
    default: '1000000',
    description: 'The most rows of a table that is downloaded. An Excel sheet has no more than 1,048,576.',
    ...whole(1, 1_048_575),
  },
  downloadTimeout: {
    variable: 'DOWNLOAD_TIMEOUT',
    default: '300000',
    description: 'How long one download may take, until its last byte has been sent, in milliseconds.',
    ...whole(1),
  },
  concurrentDownloads: {
    variable: 'CONCURRENT_DOWNLOADS',
    default: '2',
    description:
      'How many downloads are made at once; more are answered with 503 and Retry-After. Each keeps one of `DATABASE_READERS`.',
    ...whole(1),
  },
  dataLicence: {
    variable: 'DATA_LICENCE',
    default: 'The figures are facts published by the agencies named in them (政府信息公开条例).',
    description: 'The licence of the data, as every download states it.',
    ...text,
  },
  shutdownTimeout: {
    variable: 'SHUTDOWN_TIMEOUT',
    default: '15000',
    description: 'How long open requests are waited for at the end, in milliseconds.',
    ...whole(0),
  },
  documentLimit: {
    variable: 'DOCUMENT_LIMIT',
    default: '52428800',
    description: 'The largest document that is read, in bytes; of NDJSON the largest line.',
    ...whole(1),
  },
  unpackedLimit: {
    variable: 'UNPACKED_LIMIT',
    default: '209715200',
    description: 'How large a Word document may be unpacked, in bytes.',
    ...whole(1),
  },
};

/** A setting that cannot be understood; the message names the variable and what it should hold. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

function read<Value>({ variable, default: usual, parse, expected }: Setting<Value>, environment: Environment): Value {
  const given = environment[variable];
  const found = given === undefined || given === '' ? usual : given;
  const value = parse(found);
  if (value === undefined) throw new BadSetting(`${variable}: found 「${found}」, expected ${expected}.`);
  return value;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of an environment; a variable that is absent or empty has its default. */
export function settingsFrom(environment: Environment): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, read(setting as Setting<unknown>, environment)]),
  ) as unknown as Settings;
}
