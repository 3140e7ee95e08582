/** The register of agencies as JSON: what agencies there are and were, and of which divisions all are registered. */
import { agencyTypeOf } from './agency-type-of.js';
import { agencyTypeNames, type AgencyType } from './agency-type.js';
import { divisionCodeAt, type IsDivision } from './division-code.js';
import {
  invalid,
  listAt,
  momentAt,
  nameAt,
  objectAt,
  oneOfAt,
  onlyKeys,
  wholeNumberAt,
  type JsonObject,
} from './strict-json.js';

/** A name that an agency had. */
export interface FormerName {
  name: string;
  division: string;
  /** The last year of the name; null where it is not stated. */
  until: number | null;
}

export interface AgencyLine {
  register: 'agency';
  division: string;
  name: string;
  /** As stated, else told from the name. */
  type: AgencyType;
  /** The first and last year of its existence; both null where the register does not state it. */
  existsFrom: number | null;
  existsTo: number | null;
  parent: { division: string; name: string } | null;
  formerNames: FormerName[];
  /** When an earlier database received the line: `asOf` before it does not know it. */
  receivedAt?: Date;
}

/** All agencies of the division are registered for the years from `from` to `to`; to: null, open. */
export interface CompleteLine {
  register: 'complete';
  division: string;
  from: number;
  to: number | null;
  receivedAt?: Date;
}

export type RegisterLine = AgencyLine | CompleteLine;

/** Whether a line of NDJSON is one of the register rather than a report. */
export function isRegisterLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'register');
}

const kinds = ['agency', 'complete'] as const;
const agencyKeys = [
  'register',
  'division',
  'name',
  'type',
  'existsFrom',
  'existsTo',
  'parent',
  'formerNames',
  'receivedAt',
] as const;
const completeKeys = ['register', 'division', 'from', 'to', 'receivedAt'] as const;
const parentKeys = ['division', 'name'] as const;
const formerKeys = ['name', 'division', 'until'] as const;

/**
 * One line of the register, strictly.
 *
 * @throws BadInput INVALID_JSON or UNKNOWN_AGENCY, naming the path; the line is the caller's to name
 */
export function registerLineOfJson(value: unknown, isDivision: IsDivision): RegisterLine {
  const stated = objectAt(value, '');
  const kind = oneOfAt(stated['register'], 'register', kinds);
  const line = kind === 'agency' ? agencyLine(stated, isDivision) : completeLine(stated, isDivision);
  if (stated['receivedAt'] !== undefined) line.receivedAt = momentAt(stated['receivedAt'], 'receivedAt');
  return line;
}

function agencyLine(stated: JsonObject, isDivision: IsDivision): AgencyLine {
  onlyKeys(stated, '', agencyKeys);
  const division = divisionCodeAt(stated['division'], 'division', isDivision);
  const name = nameAt(stated['name'], 'name');
  const existsFrom = yearOrNullAt(stated['existsFrom'], 'existsFrom');
  const existsTo = yearOrNullAt(stated['existsTo'], 'existsTo');
  inOrder(existsFrom, existsTo, 'existsTo', 'existsFrom');
  const parent = parentAt(stated['parent'], isDivision);
  if (parent?.division === division && parent.name === name) invalid('parent', 'is the agency itself');
  const former = stated['formerNames'] === undefined ? [] : listAt(stated['formerNames'], 'formerNames');
  return {
    register: 'agency',
    division,
    name,
    type: stated['type'] === undefined ? agencyTypeOf(name) : oneOfAt(stated['type'], 'type', agencyTypeNames),
    existsFrom,
    existsTo,
    parent,
    formerNames: former.map((one, at) => formerNameAt(one, `formerNames[${at}]`, { division, name }, isDivision)),
  };
}

function completeLine(stated: JsonObject, isDivision: IsDivision): CompleteLine {
  onlyKeys(stated, '', completeKeys);
  const from = yearAt(stated['from'], 'from');
  const to = yearOrNullAt(stated['to'], 'to');
  inOrder(from, to, 'to', 'from');
  return { register: 'complete', division: divisionCodeAt(stated['division'], 'division', isDivision), from, to };
}

/** Any year in which a body of today's state can have existed. */
const years = { first: 1900, last: 2100 } as const;
const yearAt = (value: unknown, path: string): number => wholeNumberAt(value, path, years.first, years.last);
const yearOrNullAt = (value: unknown, path: string): number | null => (value == null ? null : yearAt(value, path));

function inOrder(from: number | null, to: number | null, path: string, other: string): void {
  if (from !== null && to !== null && to < from) invalid(path, `found ${to}, which is before ${other}, ${from}`);
}

function parentAt(value: unknown, isDivision: IsDivision): AgencyLine['parent'] {
  if (value == null) return null;
  const stated = objectAt(value, 'parent');
  onlyKeys(stated, 'parent', parentKeys);
  const division = divisionCodeAt(stated['division'], 'parent.division', isDivision);
  return { division, name: nameAt(stated['name'], 'parent.name') };
}

/** Where the division is left out, the agency had the name in its own. */
function formerNameAt(
  value: unknown,
  path: string,
  now: { division: string; name: string },
  isDivision: IsDivision,
): FormerName {
  const stated = objectAt(value, path);
  onlyKeys(stated, path, formerKeys);
  const name = nameAt(stated['name'], `${path}.name`);
  const division =
    stated['division'] === undefined
      ? now.division
      : divisionCodeAt(stated['division'], `${path}.division`, isDivision);
  if (division === now.division && name === now.name) invalid(path, 'is the name of today');
  return { name, division, until: yearOrNullAt(stated['until'], `${path}.until`) };
}

/** The line in the format that `registerLineOfJson` reads; read again, it is the same line. */
export function jsonOfRegisterLine({ receivedAt, ...line }: RegisterLine): JsonObject {
  return receivedAt === undefined ? { ...line } : { ...line, receivedAt: receivedAt.toISOString() };
}
