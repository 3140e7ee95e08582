/** The tables of the form filled with figures, in the ways in which agencies lay them out. Labels are the form's own. */
import { applicantCounts, applicantHeadings } from '../../../src/template/applications.js';
import { chapterHeadings } from '../../../src/template/chapters.js';
import { blockHeading, headingOfRows } from '../../../src/template/disclosure.js';
import { disputeOutcomes } from '../../../src/template/disputes.js';
import { wanYuanOf } from '../../../src/template/amount.js';
import { rows, type Cell, type Figures, type RowPlace } from '../../../src/template/figures.js';
import { labelIn, type Edition, type Group } from '../../../src/template/form.js';
import { cell, paragraph, table, type Printed, type PrintedCell, type PrintedTable } from './printed.js';

export interface Style {
  value: (number: number | null, cell: Cell) => string;
  label: (label: string, place: RowPlace | null) => string;
  head: (label: string) => string;
  /** Rows that are printed, in their order. */
  rows: (places: readonly RowPlace[]) => readonly RowPlace[];
  /** Columns of tables three and two, in their order. */
  columns: <T>(cells: readonly T[]) => readonly T[];
  disclosure: 'one' | 'blocks';
  /** The labels of groups beside their rows: merged, or none. */
  groups: 'merged' | 'none';
  disputes: 'one' | 'three' | 'labelled';
  /** The subtotal of organisations that some tools print as an eighth column. */
  surplus: boolean;
  chapter: (number: number, heading: string) => string;
}

/** Plain digits, blanks for nulls, an amount that the form gives no unit for in 万元. */
export const plainValue: Style['value'] = (number, { unit, columnKey, rowPath }) => {
  if (number === null) return '';
  if (unit === 'COUNT') return String(number);
  const amount = wanYuanOf(number).replace(/\.?0+$/, '');
  return columnKey === 'amount' && rowPath.endsWith('procurement') && number !== 0 ? `${amount}万元` : amount;
};

const numerals = '一二三四五六';

export const plainStyle: Style = {
  value: plainValue,
  label: (label) => label,
  head: (label) => label,
  rows: (places) => places,
  columns: (cells) => cells,
  disclosure: 'one',
  groups: 'merged',
  disputes: 'one',
  surplus: false,
  chapter: (number, heading) => `${numerals.charAt(number - 1)}、${heading}`,
};

export const headingOf = (number: number): string =>
  chapterHeadings.find((one) => one.number === number)?.heading ?? '';

export const rowsIn = (edition: Edition, chapter: number): RowPlace[] =>
  rows.filter((place) => place.chapter === chapter && place.row.editions.includes(edition));

/** A whole report: headings of chapters and the three tables. */
export function formReport(figures: Figures, edition: Edition, style: Style): Printed[] {
  const heading = (number: number): Printed => paragraph(style.chapter(number, headingOf(number)));
  return [
    paragraph('某市某局政府信息公开工作年度报告（虚构）'),
    heading(1),
    paragraph('本段为虚构的文字，其中的数字 12345 与表格无关。'),
    heading(2),
    ...disclosureTables(figures, edition, style),
    heading(3),
    applicationsTable(figures, edition, style),
    heading(4),
    ...disputesTables(figures, style),
    heading(5),
    paragraph('本段也是虚构的文字。'),
    heading(6),
    paragraph('无。'),
  ];
}

const cellsIn = (place: RowPlace, edition: Edition): Cell[] =>
  place.cells.filter(({ editions }) => editions.includes(edition));

/** A grid of four columns; where a row has fewer cells they are merged so that the row is as wide. */
export function disclosureTables(figures: Figures, edition: Edition, style: Style): PrintedTable[] {
  const width = 3;
  const printed = style.rows(rowsIn(edition, 2));
  const blocks = [...new Set(printed.map(({ row }) => row.block))];
  const tables = blocks.map((block) => {
    const places = printed.filter(({ row }) => row.block === block);
    const [first] = places;
    const heads = first === undefined ? [] : style.columns(cellsIn(first, edition));
    const spans = heads.map((_, at) => (at === heads.length - 1 ? width - heads.length + 1 : 1));
    return [
      [cell(style.label(blockHeading(block ?? ''), null), width + 1)],
      [
        cell(headingOfRows),
        ...heads.map(({ column }, at) => cell(style.head(labelIn(column.label, edition)), spans[at])),
      ],
      ...places.map((place) => [
        cell(style.label(labelIn(place.row.label, edition), place)),
        ...style.columns(cellsIn(place, edition)).map((one, at) => cell(style.value(one.in(figures), one), spans[at])),
      ]),
    ];
  });
  return style.disclosure === 'one' ? [table(...tables.flat())] : tables.map((one) => table(...one));
}

export function applicationsTable(figures: Figures, edition: Edition, style: Style): PrintedTable {
  const labels = style.groups === 'merged' ? 3 : 1;
  const columns = style.columns(Object.entries(applicantCounts.columns));
  const isOrganisation = (key: string): boolean => key !== 'naturalPerson' && key !== 'total';
  const inForm = columns.every(([key], at) => key === Object.keys(applicantCounts.columns)[at]);
  const label = (key: string): string => style.head(labelIn(applicantCounts.columns[key as 'total'].label, edition));
  const organisations = columns.filter(([key]) => isOrganisation(key));
  const surplus = style.surplus ? [cell(`${applicantHeadings.organisations}小计`, 1, 1)] : [];
  const head: PrintedCell[][] = inForm
    ? [
        [
          cell(`（${applicantHeadings.rule}）`, labels, 3),
          cell(applicantHeadings.all, columns.length + surplus.length),
        ],
        [
          cell(label('naturalPerson'), 1, 2),
          cell(applicantHeadings.organisations, organisations.length + surplus.length),
          cell(label('total'), 1, 2),
        ],
        [...organisations.map(([key]) => cell(label(key))), ...surplus],
      ]
    : [[cell('', labels), ...columns.map(([key]) => cell(label(key)))]];
  const printed = style.rows(rowsIn(edition, 3));
  const body = printed.map((place, at) => {
    const before = printed[at - 1];
    const groups = place.groups.slice(2);
    const own = style.label(labelIn(place.row.label, edition), place);
    const labelCells =
      style.groups === 'none'
        ? [cell(own)]
        : groupCells(place, before, groups, printed, at, own, labels, style, edition);
    const values = style.columns(Object.keys(applicantCounts.columns)).flatMap((key) => {
      const one = place.cells.find(({ columnKey }) => columnKey === key);
      return one === undefined ? [] : [cell(style.value(one.in(figures), one))];
    });
    if (!style.surplus) return [...labelCells, ...values];
    return [...labelCells, ...values.slice(0, -1), cell('999'), ...values.slice(-1)];
  });
  return table(...head, ...body);
}

/** The label's cells: those of groups on the first of their rows, merged over all. */
function groupCells(
  place: RowPlace,
  before: RowPlace | undefined,
  groups: readonly Group[],
  printed: readonly RowPlace[],
  at: number,
  own: string,
  labels: number,
  style: Style,
  edition: Edition,
): PrintedCell[] {
  // The undivided row stands where its group does.
  const shown = place.row.hidden ? groups.slice(0, -1) : groups;
  const cells: PrintedCell[] = [];
  for (const group of shown) {
    if (before?.groups.includes(group) === true && !(before.row.hidden && group === before.groups.at(-1))) continue;
    let height = 0;
    while (printed[at + height]?.groups.includes(group) === true) height += 1;
    cells.push(cell(style.label(labelIn(group.label, edition), null), 1, height));
  }
  return [...cells, cell(own, labels - shown.length)];
}

const disputePlaces = rows.filter(({ chapter }) => chapter === 4);

export function disputesTables(figures: Figures, style: Style): Printed[] {
  const outcomes = Object.values(disputeOutcomes.columns).map(({ label }) => style.head(labelIn(label, 'FORM_2021')));
  const values = (place: RowPlace): PrintedCell[] => place.cells.map((one) => cell(style.value(one.in(figures), one)));
  const [reviews, direct, after] = disputePlaces.map(({ row }) => labelIn(row.label, 'FORM_2021'));
  const lawsuits = '行政诉讼';
  if (style.disputes === 'three') {
    return disputePlaces.flatMap((place, at) => [
      paragraph(at === 0 ? (reviews ?? '') : `${lawsuits}（${at === 1 ? direct : after}）`),
      table(
        outcomes.map((text) => cell(text)),
        values(place),
      ),
    ]);
  }
  if (style.disputes === 'labelled') {
    return [
      table(
        [cell('类别'), ...outcomes.map((text) => cell(text))],
        ...disputePlaces.map((place) => [cell(labelIn(place.row.label, 'FORM_2021')), ...values(place)]),
      ),
    ];
  }
  return [
    table(
      [cell(reviews ?? '', 5), cell(lawsuits, 10)],
      [...outcomes.map((text) => cell(text, 1, 2)), cell(direct ?? '', 5), cell(after ?? '', 5)],
      [...outcomes, ...outcomes].map((text) => cell(text)),
      disputePlaces.flatMap(values),
    ),
  ];
}
