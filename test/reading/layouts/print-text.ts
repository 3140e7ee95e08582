/** A printed report as text, in the ways in which pages and files come out as text. */
import { rectangle, type Printed, type PrintedCell, type PrintedTable } from './printed.js';

const text = (report: readonly Printed[], ofTable: (table: PrintedTable) => string): string =>
  report.map((block) => (block.kind === 'paragraph' ? block.text : ofTable(block))).join('\n\n');

/** Tabs between the cells of a row, merged ones a single field: numbers stand right after the label. */
export function tabText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .map(
        (row) =>
          row.map((one) => one.text).join('\t') + '\t'.repeat(row.reduce((sum, one) => sum + one.columns - 1, 0)),
      )
      .join('\n'),
  );
}
/** Fields of cells merged sideways stand empty, those of cells merged downwards are not there. */
export function raggedTabText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows.map((row) => row.map((one) => one.text + '\t'.repeat(one.columns - 1)).join('\t')).join('\n'),
  );
}
/** As a word processor saves it: fields that stand empty before a label, blanks of merged cells at the end. */
export function shiftedTabText(report: readonly Printed[]): string {
  return text(report, (table) => {
    const isLabel = (field: string): boolean =>
      /\p{Script=Han}/u.test(field) && !/^\d/.test(field.replace(/^\d+[.、]/, ''));
    return rectangle(table)
      .map((fields, at) => {
        const last = fields.findLastIndex(isLabel);
        const isHead = (table.rows[at] ?? []).every((one) => !/^[\d/－—-]/.test(one.text) || isLabel(one.text));
        if (last === -1 || isHead) return fields.join('\t');
        // Fields of a merged label collapse, and as many stand empty at the end.
        const firstNumber = fields.length - 7;
        const blanks = Math.max(0, firstNumber - last - 1);
        return table.rows.length < 10 || blanks === 0 || fields.length < 10
          ? fields.join('\t')
          : [...fields.slice(0, last + 1), ...fields.slice(last + 1 + blanks), ...Array<string>(blanks).fill('')].join(
              '\t',
            );
      })
      .join('\n');
  });
}
export function rectangularTabText(report: readonly Printed[]): string {
  return text(report, (table) =>
    rectangle(table)
      .map((fields) => fields.join('\t'))
      .join('\n'),
  );
}
/** Pipes between the cells, and empty ones where cells are merged, at the end of the row. */
export function pipeText(report: readonly Printed[]): string {
  const line = (row: readonly PrintedCell[]): string => {
    const surplus = row.reduce((sum, one) => sum + one.columns - 1, 0);
    // A row that begins with an empty cell needs the frame before it.
    return `${row[0]?.text === '' ? '| ' : ''}${row.map((one) => one.text).join(' | ')} ${'|'.repeat(1 + surplus)}`;
  };
  return text(report, ({ rows }) => rows.map(line).join('\n'));
}
export function rectangularPipeText(report: readonly Printed[]): string {
  return text(report, (table) =>
    rectangle(table)
      .map((fields) => `| ${fields.join(' | ')} |`)
      .join('\n'),
  );
}
export function markdown(report: readonly Printed[]): string {
  return text(report, (table) => {
    const [first = [], ...rest] = rectangle(table);
    const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;
    return [line(first), `|${'---|'.repeat(first.length)}`, ...rest.map(line)].join('\n');
  });
}
/** A cell a line; blank cells leave nothing. */
export function cellPerLineText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .flatMap((row) => row.map((one) => one.text))
      .filter((one) => one !== '')
      .join('\n'),
  );
}
/** A cell a line with a pipe behind it; blank cells are an empty line with a pipe. */
export function pipePerLineText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows.map((row) => ['|', ...row.map((one) => (one.text === '' ? '\n|' : `${one.text} |`))].join('\n')).join('\n'),
  );
}
/** A cell a line with a pipe behind it, and no row begun: a blank is a pipe alone, merged columns are a line of pipes. */
export function pipeOnlyPerLineText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .map((row) => {
        const surplus = row.reduce((sum, one) => sum + one.columns - 1, 0);
        const lines = row.map((one) => (one.text === '' ? '|' : `${one.text} |`));
        return (surplus === 0 ? lines : [...lines, '|'.repeat(surplus)]).join('\n');
      })
      .join('\n'),
  );
}
/** A cell a line, a pipe before each row, and the pipes of merged columns behind a blank. */
export function pipeBeforeRowText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .map((row) => {
        const surplus = row.reduce((sum, one) => sum + one.columns - 1, 0);
        return `${['|', ...row.map((one) => `${one.text} |`)].join('\n')}${surplus === 0 ? '' : ` ${'|'.repeat(surplus)}`}`;
      })
      .join('\n'),
  );
}
/** A cell a line, the pipe behind it on the next; a blank is a pipe alone, merged columns are a line of pipes. */
export function pipeBelowCellText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .map((row) => {
        const surplus = row.reduce((sum, one) => sum + one.columns - 1, 0);
        const lines = row.map((one) => (one.text === '' ? '|' : `${one.text}\n|`));
        return (surplus < 2 ? lines : [...lines, '|'.repeat(surplus)]).join('\n');
      })
      .join('\n'),
  );
}
/** A row a line, a blank between cells. */
export function rowPerLineText(report: readonly Printed[]): string {
  return text(report, ({ rows }) =>
    rows
      .map((row) =>
        row
          .map((one) => one.text)
          .filter((one) => one !== '')
          .join(' '),
      )
      .join('\n'),
  );
}
/** Everything grown together. */
export function gluedText(report: readonly Printed[]): string {
  return report
    .map((block) =>
      block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((one) => one.text).join('')).join(''),
    )
    .join('');
}
