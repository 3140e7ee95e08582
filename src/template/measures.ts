/** The measures: one per leaf of Figures and one per rate, each with its name in the contract and its definition. */
import { blockHeading } from './disclosure.js';
import { hiddenLeaves, leaves, type Leaf } from './figures.js';
import { editions, labelIn, type Edition, type Group, type Label } from './form.js';
import { rates, type Rate } from './rates.js';

export type Unit = 'COUNT' | 'WAN_YUAN' | 'RATIO';

interface Definition {
  /** The contract's enum value: the path in capitals. */
  name: string;
  labelEn: string;
  labelZh: string;
  definition: string;
  unit: Unit;
  editions: readonly Edition[];
  formula: string | null;
  legalSource: string | null;
}
export interface LeafMeasure extends Definition {
  kind: 'leaf';
  leaf: Leaf;
}
export interface RateMeasure extends Definition {
  kind: 'rate';
  rate: Rate;
}
export type Measure = LeafMeasure | RateMeasure;

const capitals = (keys: readonly string[]): string =>
  keys.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()).join('_');

/** A label without its number and its explanation: （三）不予公开 is 不予公开. */
export function plainLabel(label: Label): string {
  const latest = labelIn(label, 'FORM_2021');
  return latest
    .replace(/^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)/, '')
    .replace(/（[^）]*）$/, '');
}

/** The headings that tell a row from others of its name: of 三、本年度办理结果 its groups, of the rest none. */
function headings(groups: readonly Group[]): string[] {
  return groups.slice(2).map((one) => plainLabel(one.label));
}

function leafMeasure(leaf: Leaf): LeafMeasure {
  const { row, column, groups } = leaf;
  const counted = leaf.unit === 'WAN_YUAN' ? '万元' : column.counted;
  const own = row.kind === 'row' ? plainLabel(row.label) : '小计';
  const above = groups.length > 1 ? headings(groups) : [];
  if (groups.at(-1)?.typeName === 'LawsuitFigures') above.unshift(plainLabel(groups.at(-1)?.label ?? ''));
  const labelZh = [...new Set([...above, own])].join('·') + '·' + plainLabel(column.label);
  const labelEn = `${row.english}: ${column.english}`;
  const article = row.kind === 'row' ? row.law : null;
  const heading = row.kind === 'row' && row.block !== null ? ` Table 二, ${blockHeading(row.block)}.` : '';
  const formula = leaf.computed ? formulaOf(leaf) : null;
  return {
    kind: 'leaf',
    leaf,
    name: capitals(leaf.keys),
    labelEn,
    labelZh,
    definition:
      `${labelZh}: ${labelEn}, in ${counted}, as the report states it.${heading}` +
      (leaf.computed ? ' Computed, not printed on the form: nulls are skipped, and null where all are null.' : ''),
    unit: leaf.unit,
    editions: leaf.editions,
    formula,
    legalSource:
      article === null ? null : `政府信息公开条例 第${article}条`.replace(/第(\d+)\((.+)\)条/, '第$1条第（$2）项'),
  };
}

function formulaOf({ of, unless }: Leaf): string {
  const added = of.map((cell) => cell.path).join(' + ');
  return unless === null ? added : `${unless.path} where stated, else ${added}`;
}

function rateMeasure(rate: Rate): RateMeasure {
  return {
    kind: 'rate',
    rate,
    name: capitals(['rate', rate.key]),
    labelEn: rate.english,
    labelZh: rate.label,
    definition: `${rate.label}: ${rate.english}. Over the reports that state every term of the formula.${rate.remark === '' ? '' : ` ${rate.remark}`}`,
    unit: 'RATIO',
    editions,
    formula: rate.formula,
    legalSource: null,
  };
}

/** Every measure, in the order of the contract: the leaves of Figures, then the rates. */
export const measures: readonly Measure[] = [...leaves.map(leafMeasure), ...rates.map(rateMeasure)];
/** Of leaves that the contract does not show: nobody can ask for them, but they are added up like the others. */
export const hiddenMeasures: readonly Measure[] = hiddenLeaves.map(leafMeasure);

/** What a measure is added up from: itself, or every term of a rate once. */
export const leavesOf = (measure: Measure): readonly Leaf[] =>
  measure.kind === 'leaf' ? [measure.leaf] : measure.rate.terms;

const byName = new Map(measures.map((measure) => [measure.name, measure]));
export function measureNamed(name: string): Measure {
  const measure = byName.get(name);
  if (measure === undefined) throw new RangeError(`There is no measure ${name}.`);
  return measure;
}
