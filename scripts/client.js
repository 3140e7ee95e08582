/**
 * Writes what the dashboard has from elsewhere: `npm run client`.
 *
 * The typed client, from schema.graphql (src/dashboard/client/codegen.js), and the labels: those of the measures, of
 * the form and of the rules of the checks as src/template and src/report describe them, so that no page writes one by
 * hand. All of it is committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
import { format } from 'prettier';
import config from '../src/dashboard/client/codegen.js';
import { agencyTypes } from '../dist/report/agency-type.js';
import { rules } from '../dist/report/rules.js';
import { applicantHeadings, applicantHeadingsInEnglish } from '../dist/template/applications.js';
import { chapterHeadings } from '../dist/template/chapters.js';
import { blockHeading, headingOfRows, headingOfRowsInEnglish } from '../dist/template/disclosure.js';
import { rows } from '../dist/template/figures.js';
import { editions, labelIn } from '../dist/template/form.js';
import { disputesHeading, lawsuits, reviews } from '../dist/template/disputes.js';
import { measures, plainLabel } from '../dist/template/measures.js';

const folder = new URL('../src/dashboard/client/', import.meta.url);
const prettier = JSON.parse(await readFile(new URL('../.prettierrc.json', import.meta.url), 'utf8'));

/** The line of a description before the Chinese words: `Public security: 公安.` is Public security. */
const schema = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
function englishOf(type) {
  const found = new RegExp(`"""([^"]+): [^"]+\\."""\\s+${type}\\n`).exec(schema);
  if (found === null) throw new Error(`schema.graphql says nothing of ${type}.`);
  return found[1];
}

const undivided = 'applications.results.otherHandling.undivided';
const capitals = (path) =>
  path
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll('.', '_')
    .toUpperCase();
/** The undivided row of 其他处理 is shown through the subtotal of its group. */
const measureOf = (path) =>
  capitals(path.startsWith(undivided) ? path.replace(undivided, 'applications.results.otherHandling.subtotal') : path);

/** The rows that an edition prints, in its order and its words. */
const printed = (edition) =>
  rows
    .filter((row) => row.cells.some((cell) => cell.editions.includes(edition)))
    .map(({ path, row, groups, chapter, cells: own }) => ({
      path,
      chapter,
      block: row.block === null ? null : blockHeading(row.block),
      groups: groups.slice(1).map((group) => ({ zh: labelIn(group.label, edition), en: group.english })),
      zh: labelIn(row.label, edition),
      en: row.english,
      law: row.law,
      cells: own
        .filter((cell) => cell.editions.includes(edition))
        .map((cell) => ({
          path: cell.path,
          measure: measureOf(cell.path),
          zh: labelIn(cell.column.label, edition),
          en: cell.column.english,
          unit: cell.unit,
        })),
    }));

/** Every measure in its place: a chapter of the form, its rows (both editions', in the newer one's words), their columns. */
const newest = editions.at(-1);
const label = (part) => ({ zh: labelIn(part.label, newest), en: part.english });
const chapterOf = ({ kind, leaf }) => {
  if (kind === 'rate') return { key: 'rates', number: null, zh: '比率', en: 'rates' };
  const top = leaf.groups.find(({ chapter }) => chapter === 2 || chapter === 3);
  if (top !== undefined) return { key: leaf.keys[0], number: top.chapter, ...label(top) };
  return { key: 'disputes', number: 4, zh: disputesHeading, en: `${reviews.english} and ${lawsuits.english}` };
};
const rowOf = ({ kind, leaf, rate }) =>
  kind === 'rate'
    ? { path: `rates.${rate.key}`, groups: [], zh: rate.label, en: rate.english }
    : {
        path: leaf.keys.slice(0, -1).join('.'),
        groups: leaf.groups.slice(leaf.groups[1]?.chapter === 4 ? 1 : 2).map(label),
        zh: leaf.row.kind === 'row' ? labelIn(leaf.row.label, newest) : '小计',
        en: leaf.row.english,
      };

function treeOfMeasures() {
  const chapters = new Map();
  for (const measure of measures) {
    const chapter = chapterOf(measure);
    if (!chapters.has(chapter.key)) chapters.set(chapter.key, { ...chapter, rows: new Map() });
    const { rows: held } = chapters.get(chapter.key);
    const row = rowOf(measure);
    if (!held.has(row.path)) held.set(row.path, { ...row, cells: [] });
    held.get(row.path).cells.push({
      measure: measure.name,
      ...(measure.kind === 'rate' ? { zh: measure.labelZh, en: measure.labelEn } : label(measure.leaf.column)),
      editions: measure.editions,
    });
  }
  return [...chapters.values()].map(({ rows: held, ...chapter }) => ({ ...chapter, rows: [...held.values()] }));
}

const beforeRemark = (words) => words.split(';')[0];

/** The row of a figure by itself, of a subtotal the group that it is of; and its column. */
function partsOf({ row, column, groups }) {
  const named = row.kind === 'row' ? row : groups.at(-1);
  return {
    row: { zh: plainLabel(named.label), en: beforeRemark(named.english) },
    column: { zh: plainLabel(column.label), en: column.english },
  };
}

const measureLabels = measures.map(({ name, labelZh, labelEn, unit, kind, leaf }) => {
  const whole = { zh: labelZh, en: labelEn };
  // 总计 and 小计 go without saying where nothing else of the row or the group is meant.
  const brief =
    kind === 'leaf'
      ? {
          zh: labelZh.replace(/·小计(?=·)/, '').replace(/·总计$/, ''),
          en: labelEn
            .split(': ')
            .map(beforeRemark)
            .join(': ')
            .replace(/: total$/, ''),
        }
      : whole;
  const parts = kind === 'leaf' ? partsOf(leaf) : { row: whole, column: whole };
  return [name, { ...whole, brief, ...parts, unit, path: kind === 'leaf' ? leaf.path : null }];
});

/** What the form prints above its rows and columns. */
const headings = {
  chapters: Object.fromEntries(
    chapterHeadings.map(({ number, heading, english }) => [number, { zh: heading, en: english }]),
  ),
  rows: { zh: headingOfRows, en: headingOfRowsInEnglish },
  applicants: Object.fromEntries(
    Object.entries(applicantHeadings).map(([name, zh]) => [name, { zh, en: applicantHeadingsInEnglish[name] }]),
  ),
};

/** A selection of every leaf of Figures, by its place. */
function selectionOf(paths) {
  const below = new Map(paths.map(([first]) => [first, []]));
  for (const [first, ...rest] of paths) if (rest.length > 0) below.get(first).push(rest);
  return [...below].map(([name, rest]) => (rest.length === 0 ? name : `${name} { ${selectionOf(rest)} }`)).join(' ');
}
const leaves = measures.filter(({ kind }) => kind === 'leaf').map(({ leaf }) => leaf.path.split('.'));

const files = {
  'all-figures.graphql': `
    # Made by npm run client from src/template: every figure of a report, with the subtotals.
    fragment AllFigures on Figures { ${selectionOf(leaves)} }
  `,
  'labels.generated.ts': `
    /** Made by npm run client from src/template and src/report. */
    import type { AgencyType, Measure } from './schema.generated.js';
    /** The words of one thing in both languages. */
    export interface Label { zh: string; en: string }
    /** brief: without 总计 and 小计. row, column: the two parts of a figure's label; of a rate its own. path: of a figure its place in Figures; null of a rate. */
    export interface MeasureLabel extends Label { brief: Label; row: Label; column: Label; unit: 'COUNT' | 'WAN_YUAN' | 'RATIO'; path: string | null }
    export const measureLabels: Record<Measure, MeasureLabel> = ${JSON.stringify(Object.fromEntries(measureLabels))};
    export const agencyTypeLabels: Record<AgencyType, Label> = ${JSON.stringify(
      Object.fromEntries(Object.entries(agencyTypes).map(([type, zh]) => [type, { zh, en: englishOf(type) }])),
    )};
    export const ruleLabels: Partial<Record<string, Label>> = ${JSON.stringify(
      Object.fromEntries(rules.map(({ id, english, chinese }) => [id, { zh: chinese, en: english }])),
    )};
  `,
  'measure-tree.generated.ts': `
    /** Made by npm run client from src/template: where in the form each measure stands. */
    import type { Label } from './labels.generated.js';
    import type { Edition, Measure } from './schema.generated.js';
    /** A column of a row, or a rate. */
    export interface MeasureCell extends Label { measure: Measure; editions: readonly Edition[] }
    /** groups: the headings between the chapter and the row. */
    export interface MeasureRow extends Label { path: string; groups: readonly Label[]; cells: readonly MeasureCell[] }
    /** number: of the report's chapter; null of the rates, which the form does not print. */
    export interface MeasureChapter extends Label { key: string; number: number | null; rows: readonly MeasureRow[] }
    export const measureTree: readonly MeasureChapter[] = ${JSON.stringify(treeOfMeasures())};
  `,
  'form.generated.ts': `
    /** Made by npm run client from src/template: the rows that each edition of the form prints. */
    import type { Label } from './labels.generated.js';
    import type { Edition, Measure } from './schema.generated.js';
    export interface FormCell extends Label { path: string; measure: Measure; unit: 'COUNT' | 'WAN_YUAN' }
    /** groups: the headings above the row, the chapter's first. block: the heading of its block in chapter two. */
    export interface FormRow extends Label {
      path: string; chapter: number; block: string | null; groups: Label[]; law: string | null; cells: FormCell[];
    }
    export const formHeadings: {
      chapters: Record<number, Label>;
      /** Above the rows of each block of chapter two. */
      rows: Label;
      /** rule: the form's own cross-footing rule. all, organisations: above all columns, above all but the first and the last. */
      applicants: Record<'rule' | 'all' | 'organisations', Label>;
    } = ${JSON.stringify(headings)};
    export const formRows: Record<Edition, FormRow[]> = ${JSON.stringify(
      Object.fromEntries(editions.map((edition) => [edition, printed(edition)])),
    )};
  `,
};

for (const [name, text] of Object.entries(files))
  await writeFile(
    new URL(name, folder),
    await format(text, { ...prettier, parser: name.endsWith('.graphql') ? 'graphql' : 'typescript' }),
  );
await generate({ ...config, silent: true }, true);
