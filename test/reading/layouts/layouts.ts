/** Ways to lay a report out, each met in some report or near to one that was: see each `why`. */
import { rows, type Cell, type Figures } from '../../../src/template/figures.js';
import type { Edition } from '../../../src/template/form.js';
import { formReport, plainStyle, plainValue, type Style } from './form-tables.js';
import { escaped, htmlPage, type HtmlOptions } from './print-html.js';
import {
  cellPerLineText,
  gluedText,
  markdown,
  pipeBeforeRowText,
  pipeBelowCellText,
  pipeOnlyPerLineText,
  pipePerLineText,
  pipeText,
  raggedTabText,
  rectangularPipeText,
  rectangularTabText,
  rowPerLineText,
  shiftedTabText,
  tabText,
} from './print-text.js';
import { cell, paragraph, rectangle, table, type Printed, type PrintedCell, type PrintedTable } from './printed.js';

export interface Layout {
  name: string;
  format: 'html' | 'txt';
  /** What it can show: blanks, every cell filled, or one digit a cell. */
  holds: 'blanks' | 'filled' | 'digits';
  write: (figures: Figures, edition: Edition) => string;
  /** Cells that it leaves out. */
  without?: (cell: Cell) => boolean;
}

type Change = (report: Printed[], edition: Edition) => Printed[];

const styled =
  (style: Partial<Style>, change: Change = (report) => report) =>
  (figures: Figures, edition: Edition) =>
    change(formReport(figures, edition, { ...plainStyle, ...style }), edition);

function html(
  name: string,
  style: Partial<Style> = {},
  change?: Change,
  options?: HtmlOptions,
  without?: Layout['without'],
): Layout {
  const report = styled(style, change);
  return {
    name: `HTML: ${name}`,
    format: 'html',
    holds: 'blanks',
    write: (figures, edition) => htmlPage(report(figures, edition), options),
    ...(without === undefined ? {} : { without }),
  };
}
function txt(
  name: string,
  holds: Layout['holds'],
  print: (report: readonly Printed[]) => string,
  style: Partial<Style> = {},
  change?: Change,
): Layout {
  const report = styled(style, change);
  return { name: `TXT: ${name}`, format: 'txt', holds, write: (figures, edition) => print(report(figures, edition)) };
}

/** A made-up order that is the same in every run. */
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one, at) => ({ one, key: (at * 7 + 3) % (list.length + (list.length % 7 === 0 ? 1 : 0)) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

/** Rows of one group exchanged; groups stay together. */
const withinGroups: Style['rows'] = (places) => {
  const groups = [
    ...new Set(
      places.map((place) => `${place.groups.length}${place.groups.at(-1)?.typeName ?? ''}${place.row.block ?? ''}`),
    ),
  ];
  return groups.flatMap((key) =>
    places
      .filter((place) => `${place.groups.length}${place.groups.at(-1)?.typeName ?? ''}${place.row.block ?? ''}` === key)
      .reverse(),
  );
};

const fullWidth = (text: string): string =>
  text.replace(/[\d.+-]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const mapped =
  (change: (text: string) => string): Style['value'] =>
  (number, one) =>
    change(plainValue(number, one));
const missing = (paths: readonly string[]): { style: Partial<Style>; without: (one: Cell) => boolean } => ({
  style: { rows: (places) => places.filter(({ path }) => !paths.includes(path)) },
  without: ({ rowPath }) => paths.includes(rowPath),
});
const everyThird = rows
  .filter((place) => place.chapter !== 4)
  .filter((_, at) => at % 3 === 1)
  .map(({ path }) => path);

const noNumber = (label: string): string => label.replace(/^(（[一二三四五六七]）|[一二三四]、|\d\.)/, '');
const tables = (report: Printed[], change: (one: PrintedTable, at: number) => Printed[]): Printed[] => {
  let at = 0;
  return report.flatMap((block) => (block.kind === 'table' ? change(block, at++) : [block]));
};
/** The applications' table is the longest. */
const isLong = ({ rows: all }: PrintedTable): boolean => all.length > 20;

/** Cells that reach over a break are cut there and continue without text below. */
function broken(one: PrintedTable, at: number): [PrintedTable, PrintedTable] {
  const first = one.rows
    .slice(0, at)
    .map((row, index) => row.map((own) => ({ ...own, rows: Math.min(own.rows, at - index) })));
  const reaching = one.rows
    .slice(0, at)
    .flatMap((row, index) =>
      row.filter((own) => index + own.rows > at).map((own) => cell('', own.columns, index + own.rows - at)),
    );
  const rest = one.rows.slice(at).map((row, index) => (index === 0 ? [...reaching, ...row] : row));
  return [
    { kind: 'table', rows: first },
    { kind: 'table', rows: rest },
  ];
}

function rectangleOf(one: PrintedTable): PrintedTable['rows'] {
  return rectangle(one).map((fields) => fields.map((text) => cell(text)));
}

const typo = (label: string): string => (label.length > 6 ? label.slice(0, 4) + '某' + label.slice(5) : label);
const traditional: Record<string, string> = {
  规: '規',
  许: '許',
  务: '務',
  处: '處',
  强: '強',
  业: '業',
  费: '費',
  办: '辦',
  结: '結',
  机: '機',
  关: '關',
  开: '開',
  请: '請',
  构: '構',
  织: '織',
  总: '總',
  计: '計',
  数: '數',
  护: '護',
  属: '屬',
  权: '權',
  复: '復',
  诉: '訴',
  维: '維',
  审: '審',
  对: '對',
  项: '項',
  购: '購',
  额: '額',
  决: '決',
  两: '兩',
  为: '為',
  这: '這',
  实: '實',
};
const toTraditional = (label: string): string => [...label].map((one) => traditional[one] ?? one).join('');
const radicals: Record<string, string> = {
  行: '⾏',
  大: '⼤',
  一: '⼀',
  人: '⼈',
  力: '⼒',
  土: '⼟',
  工: '⼯',
  生: '⽣',
  三: '三',
  自: '⾃',
  文: '⽂',
  门: '⻔',
  长: '⻓',
  非: '⾮',
};
const toRadicals = (label: string): string => [...label].map((one) => radicals[one] ?? one).join('');
const spaced = (label: string): string =>
  label.length > 4 ? `${label.slice(0, 2)} ${label.slice(2, 4)}\u3000${label.slice(4)}` : label.split('').join(' ');

const printedOrder = [2, 0, 1, 3, 4, 5, 6];

const labelColumns = 3;

/** 三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 in one cell, as registers of figures have it. */
function behindGroups(one: PrintedTable): PrintedTable {
  const path: string[] = [];
  const [first = [], second = [], third = [], ...rest] = rectangle(one);
  const head = third.map((text, at) => text || (second[at] ?? '') || (first[at] ?? ''));
  const lines = rest.map((fields) => {
    const labels = fields.slice(0, labelColumns);
    const begins = labels.findIndex((text) => text !== '');
    if (begins !== -1) path.splice(begins, labelColumns, ...labels.slice(begins));
    return [path.filter((text) => text !== '').join(' / '), ...fields.slice(labelColumns)];
  });
  return table(...[['项目', ...head.slice(labelColumns)], ...lines].map((fields) => fields.map((text) => cell(text))));
}

/** 1.属于国家秘密 as two cells; what stands above and below is as wide. */
function apart(row: readonly PrintedCell[]): PrintedCell[] {
  return row.flatMap((one, at) => {
    const [, number, label] = /^(\d\.)(.+)$/.exec(one.text) ?? [];
    if (number !== undefined && label !== undefined) return [cell(number, 1, one.rows), cell(label, 1, one.rows)];
    return [
      at === 0 && one.columns > 1
        ? cell(one.text, one.columns + 1, one.rows)
        : at === 1 && one.columns === 2
          ? cell(one.text, 3, one.rows)
          : one,
    ];
  });
}

export const layouts: readonly Layout[] = [
  html('the form as it is'),
  html('each item of article 20 in a table of its own', { disclosure: 'blocks' }),
  html('all of it within a table that arranges the page', {}, undefined, {
    around: (one) => `<table><tr><td>${one}</td></tr></table>`,
  }),
  html('each table within two others', {}, undefined, {
    around: (one) => `<table><tr><td><table><tr><td><div>${one}</div></td></tr></table></td></tr></table>`,
  }),
  html('columns in another order', {
    columns: (list) =>
      list.length === 7
        ? list.map((_, at) => list[printedOrder[at] ?? at] ?? list[at]).filter((one) => one !== undefined)
        : [...list].reverse(),
  }),
  html('rows in another order within their groups', { rows: withinGroups }),
  html(
    'rows in another order, without groups',
    { rows: shuffled, groups: 'none', disclosure: 'one' },
    undefined,
    undefined,
  ),
  html('full-width digits', { value: mapped(fullWidth) }),
  html('thousands separators', {
    value: (number, one) =>
      number !== null && one.unit === 'COUNT' ? number.toLocaleString('en-US') : plainValue(number, one),
  }),
  html('full-width thousands separators', {
    value: (number, one) =>
      number !== null && one.unit === 'COUNT'
        ? fullWidth(number.toLocaleString('en-US')).replaceAll(',', '，')
        : plainValue(number, one),
  }),
  html('a plus before what was added', {
    value: (number, one) =>
      number !== null && number > 0 && one.column.signed ? `+${number}` : plainValue(number, one),
  }),
  html('blanks around the numbers', { value: mapped((text) => `\u00a0 ${text} \u3000`) }),
  html('slashes for blanks', { value: mapped((text) => (text === '' ? '/' : text)) }),
  html('dashes for blanks', { value: mapped((text) => (text === '' ? '—' : text)) }),
  html('a hyphen for blanks', { value: mapped((text) => (text === '' ? '-' : text)) }),
  html('units in the cells', {
    value: (number, one) =>
      number !== null && one.unit === 'COUNT' ? `${number}${one.column.counted}` : plainValue(number, one),
  }),
  html('explanations in the cells', {
    value: (number, one) =>
      number !== null && one.unit === 'COUNT' ? `${number}（其中本级1件）` : plainValue(number, one),
  }),
  html('labels with explanations and numbers in them', {
    label: (label, place) => (place === null ? label : `${label}（指2019年的数量，如-8）`),
    head: (label) => (label.includes('/') ? `${label}（减用负值表示，如-8）` : label),
  }),
  html('numbers as 1、', { label: (label) => label.replace(/^(\d)\./, '$1、') }),
  html('numbers as (1)', {
    label: (label) =>
      label
        .replace(/^(\d)\./, '($1)')
        .replace(/[（]/, '(')
        .replace(/[）]/, ')'),
  }),
  html('full-width numbers', {
    label: (label) => label.replace(/^(\d)\./, (_, digit: string) => `${fullWidth(digit)}．`),
  }),
  html('no numbers before the labels', {
    label: (label, place) => (place?.keys.at(-1) === 'total' ? label : noNumber(label)),
  }),
  html('a serial number before the labels of table two', {}, (report) =>
    tables(report, (one) => [
      isLong(one) || one.rows.some((row) => row.length > 6)
        ? one
        : table(
            ...one.rows.map((row, at) => [
              cell(row.length > 1 && row[0]?.text !== '信息内容' ? String(at) : row.length > 1 ? '序号' : '', 1),
              ...row,
            ]),
          ),
    ]),
  ),
  html('rows missing', missing(everyThird).style, undefined, undefined, missing(everyThird).without),
  html('white space within labels', { label: spaced, head: spaced }),
  html('line breaks within headings', {
    head: (label) => (label.length > 3 ? `${label.slice(0, 3)}\n${label.slice(3)}` : label),
    label: (label) => `${label.slice(0, 5)}\n${label.slice(5)}`,
  }),
  html('labels in traditional characters', { label: toTraditional, head: toTraditional }),
  html('radicals in labels', { label: toRadicals, head: toRadicals }),
  html('one character wrong in long labels', {
    label: (label, place) =>
      place !== null && place.chapter === 3 && !/总计/.test(label) ? noNumberTypo(label) : label,
  }),
  html('table three in two halves', {}, (report) =>
    tables(report, (one) => (isLong(one) ? [...broken(one, 5)] : [one])),
  ),
  html('table three over pages, within a group, with page numbers', {}, (report) =>
    tables(report, (one) => (isLong(one) ? [broken(one, 9)[0], paragraph('— 3 —'), broken(one, 9)[1]] : [one])),
  ),
  html('table three over pages, the heading repeated', {}, (report) =>
    tables(report, (one) => {
      if (!isLong(one)) return [one];
      const [first, rest] = broken(one, 12);
      return [first, paragraph('-4-'), table(...one.rows.slice(0, 3), ...rest.rows)];
    }),
  ),
  html('table two broken within a block', {}, (report) =>
    tables(report, (one, at) => (at === 0 ? [...broken(one, 3)] : [one])),
  ),
  html('table four as three tables', { disputes: 'three' }),
  html('table four with a row each', { disputes: 'labelled' }),
  html('a subtotal of organisations', { surplus: true }),
  html('headings of two rows', {}, (report) => tables(report, (one) => [isLong(one) ? splitHead(one) : one])),
  html(
    'no headings over the columns of table two',
    { disclosure: 'blocks' },
    (report) =>
      tables(report, (one) => [
        one.rows[1]?.[0]?.text === '信息内容' && one.rows.length < 8
          ? table(one.rows[0] ?? [], ...one.rows.slice(2))
          : one,
      ]),
    undefined,
  ),
  html('a row that the form does not have', {}, (report) =>
    tables(report, (one, at) => [
      at === 0
        ? table(
            ...one.rows.slice(0, 4),
            [cell('其他主动公开文件'), cell('7'), cell('8'), cell('9')],
            ...one.rows.slice(4),
          )
        : one,
    ]),
  ),
  html('empty rows after and between', {}, (report) =>
    tables(report, (one) => [isLong(one) ? one : table(...one.rows, [cell(''), cell(''), cell(''), cell('')])]),
  ),
  html('the numbers before the labels of table three in a column of their own', {}, (report) =>
    tables(report, (one) => [isLong(one) ? table(...one.rows.map(apart)) : one]),
  ),
  html('each label behind those of its groups', {}, (report) =>
    tables(report, (one) => [isLong(one) ? behindGroups(one) : one]),
  ),
  html('figures in fields of a form', {}, undefined, {
    inCell: (text) => (/^[\d.]+$/.test(text) ? `<input type="text" readonly value="${text}">` : escaped(text)),
  }),
  html('no cell merged', {}, (report) => tables(report, (one) => [{ kind: 'table', rows: rectangleOf(one) }])),
  html('prose between the tables', {}, (report) =>
    tables(report, (one) => [
      paragraph('全年办理行政许可57件，行政处罚3件，予以公开2件，重复申请1件。'),
      one,
      paragraph('注：数据截至2024年12月31日，咨询电话 0951-1234567。'),
    ]),
  ),
  html('table four before the others are closed, chapters by other numbers', {
    chapter: (number, heading) => `（${'一二三四五六'.charAt((number + 1) % 6)}）${heading}`,
  }),
  html('paragraphs and spans in every cell', {}, undefined, {
    inCell: (text) => `<p><span>${escaped(text.slice(0, 1))}</span><span>${escaped(text.slice(1))}</span></p><p></p>`,
  }),
  txt('tabs, numbers right after the label', 'blanks', tabText),
  txt('tabs, fields of cells merged sideways empty', 'filled', raggedTabText),
  txt('tabs, as a word processor saves it', 'filled', shiftedTabText),
  txt('tabs, every column', 'blanks', rectangularTabText),
  txt('tabs, without groups', 'blanks', tabText, { groups: 'none' }),
  txt('pipes, blanks of merged cells at the end', 'blanks', pipeText, { groups: 'none' }),
  txt('pipes, every column', 'blanks', rectangularPipeText),
  txt('Markdown', 'blanks', markdown),
  txt(
    'Markdown, a table for every row, with headings of its own',
    'blanks',
    markdown,
    { groups: 'none', disclosure: 'blocks', disputes: 'three' },
    (report) =>
      tables(report, (one) =>
        isLong(one)
          ? one.rows.slice(3).map((row) =>
              table(
                ['类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'].map((text) => cell(text)),
                row,
              ),
            )
          : [one],
      ),
  ),
  txt('a cell a line', 'filled', cellPerLineText),
  txt('a cell a line, pipes behind', 'blanks', pipePerLineText, { groups: 'none' }),
  txt('a cell a line, pipes behind, no row begun', 'blanks', pipeOnlyPerLineText, { groups: 'none' }),
  txt('a cell a line, a pipe before each row and merged columns behind it', 'blanks', pipeBeforeRowText),
  txt('a cell a line, its pipe on the next', 'blanks', pipeBelowCellText, { groups: 'none' }),
  txt('a row a line', 'filled', rowPerLineText),
  txt('a row a line, labels broken', 'filled', rowPerLineText, {
    label: (label) => (label.length > 12 ? `${label.slice(0, 9)}\n${label.slice(9)}` : label),
  }),
  txt('everything grown together', 'digits', gluedText),
  txt('everything grown together, full width', 'digits', (report) => fullWidth(gluedText(report)), { groups: 'none' }),
];

function noNumberTypo(label: string): string {
  const number = /^(（[一二三四五六七]）|[一二三四]、|\d\.)/.exec(label)?.[0] ?? '';
  return label.length - number.length > 6 ? number + typo(label.slice(number.length)) : label;
}

/** 商业企业 as 商业 over 企业, in a row of its own. */
function splitHead({ rows: all }: PrintedTable): PrintedTable {
  const [rule = [], spanning = [], leaves = [], ...rest] = all;
  return table(
    rule.map((one, at) => (at === 0 ? { ...one, rows: 4 } : one)),
    spanning.map((one) => (one.rows === 2 ? { ...one, rows: 3 } : one)),
    leaves.map((one) => ({ ...one, text: one.text.slice(0, 2) })),
    leaves.map((one) => ({ ...one, text: one.text.slice(2) })),
    ...rest,
  );
}

export const isCellWithout = (layout: Layout, one: Cell): boolean => layout.without?.(one) === true;
