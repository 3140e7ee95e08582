/**
 * Which columns of a table tell what a row is of, and so are the dimensions of its cube: of statistics what they are
 * grouped by, of anything that has an id or a code itself, else its agency, division, year and scope.
 */
import type { Column } from './column.js';

export interface Dimension {
  id: string;
  label: string;
  /** Places among the columns: of what its categories are known by, and of what they are called. */
  known: number;
  called: number | null;
  role: 'time' | 'geo' | null;
}

/** What a row hangs on, beside agencies and divisions. */
const keys: ReadonlySet<string> = new Set(['year', 'agencyType', 'edition', 'scope']);
const identities: ReadonlySet<string> = new Set(['id', 'code']);
/** The longer one is the better name. */
const names = ['fullName', 'name', 'title'];

interface Found {
  column: Column;
  at: number;
  /** Below the row, or below its key. */
  path: Column['fields'];
  /** The names in the answer of what holds it. */
  above: string;
}

export function dimensionsOf(columns: readonly Column[]): Dimension[] {
  const found = columns.map((column, at): Found => {
    const grouped = column.fields[1]?.of === 'StatisticsKey';
    return {
      column,
      at,
      path: grouped ? column.fields.slice(1) : column.fields,
      above: column.keys.slice(0, -1).join('.'),
    };
  });
  const own = found.find(({ path, column }) => path.length === 1 && column.keys.length === 1 && isIdentity(path));
  if (own !== undefined) return [entity(own, found)];
  return found.flatMap((one): Dimension[] => {
    const [field, inner] = one.path;
    if (one.path.length === 1 && field !== undefined && keys.has(field.field)) return [plain(one, field.field)];
    return inner !== undefined && one.path.length === 2 && isIdentity(one.path) ? [entity(one, found)] : [];
  });
}

const isIdentity = (path: Column['fields']): boolean => identities.has(path.at(-1)?.field ?? '');

const plain = ({ column, at }: Found, field: string): Dimension => ({
  id: column.name,
  label: column.labelZh,
  known: at,
  called: null,
  role: field === 'year' ? 'time' : null,
});

/** An agency, a division or the row itself: known by its id or code, called by its name. */
function entity({ column, at, path, above }: Found, found: readonly Found[]): Dimension {
  const called = found
    .filter((one) => one.above === above && one.path.length === path.length)
    .map((one) => ({ at: one.at, rank: names.indexOf(one.path.at(-1)?.field ?? '') }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank);
  return {
    id: above === '' ? column.name : above,
    label: column.labelZh,
    known: at,
    called: called[0]?.at ?? null,
    role: path.at(-1)?.of === 'Division' ? 'geo' : null,
  };
}
