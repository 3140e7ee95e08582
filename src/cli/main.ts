/** The command line: what can be asked, and what it says when it cannot be done. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { BadSetting, settings as descriptions, settingsFrom, type Settings } from '../api/settings.js';
import type { Stated } from '../reading/identify.js';
import type { Limits } from '../reading/limits.js';
import { reportYears } from '../report/report-json.js';
import { scopes, type Scope } from '../report/report.js';
import type { ConsolidateOptions } from './consolidate.js';
import { labelChoices, usualOptions } from '../api/download/format-options.js';
import type { ExportOptions } from './export.js';
import { queryFormats, exportFormats } from './formats.js';
import type { GenerateOptions } from './generate.js';
import type { QueryOptions } from './query.js';
import { ReaderGone, status, WrongUsage, type Terminal } from './terminal.js';

interface DatabaseOption {
  database?: string;
}
interface StatedOptions {
  division?: string;
  agency?: string;
  year?: number;
}

/** @returns the status of the process */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  let result: number = status.well;
  const said: Promise<void>[] = [];
  const ending = (work: () => Promise<number>) => async (): Promise<void> => {
    result = await work();
  };
  const program = commands(terminal, ending);
  const tell = (command: Command): void => {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => said.push(terminal.stdout.write(text)),
      writeErr: (text) => said.push(terminal.stderr.write(text)),
    });
    command.commands.forEach(tell);
  };
  tell(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    result = await statusOf(error, terminal);
  }
  await Promise.allSettled(said);
  return result;
}

async function statusOf(error: unknown, terminal: Terminal): Promise<number> {
  if (error instanceof ReaderGone) return status.well;
  if (error instanceof CommanderError) return error.exitCode === 0 ? status.well : status.wrongUsage;
  const message = error instanceof Error ? error.message : String(error);
  await terminal.stderr.write(`${sentence(error, message)}\n`).catch(() => undefined);
  return status.wrongUsage;
}

function sentence(error: unknown, message: string): string {
  if (error instanceof WrongUsage || error instanceof BadSetting) return message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|28P01|3D000|SQLITE_|ENOENT|EACCES)/u.test(code))
    return `The database cannot be opened (${message}). See --database and DATABASE_URL.`;
  return `It could not be done: ${message}`;
}

function commands(terminal: Terminal, ending: (work: () => Promise<number>) => () => Promise<void>): Command {
  const settingsOf = ({ database }: DatabaseOption): Settings =>
    settingsFrom({
      ...terminal.environment,
      ...(database !== undefined && { [descriptions.databaseUrl.variable]: database }),
    });
  const database = (): Option =>
    new Option('--database <url>', `sqlite:PATH or postgres://…, instead of ${descriptions.databaseUrl.variable}`);
  const labels = (): Option =>
    new Option('--labels <which>', 'at the top of the columns of CSV and Excel')
      .choices(labelChoices)
      .default(usualOptions.labels);
  const out = (): Option =>
    new Option('--out <file>', 'a file instead of standard output; it is there only when it is whole');

  const program = new Command('gongkai')
    .description(
      "Reads China's annual reports on government information disclosure (政府信息公开工作年度报告), checks every figure,\n" +
        'and answers questions about them over GraphQL.',
    )
    .helpCommand(false)
    .showHelpAfterError('(--help shows what can be given)')
    .addHelpText(
      'after',
      `
Status: 0 all went well; 1 some input was quarantined or invalid, the rest was stored; 2 it was not given as it can be run.
Results go to standard output, progress and warnings to standard error.

Examples:
  $ gongkai import reports/                        a folder of reports into the database
  $ gongkai validate 年报.docx                      what the checks find in one of them
  $ gongkai serve                                  GraphQL and GraphiQL on http://127.0.0.1:4000`,
    );

  stating(program.command('import'))
    .description('reads reports into the database: files, folders, .zip, or - for NDJSON on standard input')
    .argument('[path...]')
    .option('--json', 'one JSON object on standard output instead of sentences')
    .option('--again', 'reads what is in quarantine again, as after a new version of the program', false)
    .addOption(database())
    .addHelpText(
      'after',
      `
What cannot be taken is kept in quarantine with its reason; everything else of the batch is stored.

Examples:
  $ gongkai import reports/ more.zip
  $ gongkai import 年报.txt --agency 统计局 --division 640302 --year 2020
  $ gongkai export | gongkai import - --database postgres://localhost/gongkai`,
    )
    .action((paths: string[], options: DatabaseOption & StatedOptions & { json?: boolean; again: boolean }) =>
      ending(async () => {
        const { importReports } = await import('./import.js');
        const settings = settingsOf(options);
        const stated = await statedIn(options);
        const { again } = options;
        return importReports(
          paths,
          { settings, stated, limits: limitsOf(settings), json: options.json === true, again },
          terminal,
        );
      })(),
    );

  stating(program.command('validate'))
    .description('reads and checks reports as import does, with no database')
    .argument('<path...>')
    .option('--json', 'one JSON object per report on a line')
    .addHelpText(
      'after',
      `
Examples:
  $ gongkai validate 年报.docx
  $ gongkai validate reports/ --json > findings.ndjson`,
    )
    .action((paths: string[], options: StatedOptions & { json?: boolean }) =>
      ending(async () => {
        const { validate } = await import('./validate.js');
        const settings = settingsOf({});
        const stated = await statedIn(options);
        return validate(paths, { stated, limits: limitsOf(settings), json: options.json === true }, terminal);
      })(),
    );
  const agencies = program.command('agencies').description('the register of agencies').helpCommand(false);
  agencies
    .command('import')
    .description('takes a register: NDJSON, or CSV with a column per field; - for standard input')
    .argument('<file>')
    .addOption(database())
    .addHelpText(
      'after',
      `
A line of NDJSON:
  {"register":"agency","division":"640302","name":"吴忠市利通区统计局","existsFrom":2019}
  {"register":"complete","division":"640302","from":2019,"to":null}
The columns of CSV: division, name, type, existsFrom, existsTo, parentDivision, parentName, formerNames.

Examples:
  $ gongkai agencies import register.csv`,
    )
    .action((file: string, options: DatabaseOption) =>
      ending(async () => {
        const { importAgencies } = await import('./agencies.js');
        return importAgencies(file, settingsOf(options), terminal);
      })(),
    );

  program
    .command('serve')
    .description('answers over HTTP: GraphQL at /graphql, GraphiQL for a browser; what npm start runs')
    .addOption(database())
    .addHelpText(
      'after',
      `
The schema is brought up to date; an empty database gets the reports of seeds/, unless SEED=never.
Every setting stands in docs/settings.md.

Examples:
  $ PORT=8080 gongkai serve
  $ gongkai serve --database postgres://localhost/gongkai`,
    )
    .action((options: DatabaseOption) =>
      ending(async () => {
        const { serve } = await import('./serve.js');
        return serve(settingsOf(options), terminal);
      })(),
    );

  program
    .command('query')
    .description('runs a GraphQL document on the database; - or nothing: from standard input')
    .argument('[file]', 'a file with a GraphQL document', '-')
    .addOption(new Option('--format <format>', 'of the answer').default('json'))
    .option('--variables <json>', 'a JSON object, or a file that holds one')
    .option('--rows <path>', 'the list that the rows of a table are of, where the query has several')
    .option('--limit <rows>', 'no more rows than this', countOf)
    .addOption(labels())
    .option('--bom', 'CSV begins with a byte order mark, by which Excel tells UTF-8', false)
    .option('--note', 'CSV begins with lines of citation and licence', false)
    .addOption(out())
    .addOption(database())
    .addHelpText(
      'after',
      `
Formats: ${queryFormats.join(', ')}. json is the answer as GraphQL has it; the others, and json with --rows or
--limit, are a table of all rows of the query's list: see docs/downloads.md.

Examples:
  $ echo '{ measures { measure labelZh } }' | gongkai query
  $ gongkai query districts.graphql --variables '{"year": 2023}' --format xlsx --labels zh --out 各区县.xlsx`,
    )
    .action((file: string, options: DatabaseOption & Omit<QueryOptions, 'settings'>) =>
      ending(async () => {
        const { query } = await import('./query.js');
        return query(file, { ...options, settings: settingsOf(options) }, terminal);
      })(),
    );

  program
    .command('export')
    .description('everything that was received, a line each: an import of it answers every query alike')
    .addOption(new Option('--format <format>', 'of the file').default('ndjson'))
    .addOption(labels())
    .option('--bom', 'CSV begins with a byte order mark, by which Excel tells UTF-8', false)
    .option('--note', 'CSV begins with lines of citation and licence', false)
    .addOption(out())
    .addOption(
      new Option('--bulk <folder>', 'NDJSON in parts, with a manifest of their hashes, for a mirror').conflicts([
        'out',
        'format',
      ]),
    )
    .addOption(database())
    .addHelpText(
      'after',
      `
Formats: ${exportFormats.join(', ')}. ndjson is everything, every revision and the register with it; the others are a
table of the reports that count, a row each, with all their figures.

Examples:
  $ gongkai export > everything.ndjson
  $ gongkai export | gongkai import - --database sqlite:copy.sqlite
  $ gongkai export --format parquet --out reports.parquet
  $ gongkai export --bulk mirror/`,
    )
    .action((options: DatabaseOption & Omit<ExportOptions, 'settings'>) =>
      ending(async () => {
        const { exportEverything } = await import('./export.js');
        return exportEverything({ ...options, settings: settingsOf(options) }, terminal);
      })(),
    );

  program
    .command('withdraw')
    .description('makes a report count no more; asOf a moment before shows it as it was')
    .requiredOption('--division <code>', 'GB/T 2260 code of the agency')
    .requiredOption('--agency <name>', 'the name of the agency, as in its reports')
    .requiredOption('--year <year>', 'the year that is reported', yearOf)
    .addOption(new Option('--scope <scope>').choices(scopes).default('OWN' satisfies Scope))
    .addOption(database())
    .addHelpText(
      'after',
      `
Examples:
  $ gongkai withdraw --division 640302 --agency 吴忠市利通区统计局 --year 2020`,
    )
    .action((options: DatabaseOption & { division: string; agency: string; year: number; scope: Scope }) =>
      ending(async () => {
        const { withdrawReport } = await import('./withdraw.js');
        return withdrawReport(options, settingsOf(options), terminal);
      })(),
    );

  program
    .command('consolidate')
    .description("a government's consolidated report as a Word file, from the reports of its agencies")
    .requiredOption('--division <code>', 'GB/T 2260 code of a province, prefecture or district')
    .requiredOption('--year <year>', 'the year that is reported', yearOf)
    .requiredOption('--out <file>', 'the Word file to write, such as 年报.docx')
    .addOption(database())
    .addHelpText(
      'after',
      `
The tables are filled with the sums of the agencies' own reports; what people have to write is a marked gap. An annex, to be
deleted before publication, says which agencies were counted and which are missing, what the checks found, and where a
consolidated report that is published already differs.

Examples:
  $ gongkai consolidate --division 350128 --year 2024 --out 平潭2024.docx`,
    )
    .action((options: DatabaseOption & ConsolidateOptions) =>
      ending(async () => {
        const { consolidateReports } = await import('./consolidate.js');
        return consolidateReports(options, settingsOf(options), terminal);
      })(),
    );

  program
    .command('rollup')
    .description('recomputes the rows of sums from the reports and holds those that are stored against them')
    .addOption(new Option('--check', 'compares them; what is done without an option').conflicts('rebuild'))
    .option('--rebuild', 'makes them anew before that', false)
    .option('--json', 'one JSON object: how many rows were compared, and the differences')
    .addOption(database())
    .addHelpText(
      'after',
      `
Status: 1 where they differ.

Examples:
  $ gongkai rollup --check`,
    )
    .action((options: DatabaseOption & { rebuild: boolean; json?: boolean }) =>
      ending(async () => {
        const { rollup } = await import('./rollup.js');
        const { rebuild, json = false } = options;
        return rollup({ settings: settingsOf(options), rebuild, json }, terminal);
      })(),
    );

  program
    .command('quarantine')
    .description('lists the documents that could not be taken, with their reasons')
    .option('--json', 'one JSON object per document on a line')
    .addOption(database())
    .addHelpText(
      'after',
      `
Read them again with a later version: gongkai import --again

Examples:
  $ gongkai quarantine --json`,
    )
    .action((options: DatabaseOption & { json?: boolean }) =>
      ending(async () => {
        const { listQuarantine } = await import('./quarantine.js');
        return listQuarantine(options.json === true, settingsOf(options), terminal);
      })(),
    );

  program
    .command('generate')
    .description('made-up reports as NDJSON, marked as synthetic: the same for the same seed and numbers')
    .requiredOption('--reports <number>', 'how many', countOf)
    .requiredOption('--seed <number>', 'any whole number; another one makes other reports', countOf)
    .option('--from <year>', 'the first report year', yearOf, 2019)
    .option('--to <year>', 'the last report year', yearOf, 2025)
    .option('--register', 'the register of the agencies before their reports', false)
    .addHelpText(
      'after',
      `
Examples:
  $ gongkai generate --reports 10000 --seed 1 > synthetic.ndjson
  $ gongkai generate --reports 100000 --seed 1 --register | gongkai import - --database sqlite:synthetic.sqlite`,
    )
    .action((options: GenerateOptions) =>
      ending(async () => {
        const { generate } = await import('./generate.js');
        return generate(options, terminal);
      })(),
    );
  return program;
}

const limitsOf = ({ documentLimit, unpackedLimit }: Settings): Limits => ({
  documentBytes: documentLimit,
  unpackedBytes: unpackedLimit,
});

/** With what a document itself does not say. */
function stating(command: Command): Command {
  return command
    .option('--division <code>', 'GB/T 2260 code of the division whose reports these are, such as 640302')
    .option('--agency <name>', 'the agency whose report this is, such as 吴忠市利通区统计局')
    .option('--year <year>', 'the year that is reported', yearOf);
}

function countOf(text: string): number {
  const count = Number(text);
  if (/^\d+$/u.test(text) && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('Expected a whole number such as 1000.');
}

function yearOf(text: string): number {
  const year = Number(text);
  if (Number.isInteger(year) && year >= reportYears.first && year <= reportYears.last) return year;
  throw new InvalidArgumentError(`Expected a year from ${reportYears.first} to ${reportYears.last}.`);
}

async function statedIn({ division, agency, year }: StatedOptions): Promise<Stated> {
  if (division !== undefined) {
    const { divisionAt } = await import('../report/divisions.js');
    if (divisionAt(division) === undefined)
      throw new WrongUsage(
        `--division ${division}: no division has that code; expected one of GB/T 2260 such as 640302.`,
      );
  }
  return { division, agency, year };
}
