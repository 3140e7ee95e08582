/**
 * Findings that hang on other reports follow from the reports that counted at a moment, and from nothing else. Those of
 * now are kept beside the others (cross-findings.ts); those of an earlier moment are found when somebody asks.
 *
 * The database sets aside pairs of neighbouring years at which there is nothing to see: few reports are read.
 */
import { carriedOver } from '../report/cross-checks/year-chain.js';
import { copiedFromLastYear } from '../report/cross-checks/copied-from-last-year.js';
import { crossChecks } from '../report/cross-checks/all.js';
import { factor, leastDifferenceOf, watchedCells, yearsBack } from '../report/cross-checks/outlier.js';
import { crossFindingsOf, type InYear } from '../report/cross-check.js';
import type { Finding } from '../report/finding.js';
import { cells, type Cell } from '../template/figures.js';
import type { Edition } from '../template/form.js';
import type { Reader, Row } from './database.js';
import { chaptersOf } from './documents.js';
import { figuresOf } from './figures-of.js';
import { any, join, raw, sql, type Sql } from './sql.js';
import { counts } from './statistics/held.js';

/** What a check of several reports looks at, beside all cells where all are the same as last year's. */
const watched: readonly Cell[] = [
  ...new Set([...carriedOver.flatMap(({ came, went }) => [came, went]), ...watchedCells]),
];

/** f: the figures of a report; g: of last year's. */
const columnOf = (table: 'f' | 'g', { databaseColumn }: Cell): string => `${table}.${databaseColumn}`;
const breaks = any(carriedOver.map(({ came, went }) => raw(`${columnOf('f', came)} <> ${columnOf('g', went)}`)));
/** As isJump has it, of last year's figure: no further year makes a jump of what is none against it. */
const jumps = any(
  watchedCells.map((cell) => {
    const [now, before] = [columnOf('f', cell), columnOf('g', cell)];
    return raw(
      `(ABS(${now} - ${before}) >= ${leastDifferenceOf(cell)} AND (${now} > ${factor} * ${before} OR ${factor} * ${now} < ${before}))`,
    );
  }),
);

interface Pair {
  report: number;
  year: number;
  agency: string;
  scope: string;
  copied: boolean;
  jumps: boolean;
  /** Where both are the same. */
  hash: string;
}

/**
 * Revisions of alias r. The joins go in the order in which they are written (CROSS JOIN, which SQLite keeps to), and
 * by agency, never by all that counts (the plus keeps that index out): so they read no more than what is asked for.
 */
export interface Chosen {
  from: Sql;
  where: Sql;
}

/** Of the reports of alias r that are chosen: of each revision, where there is any. */
export async function crossFindings(
  reader: Reader,
  chosen: Chosen,
  asOf: Date | null,
): Promise<Map<number, Finding[]>> {
  const pairs = (
    await reader.read(sql`SELECT r.id AS report, r.agency AS agency, r.year AS year, r.scope AS scope,
        r.figures_hash AS hash, r.figures_hash = p.figures_hash AS copied, ${jumps} IS TRUE AS jumps
      FROM ${chosen.from} CROSS JOIN report_revision p CROSS JOIN figures f CROSS JOIN figures g
      LEFT JOIN revision_text t ON t.revision = r.id
      LEFT JOIN revision_text u ON u.revision = p.id
      WHERE ${chosen.where} AND ${counts(asOf, '+r')}
        AND p.agency = r.agency AND p.year = r.year - 1 AND p.scope = r.scope AND ${counts(asOf, '+p')}
        AND f.revision = r.id AND g.revision = p.id
        AND (r.figures_hash = p.figures_hash OR ${breaks} OR ${jumps}
          OR (t.chapters IS NOT NULL AND u.chapters IS NOT NULL))`)
  ).map(pairOf);
  if (pairs.length === 0) return new Map();
  const read = await readReports(reader, pairs, asOf);
  const byAgency = new Map<string, ReadReport[]>();
  for (const one of read) {
    const key = agencyAndScope(one);
    byAgency.set(key, [...(byAgency.get(key) ?? []), one]);
  }
  const found = new Map<number, Finding[]>();
  for (const pair of pairs) {
    const ofAgency = byAgency.get(agencyAndScope(pair)) ?? [];
    const own = ofAgency.find(({ revision }) => revision === pair.report);
    if (own === undefined) throw new Error(`the revision ${pair.report} is held in part`);
    const earlier = ofAgency.filter(({ year }) => year < pair.year).sort((a, b) => b.year - a.year);
    // Of others only some figures were read, and the database has told them apart.
    const checks = pair.copied ? crossChecks : crossChecks.filter((check) => check !== copiedFromLastYear);
    const findings = crossFindingsOf(checks, own, earlier);
    if (findings.length > 0) found.set(pair.report, findings);
  }
  return found;
}

const agencyAndScope = ({ agency, scope }: { agency: string; scope: string }): string => `${agency} ${scope}`;

function pairOf(row: Row): Pair {
  return {
    report: Number(row['report']),
    year: Number(row['year']),
    agency: String(row['agency']),
    scope: String(row['scope']),
    copied: Boolean(row['copied']),
    jumps: Boolean(row['jumps']),
    hash: String(row['hash']),
  };
}

interface ReadReport extends InYear {
  revision: number;
  agency: string;
  scope: string;
}

/** The reports of the pairs, and of the years before where there is a jump. */
async function readReports(reader: Reader, pairs: readonly Pair[], asOf: Date | null): Promise<ReadReport[]> {
  const asked = pairs.map(({ agency, scope, year, jumps: jumped }) => {
    return sql`(${agency}, ${scope}, ${raw(String(year - (jumped ? yearsBack : 1)))}, ${raw(String(year))})`;
  });
  const rows = await reader.read(sql`SELECT DISTINCT r.id AS id, r.agency AS agency, r.scope AS scope, r.year AS year,
      r.edition AS edition, r.figures_hash AS hash
    FROM (VALUES ${join(asked, ', ')}) AS c CROSS JOIN report_revision r
    WHERE r.agency = c.column1 AND r.scope = c.column2 AND r.year BETWEEN c.column3 AND c.column4
      AND ${counts(asOf, '+r')}`);
  const revisions = rows.map((row) => Number(row['id']));
  const copied = new Set(pairs.filter((pair) => pair.copied).map(({ hash }) => hash));
  // Equal figures are read once for all that state them.
  const byHash = new Map(rows.map((row) => [String(row['hash']), Number(row['id'])]));
  const whole = await figuresOf(
    reader,
    [...copied].map((hash) => byHash.get(hash) ?? 0),
    cells,
  );
  const figures = await figuresOf(
    reader,
    rows.filter((row) => !copied.has(String(row['hash']))).map((row) => Number(row['id'])),
    watched,
  );
  const chapters = await chaptersOf(reader, revisions);
  return rows.map((row, at) => {
    const hash = String(row['hash']);
    return {
      revision: Number(row['id']),
      agency: String(row['agency']),
      scope: String(row['scope']),
      year: Number(row['year']),
      edition: row['edition'] as Edition, // the intake writes no other
      figures: copied.has(hash) ? whole(byHash.get(hash) ?? 0) : figures(Number(row['id'])),
      chapters: chapters[at] ?? [],
    };
  });
}
