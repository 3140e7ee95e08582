/** The tables of the statutory form, filled with figures: labels, headings and order of rows are those of the edition. */
import { applicantCounts, applicantHeadings } from '../template/applications.js';
import { wanYuanOf } from '../template/amount.js';
import { blockHeading, headingOfRows } from '../template/disclosure.js';
import { disputeOutcomes, lawsuits } from '../template/disputes.js';
import { rows, type Cell, type Figures, type RowPlace } from '../template/figures.js';
import { labelIn, type Edition, type Group } from '../template/form.js';
import { cell, words, type Table, type TableCell } from './blocks.js';

const rowsIn = (edition: Edition, chapter: number): RowPlace[] =>
  rows.filter((place) => place.chapter === chapter && place.row.editions.includes(edition));

const cellsIn = (place: RowPlace, edition: Edition): Cell[] =>
  place.cells.filter(({ editions }) => editions.includes(edition));

/** As it stands in the form: a blank where nothing is stated; an amount with its unit where the form prints none. */
function printed(one: Cell, figures: Figures, edition: Edition): TableCell {
  const figure = one.in(figures);
  if (figure === null) return cell('');
  if (one.unit === 'COUNT') return cell(String(figure));
  const amount = wanYuanOf(figure).replace(/\.?0+$/u, '');
  const { counted, label } = one.column;
  return cell(figure === 0 || labelIn(label, edition).includes(counted) ? amount : `${amount}${counted}`);
}

/** Blocks of three columns, of two and of one are as wide: the grid has as many as all of them share out evenly. */
const shared = 6;

export function disclosureTable(figures: Figures, edition: Edition): Table {
  const places = rowsIn(edition, 2);
  const blocks = [...new Set(places.map(({ row }) => row.block))];
  return {
    kind: 'table',
    widths: [2.4, ...Array.from({ length: shared }, () => 1)],
    heads: 0,
    rows: blocks.flatMap((block) => {
      const own = places.filter(({ row }) => row.block === block);
      const columns = own[0] === undefined ? [] : cellsIn(own[0], edition);
      const span = shared / columns.length;
      return [
        [cell(blockHeading(block ?? ''), shared + 1)],
        [cell(headingOfRows), ...columns.map(({ column }) => cell(labelIn(column.label, edition), span))],
        ...own.map((place) => [
          cell(labelIn(place.row.label, edition)),
          ...cellsIn(place, edition).map((one) => ({ ...printed(one, figures, edition), columns: span })),
        ]),
      ];
    }),
  };
}

/** Item, group and row stand side by side before the figures. */
const labelColumns = 3;

export function applicationsTable(figures: Figures, edition: Edition): Table {
  const { naturalPerson, total, ...organisations } = applicantCounts.columns;
  const label = (one: (typeof applicantCounts.columns)['total']): string => labelIn(one.label, edition);
  const kinds = Object.keys(applicantCounts.columns).length;
  const heads = [
    [cell(`（${applicantHeadings.rule}）`, labelColumns, 3), cell(applicantHeadings.all, kinds)],
    [
      cell(label(naturalPerson), 1, 2),
      cell(applicantHeadings.organisations, Object.keys(organisations).length),
      cell(label(total), 1, 2),
    ],
    Object.values(organisations).map((one) => cell(label(one))),
  ];
  const places = rowsIn(edition, 3);
  const body = places.map((place, at) => [
    ...labelsOf(place, places, at, edition),
    ...cellsIn(place, edition).map((one) => printed(one, figures, edition)),
  ]);
  return {
    kind: 'table',
    widths: [1.15, 1.3, 4.5, ...Array.from({ length: kinds }, () => 1)],
    heads: heads.length,
    rows: [...heads, ...body],
  };
}

/** Groups that the form prints beside a row; a row that is all of its group stands where the group would. */
function shownGroups({ row, groups }: RowPlace): readonly Group[] {
  const below = groups.slice(2);
  return row.hidden ? below.slice(0, -1) : below;
}

/** The label of a row, behind those of its groups where it is the first of theirs: they are as high as all their rows. */
function labelsOf(place: RowPlace, places: readonly RowPlace[], at: number, edition: Edition): TableCell[] {
  const before = places[at - 1];
  const shown = shownGroups(place);
  const beginning = shown.filter((group) => before === undefined || !shownGroups(before).includes(group));
  const cells = beginning.map((group) => {
    const height = places.filter((other) => other.groups.includes(group)).length;
    return cell(labelIn(group.label, edition), 1, height);
  });
  return [...cells, words(labelIn(place.row.label, edition), labelColumns - shown.length)];
}

export function disputesTable(figures: Figures, edition: Edition): Table {
  const outcomes = Object.values(disputeOutcomes.columns).map(({ label }) => labelIn(label, edition));
  const places = rowsIn(edition, 4);
  const ofLawsuits = places.filter(({ groups }) => groups.some((group) => group.typeName === lawsuits.typeName));
  const others = places.filter((place) => !ofLawsuits.includes(place));
  const label = ({ row }: RowPlace): string => labelIn(row.label, edition);
  const width = outcomes.length;
  return {
    kind: 'table',
    widths: places.flatMap(() => outcomes.map(() => 1)),
    heads: 3,
    rows: [
      [
        ...others.map((place) => cell(label(place), width)),
        cell(labelIn(lawsuits.label, edition), width * ofLawsuits.length),
      ],
      [
        ...others.flatMap(() => outcomes.map((outcome) => cell(outcome, 1, 2))),
        ...ofLawsuits.map((place) => cell(label(place), width)),
      ],
      ofLawsuits.flatMap(() => outcomes.map((outcome) => cell(outcome))),
      [...others, ...ofLawsuits].flatMap((place) =>
        cellsIn(place, edition).map((one) => printed(one, figures, edition)),
      ),
    ],
  };
}
