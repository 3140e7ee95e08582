/** Figures and all types below it, made from the form's description: the same for one report and for a total. */
import { Field, ObjectType, type ClassType } from 'type-graphql';
import {
  form,
  leafAt,
  leaves as formLeaves,
  type Figures as FiguresOfReport,
  type LeafPath,
} from '../template/figures.js';
import {
  editions,
  wordings,
  type CellUnit,
  type Column,
  type Columns,
  type Edition,
  type Group,
  type Label,
  type Part,
} from '../template/form.js';
import { Count, WanYuan } from './scalars.js';

/** What a leaf holds: a count, or fen; null where nothing is stated. */
export type LeafValues = (path: LeafPath) => number | null;

/** A place in the form, above the leaves: what stands below it is looked up when it is asked for. */
export class FiguresAt {
  constructor(
    readonly values: LeafValues,
    readonly path: string,
  ) {}
  /** What was asked for last: a getter is asked once for each field below it. */
  private last: { key: string; at: FiguresAt } | null = null;

  group(key: string, type: FiguresClass): FiguresAt {
    if (this.last?.key !== key) this.last = { key, at: new type(this.values, this.below(key)) };
    return this.last.at;
  }
  below(key: string): string {
    let below = paths.get(this.path);
    if (below === undefined) paths.set(this.path, (below = new Map<string, string>()));
    let path = below.get(key);
    if (path === undefined) below.set(key, (path = this.path === '' ? key : `${this.path}.${key}`));
    return path;
  }
}
/** Put together once: a text that is made anew for each value is dear to look up. */
const paths = new Map<string, Map<string, string>>();

type FiguresClass = (new (values: LeafValues, path: string) => FiguresAt) & ClassType<FiguresAt>;

const made = new Map<string, FiguresClass>();
const scalars: Record<CellUnit, typeof Count | typeof WanYuan> = { COUNT: Count, WAN_YUAN: WanYuan };
const years: Record<Edition, string> = { FORM_2019: '2019', FORM_2021: '2021' };

/** Both editions' words of a label, its explanations left out. */
function printed(label: Label): string {
  const words = wordings({ label, variants: [] }).map((one) => one.replace(/（单位：万元）$/, ''));
  return [...new Set(words)].join(' / ');
}

function inEditions(of: readonly Edition[]): string {
  return of.length === editions.length ? '' : ` Form of ${of.map((edition) => years[edition]).join(', ')} only.`;
}

/** A class of that name, whose instances look up what is below them. */
function typeNamed(name: string, description: string): FiguresClass {
  const { [name]: type } = { [name]: class extends FiguresAt {} };
  if (type === undefined) throw new Error(`no class was made for ${name}`);
  ObjectType(name, { description, simpleResolvers: true })(type);
  made.set(name, type);
  return type;
}

function addField(type: FiguresClass, key: string, get: (this: FiguresAt) => unknown): void {
  Object.defineProperty(type.prototype, key, { get });
}

function typeOfColumns({ typeName, english, label, columns }: Columns): FiguresClass {
  const known = made.get(typeName);
  if (known !== undefined) return known;
  const type = typeNamed(typeName, `One row of the form, ${english}: ${label}.`);
  for (const [key, column] of Object.entries<Column>(columns)) {
    addField(type, key, function () {
      const path = this.below(key);
      // A row may lack a column of its type: 其他对外管理服务事项 has none of 2021.
      return leafPaths.has(path) ? this.values(path as LeafPath) : null;
    });
    const description = `${column.english}: ${printed(column.label)}, ${column.counted}.${inEditions(column.editions)}`;
    Field(() => scalars[column.unit], { nullable: true, description, complexity: 1 })(type.prototype, key);
  }
  return type;
}

function typeOfGroup({ typeName, english, label, parts }: Group): FiguresClass {
  const type = typeNamed(typeName, `${english}: ${printed(label)}. ${remarks[typeName] ?? ''}`.trim());
  for (const [key, part] of Object.entries<Part>(parts)) {
    if (part.kind === 'row' && part.hidden) continue;
    const below = part.kind === 'group' ? typeOfGroup(part) : typeOfColumns(part.columns);
    addField(type, key, function () {
      return this.group(key, below);
    });
    Field(() => below, { description: describe(part) })(type.prototype, key);
  }
  return type;
}

function describe(part: Part): string {
  if (part.kind === 'subtotal') {
    const { english, unless } = part;
    const standing = unless === null ? '' : ' The undivided row where one is stated, else the sum of the others.';
    return `${english}: 小计. The form does not print it; nulls are skipped, and null where all are null.${standing}`;
  }
  const law = part.kind === 'row' && part.law !== null ? ` 政府信息公开条例 article ${part.law}.` : '';
  return `${part.english}: ${printed(part.label)}.${inEditions(part.editions)}${law}`;
}

/** What a reader of the schema must know beside the labels. */
const remarks: Record<string, string> = {
  Figures:
    'The same type for one report and for a total. Null: the form has no such cell, or the cell was left blank; zero: the report says 0.',
};

const leafPaths: ReadonlySet<string> = new Set(formLeaves.map((leaf) => leaf.path));

export const Figures = typeOfGroup(form);

/** Totals by leaf, of which only what was selected is there. */
export const figuresOfTotals = (values: ReadonlyMap<LeafPath, number | null>): FiguresAt =>
  new Figures((path) => values.get(path) ?? null, '');

/** The figures of one report. */
export const figuresOf = (figures: FiguresOfReport): FiguresAt => new Figures((path) => leafAt(path).in(figures), '');
