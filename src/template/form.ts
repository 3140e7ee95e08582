/**
 * The vocabulary in which the statutory form is described: columns, rows and groups of rows. It knows no row of
 * the form itself; those stand in disclosure.ts, applications.ts and disputes.ts, once each.
 */

/** FORM_2019: report years 2019 and 2020. FORM_2021: 2021 and later. The order is that of the contract's enum. */
export const editions = ['FORM_2019', 'FORM_2021'] as const;
export type Edition = (typeof editions)[number];

/** The notices that prescribe them. */
export const notices: Record<Edition, string> = {
  FORM_2019: '国办公开办函〔2019〕60号',
  FORM_2021: '国办公开办函〔2021〕30号',
};

/** The first report year for which each edition is prescribed. */
export const firstYears: Record<Edition, number> = { FORM_2019: 2019, FORM_2021: 2021 };

/** The edition prescribed for a report year; null before the first. */
export function editionOf(year: number): Edition | null {
  return editions.filter((edition) => firstYears[edition] <= year).at(-1) ?? null;
}

/** Count: 件, 项 or 个, a safe integer. WAN_YUAN: money, held as an integer number of fen, printed in 万元. */
export type CellUnit = 'COUNT' | 'WAN_YUAN';

/** The label that each edition prints; one string where both print the same. */
export type Label = string | Partial<Record<Edition, string>>;

export interface Column {
  readonly label: Label;
  readonly english: string;
  readonly unit: CellUnit;
  /** The 件, 项 or 个 that the form counts in; 万元 of money. */
  readonly counted: string;
  /** A change may be negative; every other count may not. */
  readonly signed: boolean;
  readonly editions: readonly Edition[];
  /** The column's part of a database column's name. */
  readonly column: string;
  /** Other wordings met in reports. */
  readonly variants: readonly string[];
}

/** The columns that a row has: one GraphQL type. */
export interface Columns<C extends Record<string, Column> = Record<string, Column>> {
  readonly typeName: string;
  readonly english: string;
  readonly label: string;
  readonly columns: C;
}

/** A row of the form: one figure per column. */
export interface Row<C extends Record<string, Column> = Record<string, Column>> {
  readonly kind: 'row';
  readonly label: Label;
  readonly english: string;
  readonly columns: Columns<C>;
  readonly editions: readonly Edition[];
  /** Articles of 政府信息公开条例 whose case the row names. */
  readonly law: string | null;
  /** The item of 第二十条 under whose heading a row of chapter two stands, such as 一. */
  readonly block: string | null;
  /** The row's part of a database column's name; null: its key in snake case. */
  readonly column: string | null;
  readonly variants: readonly string[];
  /** Such a row is kept as the form prints it, but the contract shows it through the subtotal of its group. */
  readonly hidden: boolean;
}

/**
 * A line that the form does not print: the sum of the rows of its group, nulls skipped, null where all are null;
 * `unless` names a row that stands for the sum where it is stated.
 */
export interface Subtotal<C extends Record<string, Column> = Record<string, Column>> {
  readonly kind: 'subtotal';
  readonly english: string;
  readonly columns: Columns<C>;
  readonly unless: string | null;
}

export interface Group<P extends Parts = Parts> {
  readonly kind: 'group';
  readonly typeName: string;
  readonly label: Label;
  readonly english: string;
  readonly parts: P;
  /** Prefix of the database columns; '' adds nothing, null the key in snake case. */
  readonly column: string | null;
  readonly editions: readonly Edition[];
  /** The chapter of the report, 2 to 4, on the four topmost groups. */
  readonly chapter: number | null;
  readonly variants: readonly string[];
}

export type Part = Row | Subtotal | Group;
export interface Parts {
  readonly [key: string]: Part;
}

interface ColumnOptions {
  unit?: CellUnit;
  counted?: string;
  signed?: boolean;
  editions?: readonly Edition[];
  column: string;
  variants?: readonly string[];
}

/** The editions that a label is printed in: all, unless it is given by edition. */
function editionsOf(label: Label): readonly Edition[] {
  return typeof label === 'string' ? editions : editions.filter((edition) => label[edition] !== undefined);
}

export function column(label: Label, english: string, options: ColumnOptions): Column {
  const { unit = 'COUNT', signed = false, variants = [] } = options;
  return {
    label,
    english,
    unit,
    counted: options.counted ?? (unit === 'WAN_YUAN' ? '万元' : '件'),
    signed,
    editions: options.editions ?? editionsOf(label),
    column: options.column,
    variants,
  };
}

export function columns<C extends Record<string, Column>>(
  typeName: string,
  label: string,
  english: string,
  of: C,
): Columns<C> {
  return { typeName, label, english, columns: of };
}

interface RowOptions {
  law?: string;
  block?: string;
  column?: string;
  editions?: readonly Edition[];
  variants?: readonly string[];
}

export function row<C extends Record<string, Column>>(
  label: Label,
  english: string,
  of: Columns<C>,
  options: RowOptions = {},
): Row<C> & { readonly hidden: false } {
  return {
    kind: 'row',
    label,
    english,
    columns: of,
    editions: options.editions ?? editionsOf(label),
    law: options.law ?? null,
    block: options.block ?? null,
    column: options.column ?? null,
    variants: options.variants ?? [],
    hidden: false,
  };
}

/** A row that the contract shows only through the subtotal of its group. */
export function hiddenRow<C extends Record<string, Column>>(
  label: Label,
  english: string,
  of: Columns<C>,
  options: RowOptions = {},
): Row<C> & { readonly hidden: true } {
  return { ...row(label, english, of, options), hidden: true };
}

export function subtotal<C extends Record<string, Column>>(
  english: string,
  of: Columns<C>,
  unless: string | null = null,
): Subtotal<C> {
  return { kind: 'subtotal', english, columns: of, unless };
}

interface GroupOptions {
  column?: string;
  chapter?: number;
  editions?: readonly Edition[];
  variants?: readonly string[];
}

export function group<P extends Parts>(
  typeName: string,
  label: Label,
  english: string,
  parts: P,
  options: GroupOptions = {},
): Group<P> {
  return {
    kind: 'group',
    typeName,
    label,
    english,
    parts,
    column: options.column ?? null,
    editions: options.editions ?? editionsOf(label),
    chapter: options.chapter ?? null,
    variants: options.variants ?? [],
  };
}

/** The label in that edition, or in the one that has it. */
export function labelIn(label: Label, edition: Edition): string {
  if (typeof label === 'string') return label;
  const found = label[edition] ?? Object.values(label)[0];
  if (found === undefined) throw new Error('a label of the form without any wording');
  return found;
}

/** Every wording of a label, the editions' own first. */
export function wordings({ label, variants }: { label: Label; variants: readonly string[] }): string[] {
  return [...new Set([...(typeof label === 'string' ? [label] : Object.values(label)), ...variants])];
}

/** The figures of a part as a type: a number or null per printed column, nested as the form is. */
export type FiguresOf<P> =
  P extends Row<infer C>
    ? { -readonly [K in keyof C]: number | null }
    : P extends Group<infer Q>
      ? { -readonly [K in keyof Q as Q[K] extends Subtotal ? never : K]: FiguresOf<Q[K]> }
      : never;

/** The paths of a part's printed cells, such as `received.naturalPerson`. */
export type CellPathOf<P> =
  P extends Row<infer C>
    ? keyof C & string
    : P extends Group<infer Q>
      ? { [K in keyof Q & string]: Q[K] extends Subtotal ? never : `${K}.${CellPathOf<Q[K]>}` }[keyof Q & string]
      : never;

/** The paths of the leaves that the contract shows: with the subtotals, without the hidden rows. */
export type LeafPathOf<P> =
  P extends Subtotal<infer C>
    ? keyof C & string
    : P extends Row<infer C>
      ? keyof C & string
      : P extends Group<infer Q>
        ? {
            [K in keyof Q & string]: Q[K] extends { readonly hidden: true } ? never : `${K}.${LeafPathOf<Q[K]>}`;
          }[keyof Q & string]
        : never;
