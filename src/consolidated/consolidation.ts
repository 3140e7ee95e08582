/** Everything that a government's consolidated report is made of, read from one moment of the database. */
import { checkReport } from '../report/check-report.js';
import { divisionAt, existsIn, findDivisions, type RegisteredDivision } from '../report/divisions.js';
import type { Finding } from '../report/finding.js';
import { placePrefix } from '../report/recognise-agency.js';
import { usualTitle, type Report } from '../report/report.js';
import { agenciesById, findAgencies, type AgencyNode } from '../store/agencies.js';
import { dataVersion, type Reader } from '../store/database.js';
import { findFindings, type FindingNode } from '../store/findings.js';
import { NotFound } from '../store/not-found.js';
import type { Page } from '../store/page.js';
import type { ReportFilter } from '../store/question.js';
import { findReports, type ReportNode } from '../store/reports.js';
import { statistics } from '../store/statistics/answer.js';
import { reconciliations } from '../store/statistics/batched.js';
import type { Coverage, StatisticsRow } from '../store/statistics/row.js';
import { timeliness } from '../store/statistics/timeliness.js';
import { fenPerWanYuan } from '../template/amount.js';
import { cells, leaves, noFigures, type Figures, type LeafPath } from '../template/figures.js';
import { editionOf, editions, firstYears, type Edition } from '../template/form.js';
import { measures } from '../template/measures.js';
import { sum } from '../template/sum.js';

/** A figure that is published otherwise than it stands here: counts, or 万元. */
export interface Difference {
  /** As its measure is called in Chinese. */
  label: string;
  published: number;
  here: number;
  /** published - here. */
  difference: number;
}

/** A report that cannot be made: of no division or year that there is. */
export class CannotConsolidate extends Error {
  override readonly name = 'CannotConsolidate';
}

/** An agency in the annex; published: of the report that is held, where its day is known. */
export interface ListedAgency {
  name: string;
  division: string;
  publishedOn: string | null;
  revision: number | null;
}

/** The first of many, and how many there are in all. */
export interface Listed<Of> {
  first: Of[];
  all: number;
}

export interface Consolidation {
  division: RegisteredDivision;
  edition: Edition;
  dataVersion: string;
  /** The report with its figures, as it would be read back; source and text are none. */
  report: Report;
  coverage: Coverage;
  counted: Listed<ListedAgency>;
  /** Expected and not held. */
  missing: Listed<ListedAgency>;
  /** Held, in another edition of the form. */
  otherEdition: Listed<ListedAgency>;
  /** What the checks find in the consolidated figures themselves. */
  ownFindings: Finding[];
  /** What they found in the reports that were counted; notes left out. */
  findings: Listed<Finding & { agency: string }>;
  /**
   * Of table three's last column, 其他处理 that reports state in one row where the edition divides it, so that it stands
   * in no row of the form; null where all of it does.
   */
  undivided: number | null;
  /** Null where no consolidated report of that year is held. */
  published: { agency: string; title: string; differences: Difference[] } | null;
}

/** So many lines of a list stand in the annex. */
const mostListed = 1_000;

/**
 * @throws CannotConsolidate where there is no such division or year
 * @throws NotFound where no report is held that could be counted
 */
export async function consolidate(reader: Reader, code: string, year: number): Promise<Consolidation> {
  const { division, edition } = asked(code, year);
  const where: ReportFilter = { division: { within: code }, year: { eq: year }, scope: 'OWN' };
  const row = await totals(reader, { ...where, edition });
  const coverage = row.coverage;
  if (coverage === null) throw new Error('coverage was asked for and not read');
  if (coverage.counted === 0) throw nothingHeld(division, year, edition, coverage);

  const counted = await findReports(reader, { ...where, edition }, [], { first: mostListed }, null, []);
  const others = editions.filter((one) => one !== edition);
  const otherEdition = await findReports(
    reader,
    { ...where, or: others.map((one) => ({ edition: one })) },
    [],
    { first: mostListed },
    null,
    [],
  );
  const notHeld = await timeliness(
    reader,
    { year, division: code, scope: 'OWN', status: ['NOT_HELD'], asOf: null },
    { first: mostListed },
  );
  const findings = await findFindings(
    reader,
    { severity: ['ERROR', 'WARNING'], report: { ...where, edition } },
    { first: mostListed },
  );
  const published = await publishedIn(reader, code, year, row);
  const agencies = await namesOf(reader, [
    ...counted.nodes.map(({ agency }) => agency),
    ...otherEdition.nodes.map(({ agency }) => agency),
    ...notHeld.nodes.map(({ agency }) => agency),
  ]);
  const agencyOf = new Map(counted.nodes.map(({ id, agency }) => [id, agencies(agency).name]));
  const listedReports = (page: Page<ReportNode>): Listed<ListedAgency> =>
    listed(page, ({ agency, publishedOn, revision }) => ({ ...agencies(agency), publishedOn, revision }));

  const report = reportOf(await issuerOf(reader, division, year), division, year, edition, row);
  return {
    division,
    edition,
    dataVersion: await dataVersion(reader),
    report,
    coverage,
    counted: listedReports(counted),
    otherEdition: listedReports(otherEdition),
    missing: listed(notHeld, ({ agency }) => ({ ...agencies(agency), publishedOn: null, revision: null })),
    ownFindings: checkReport(report),
    findings: listed(findings, (finding: FindingNode) => ({ ...finding, agency: agencyOf.get(finding.report) ?? '' })),
    undivided: undividedOf(row, report.figures, edition),
    published,
  };
}

function asked(code: string, year: number): { division: RegisteredDivision; edition: Edition } {
  const division = divisionAt(code);
  if (division === undefined)
    throw new CannotConsolidate(`No division has the code ${code}: expected one of GB/T 2260 such as 640302.`);
  if (division.level === 'COUNTRY')
    throw new CannotConsolidate(
      'The country has no consolidated report of this form: expected the code of a province, a prefecture or a district.',
    );
  const edition = editionOf(year);
  if (edition === null)
    throw new CannotConsolidate(
      `The form is that of report years from ${Math.min(...Object.values(firstYears))} on; ${year} had another.`,
    );
  if (!existsIn(division, year)) {
    const { name, existsFrom, existsTo, successor } = division;
    const stood = [
      ...(existsFrom === null ? [] : [`from ${existsFrom} on`]),
      ...(existsTo === null ? [] : [`until ${existsTo}`]),
    ];
    const instead =
      successor === null ? '' : ` Its area has since been that of ${divisionAt(successor)?.name} (${successor}).`;
    throw new CannotConsolidate(`${name} (${code}) stood ${stood.join(' and ')}, not at the end of ${year}.${instead}`);
  }
  return { division, edition };
}

function nothingHeld(
  { name, code }: RegisteredDivision,
  year: number,
  edition: Edition,
  { reported, missing }: Coverage,
): NotFound {
  const held =
    reported === 0
      ? 'No report that an agency there made for itself is held'
      : `All ${reported} reports that are held of agencies there are in another edition than ${edition}, that of the year`;
  const expected = missing === 0 ? '' : ` ${missing} are expected.`;
  return new NotFound(
    `${held}, of ${name} (${code}) and ${year}.${expected} Import the reports first; timeliness(year, division) says whose are missing.`,
  );
}

const everyLeaf: ReadonlySet<LeafPath> = new Set(leaves.map(({ path }) => path));

async function totals(reader: Reader, where: ReportFilter): Promise<StatisticsRow> {
  const { rows } = await statistics(
    reader,
    { where, basis: 'SUM_OF_AGENCIES', groupBy: [] },
    { first: 1 },
    {
      leaves: everyLeaf,
      rates: new Set(),
      coverage: true,
      repaired: false,
      summaries: new Map(),
    },
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a total without groups was not answered');
  return row;
}

/** The cells that the edition prints, each as the total says; an undivided row is what the total says of all of it. */
function figuresOf(row: StatisticsRow, edition: Edition): Figures {
  const figures = noFigures();
  for (const one of cells) {
    if (!one.editions.includes(edition)) continue;
    const leaf = leaves.find(({ unless, path }) => unless === one || path === one.path);
    if (leaf === undefined) throw new Error(`no total is told of ${one.path}`);
    one.put(figures, row.leaves.get(leaf.path) ?? null);
  }
  return figures;
}

function undividedOf(row: StatisticsRow, figures: Figures, edition: Edition): number | null {
  const [leaf] = leaves.filter(({ unless, columnKey }) => unless !== null && columnKey === 'total');
  if (leaf?.unless == null || leaf.unless.editions.includes(edition)) return null;
  const all = row.leaves.get(leaf.path) ?? 0;
  const divided = sum(leaf.of.map((one) => one.in(figures))) ?? 0;
  return all === divided ? null : all - divided;
}

function reportOf(
  agency: string,
  { code }: RegisteredDivision,
  year: number,
  edition: Edition,
  row: StatisticsRow,
): Report {
  return {
    agency,
    division: code,
    year,
    edition,
    scope: 'CONSOLIDATED',
    title: usualTitle(agency, year),
    publishedOn: null,
    figures: figuresOf(row, edition),
    cells: {},
    chapters: [],
    reading: [],
    source: { name: '', mediaType: '', bytes: 0, sha256: '', url: null },
    synthetic: row.synthetic,
  };
}

/** Who publishes it: who has before, else the government that is registered, else the government of the place. */
async function issuerOf(reader: Reader, division: RegisteredDivision, year: number): Promise<string> {
  const { code } = division;
  const held = await findReports(
    reader,
    { division: { eq: code }, scope: 'CONSOLIDATED' },
    [],
    { first: 100 },
    null,
    [],
  );
  const before = [...held.nodes.filter((one) => one.year === year), ...held.nodes];
  const issuers = await agenciesById(
    reader,
    before.map(({ agency }) => agency),
  );
  const governments = await findAgencies(reader, { division: { eq: code }, type: ['GOVERNMENT'] }, [], { first: 1 });
  const known = [...issuers, ...governments.nodes].find((one) => one !== null && issues(one));
  return known?.name ?? nameOfGovernment(division, year);
}

/** A government, or the committee of a zone: not an office of theirs, whose report is its own. */
const issues = ({ name, type }: AgencyNode): boolean =>
  type === 'GOVERNMENT' || (type === 'ZONE' && /委员会$|管委会$/u.test(name));

/** A 地区 has no people's congress, and so an office of its province in the place of a government. */
export function nameOfGovernment(division: RegisteredDivision, year: number): string {
  const short = placePrefix(division);
  const clear = findDivisions(short, { year }).length === 1;
  const organ = division.level === 'PREFECTURE' && division.name.endsWith('地区') ? '行政公署' : '人民政府';
  return `${clear ? short : division.fullName}${organ}`;
}

async function publishedIn(
  reader: Reader,
  division: string,
  year: number,
  row: StatisticsRow,
): Promise<Consolidation['published']> {
  const nothing = { leaves: new Set<never>(), rates: new Set<never>(), coverage: false, repaired: false };
  const wanted = { ...nothing, summaries: new Map<never, never>() };
  const published = { ...wanted, leaves: everyLeaf };
  const asks = [{ division, year }];
  const [found] = await reconciliations(reader, asks, null, { published, agencies: wanted, differences: false });
  if (found === undefined || found.published.reports === 0) return null;
  const { nodes } = await findReports(
    reader,
    { division: { eq: division }, year: { eq: year }, scope: 'CONSOLIDATED' },
    [],
    { first: 100 },
    null,
    [],
  );
  const agencies = await agenciesById(
    reader,
    nodes.map(({ agency }) => agency),
  );
  const at = Math.max(
    0,
    agencies.findIndex((one) => one?.type === 'GOVERNMENT'),
  );
  const differences = differencesBetween(found.published, row);
  return { agency: agencies[at]?.name ?? '', title: nodes[at]?.title ?? '', differences };
}

function differencesBetween(published: StatisticsRow, here: StatisticsRow): Difference[] {
  return measures.flatMap((measure): Difference[] => {
    if (measure.kind !== 'leaf') return [];
    const { path, unit } = measure.leaf;
    const [one, other] = [published.leaves.get(path) ?? null, here.leaves.get(path) ?? null];
    if (one === null || other === null || one === other) return [];
    const inUnit = (value: number): number => (unit === 'WAN_YUAN' ? value / fenPerWanYuan : value);
    const difference = inUnit(one - other);
    return [{ label: measure.labelZh, published: inUnit(one), here: inUnit(other), difference }];
  });
}

async function namesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<(id: string) => { name: string; division: string }> {
  const found = await agenciesById(reader, ids);
  const known = new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one]])));
  return (id) => {
    const agency = known.get(id);
    if (agency === undefined) throw new Error(`the agency ${id} is referred to but not held`);
    return { name: agency.name, division: divisionAt(agency.division)?.name ?? agency.division };
  };
}

function listed<From, To>({ nodes, totalCount }: Page<From>, of: (node: From) => To): Listed<To> {
  return { first: nodes.map(of), all: totalCount ?? nodes.length };
}
