/** Reports of any kind for property tests: both editions, hybrids, blanks, texts, places, findings of the reading. */
import fc from 'fast-check';
import { cells, noFigures, type Cell, type CellPath } from '../../src/template/figures.js';
import { editions } from '../../src/template/form.js';
import type { Finding } from '../../src/report/finding.js';
import { scopes, type CellText, type Chapter, type Report } from '../../src/report/report.js';
import { rules } from '../../src/report/rules.js';

const keepable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter(keepable);
const words = text.filter((one) => one.trim() !== '');
const name = words.map((one) => one.trim());
const date = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

const fromOne = fc.integer({ min: 1, max: 300 });
const place = fc.record(
  { table: fromOne, row: fromOne, column: fromOne, page: fromOne },
  { requiredKeys: ['table', 'row', 'column'] },
);

/** A cell's figure and how it stands in the document. */
type CellState = [number | null, CellText | undefined];

function cellState(cell: Cell): fc.Arbitrary<CellState> {
  const least = cell.column.signed ? -Number.MAX_SAFE_INTEGER : 0;
  const number = fc.oneof(
    fc.nat(30),
    fc.integer({ min: least, max: Number.MAX_SAFE_INTEGER }),
    fc.constantFrom(0, Number.MAX_SAFE_INTEGER, least === 0 ? 0 : least),
  );
  const plain = number.map((value): CellState => [value, undefined]);
  const nothing = fc.constant<CellState>([null, undefined]);
  const writtenNull = fc.constant<CellState>([null, { status: 'BLANK', raw: null, place: null }]);
  const stated = fc
    .tuple(number, fc.constantFrom('NUMBER', 'TEXT'), fc.option(text), fc.option(place))
    .map(([value, status, raw, at]): CellState => [value, { status, raw, place: at }]);
  const unread = fc
    .tuple(fc.constantFrom('NUMBER', 'BLANK', 'NOT_APPLICABLE', 'TEXT', 'ABSENT'), fc.option(text), fc.option(place))
    .map(([status, raw, at]): CellState => [null, { status, raw, place: at }]);
  return fc.oneof({ weight: 10, arbitrary: plain }, { weight: 10, arbitrary: nothing }, writtenNull, stated, unread);
}

const chapter: fc.Arbitrary<Chapter> = fc.record({ number: fc.integer({ min: 1, max: 6 }), title: text, text });

const stated = fc.option(fc.integer().map((value) => value / 1_000_000 + 0)); // + 0: JSON has no -0
const finding: fc.Arbitrary<Finding> = fc
  .constantFrom(...rules.filter(({ seenBy }) => seenBy === 'reading'))
  .chain(({ id, severities }) =>
    fc.record({
      rule: fc.constant<string>(id),
      severity: fc.constantFrom(...severities),
      message: text,
      cells: fc.array(fc.constantFrom<string>(...cells.map(({ path }) => path)), { maxLength: 3 }),
      expected: stated,
      actual: stated,
    }),
  );

/** The cells of one edition, now and then with some of the other. */
const figuresAndCells = fc
  .record({ edition: fc.constantFrom(...editions), hybrid: fc.boolean(), states: fc.tuple(...cells.map(cellState)) })
  .map(({ edition, hybrid, states }) => {
    const figures = noFigures();
    const texts: Partial<Record<CellPath, CellText>> = {};
    for (const [at, cell] of cells.entries()) {
      const [value, how] = states[at] ?? [null, undefined];
      if (!hybrid && !cell.editions.includes(edition)) continue;
      cell.put(figures, value);
      if (how !== undefined) texts[cell.path] = how;
    }
    return { edition, figures, cells: texts };
  });

export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    read: figuresAndCells,
    agency: name,
    division: fc.constantFrom('000000', '310000', '640302'),
    year: fc.integer({ min: 2008, max: 2100 }),
    scope: fc.constantFrom(...scopes),
    title: words,
    publishedOn: fc.option(date),
    chapters: fc.array(chapter, { maxLength: 3 }),
    reading: fc.array(finding, { maxLength: 3 }),
    source: fc.record({
      name: words,
      mediaType: name,
      bytes: fc.nat(),
      sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
      url: fc.option(fc.webUrl({ validSchemes: ['http', 'https'] })),
    }),
    synthetic: fc.boolean(),
  })
  .map(({ read, ...rest }) => ({ ...rest, ...read }));
