/** Whose report a document is, for which year, published when: told from the text and what stands around it. */
import { agencyTypeOf } from '../report/agency-type-of.js';
import { BadInput } from '../report/bad-input.js';
import type { Division } from '../report/division.js';
import { divisionAt } from '../report/divisions.js';
import type { Finding } from '../report/finding.js';
import { agencyName, fullAgencyName } from '../report/recognise-agency.js';
import { type Scope, usualTitle } from '../report/report.js';
import type { RawDocument, SourceText } from './document.js';
import { recogniseAgency, type Recognised } from './identify/agency.js';
import { settled } from './identify/evidence.js';
import { refuseOtherDocuments } from './identify/not-a-report.js';
import { type Page, pageOf, plain } from './identify/page.js';
import { publishedOn } from './identify/published.js';
import { reportsForSystem, scopeOf } from './identify/scope.js';
import { type Title, titlesOf } from './identify/titles.js';
import {
  yearAnnounced,
  yearOfAddress,
  yearOfFolder,
  yearOfOpening,
  yearOfPeriod,
  yearOfTitle,
} from './identify/year.js';

/** What the caller states; it wins over the document. */
export interface Stated {
  /** GB/T 2260 code. */
  division?: string;
  agency?: string;
  year?: number;
}

export interface Identity {
  /** The full name, such as 吴忠市利通区统计局. */
  agency: string;
  /** GB/T 2260 code. */
  division: string;
  year: number;
  scope: Scope;
  title: string;
  /** ISO date. */
  publishedOn: string | null;
  findings: Finding[];
}

/** @throws BadInput NOT_A_REPORT, UNKNOWN_YEAR or UNKNOWN_AGENCY */
export function identify(
  source: SourceText,
  document: Pick<RawDocument, 'name' | 'folders'>,
  stated: Stated = {},
): Identity {
  const page = pageOf(source, document);
  const titles = titlesOf(page);
  refuseOtherDocuments(source, page, titles);
  const findings: Finding[] = [];
  const warn = (rule: string, message: string) =>
    findings.push({ rule, severity: 'WARNING', message, cells: [], expected: null, actual: null });

  const year = reportYear(page, titles, stated, (message) => warn('year-conflict', message));
  const { agency, division, misprint } = reportAgency(page, titles, year, stated);
  if (misprint !== null) {
    warn(
      'header-contradicts-form',
      `The document calls its agency 「${misprint}」, which does not exist; taken for ${agency}.`,
    );
  }
  const scope = scopeOf(agency);
  const department = !['GOVERNMENT', 'TOWNSHIP', 'ZONE', 'GENERAL_OFFICE'].includes(agencyTypeOf(agency));
  if (scope === 'OWN' && department && reportsForSystem(page, titles)) {
    warn('system-report', `${agency} says that it reports for its whole system; kept as its own report.`);
  }
  const title = titles.find(({ text }) => text !== '')?.text ?? usualTitle(agency, year);
  return {
    agency,
    division: division.code,
    year,
    scope,
    title,
    publishedOn: publishedOn(page, titles, year),
    findings,
  };
}

/** Characters in which a report says for which year it is. */
const beginningOfText = 1500;

/** Title first, then the period and the opening; an address or a folder only where nothing else has a year. */
function reportYear(page: Page, titles: Title[], stated: Stated, warn: (message: string) => void): number {
  const titled = titles.find(({ year }) => year !== null)?.year ?? null;
  const period = yearOfPeriod(page.opening);
  const odd = titles.find((title) => title.odd !== null);
  if (stated.year !== undefined) {
    const other = titled ?? period;
    if (other !== null && other !== stated.year)
      warn(`The document says ${other}; taken for ${stated.year}, as stated.`);
    return stated.year;
  }
  if (odd !== undefined && titles[0] === odd) {
    throw new BadInput(
      'UNKNOWN_YEAR',
      `Title: found 「${odd.odd ?? ''}」, expected a year such as 2022. State it with --year.`,
    );
  }
  if (titled !== null) {
    if (period !== null && period !== titled)
      warn(`The title says ${titled}, the period of the figures is ${period}; taken for ${titled}.`);
    return titled;
  }
  // Where chapter one comes first, it says what the opening says elsewhere.
  const beginning = page.everything.slice(0, beginningOfText);
  const inText = period ?? yearOfOpening(page.opening) ?? yearOfPeriod(beginning) ?? yearAnnounced(beginning);
  if (inText !== null) return inText;
  const named = yearOfTitle(plain(page.fileName)).year;
  if (named !== null && /年/u.test(page.fileName)) return named;
  const { url } = page.surroundings;
  const outside =
    (url === undefined ? null : yearOfAddress(url)) ??
    [...page.folders]
      .reverse()
      .map(yearOfFolder)
      .find((year) => year !== null) ??
    named;
  if (outside === null) {
    throw new BadInput(
      'UNKNOWN_YEAR',
      'Found no year in title, opening, address or folder, expected one such as 2022. State it with --year.',
    );
  }
  warn(`The year ${outside} stands only in the document's address, folder or file name.`);
  return outside;
}

function reportAgency(page: Page, titles: Title[], year: number, stated: Stated): Recognised {
  const within = stated.division === undefined ? null : divisionStated(stated.division);
  if (stated.agency === undefined) return recogniseAgency(page, titles, year, within);
  const name = agencyName(plain(stated.agency), year);
  if (within !== null)
    return {
      agency: name.kind === 'BARE' ? fullAgencyName(name, within) : stated.agency.trim(),
      division: within,
      misprint: null,
    };
  const left = settled(name.candidates, page, year);
  const [only] = left;
  if (only !== undefined && left.length === 1) return { agency: stated.agency.trim(), division: only, misprint: null };
  const places = left.map(({ code, fullName }) => `${fullName} (${code})`);
  throw new BadInput(
    'UNKNOWN_AGENCY',
    `--agency 「${stated.agency}」 ${places.length === 0 ? 'names no place that is known' : `can be of ${places.join(', ')}`}. State its place with --division.`,
  );
}

function divisionStated(code: string): Division {
  const division = divisionAt(code);
  if (division !== undefined) return division;
  throw new BadInput(
    'UNKNOWN_AGENCY',
    `--division ${code} is no division: expected six digits of GB/T 2260, such as 640302.`,
  );
}
