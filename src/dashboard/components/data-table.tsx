/** A table of an answer: sortable by its headings, its first column the head of each row. */
import { useId, type ReactNode } from 'react';
import { useMessages } from '../language/language';
import { useUrlParam } from '../url/use-url-state';
import { componentMessages } from './messages';
import { QuestionTools, type Question } from './question-tools';
import './data-table.css';

export interface Column<Row> {
  key: string;
  header: string;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** What rows are ordered by when the heading is pressed; null stands last. Without it the column does not sort. */
  sortBy?: (row: Row) => number | string | null;
  cell: (row: Row) => ReactNode;
}

interface Order {
  key: string;
  descending: boolean;
}

/** Of the URL: `-reports` is by reports, the largest first. */
function orderOf(text: string | null): Order | null {
  if (text === null) return null;
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | null): readonly Row[] {
  const by = columns.find(({ key }) => key === order?.key)?.sortBy;
  if (by === undefined || order === null) return rows;
  const turned = order.descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [left, right] = [by(one), by(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return turned * (left - right);
    return turned * String(left).localeCompare(String(right), 'zh-CN');
  });
}

export function DataTable<Row>({
  id,
  caption,
  columns,
  rows,
  rowKey,
  footnotes,
  question,
  bare = false,
}: {
  /** Of the page's tables this one: `sort-<id>` of the URL is its order. */
  id: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  footnotes?: ReactNode;
  /** Asked for the rows: gives the buttons for the query and the download. */
  question?: Question;
  /** Where a heading right above says what the caption would. */
  bare?: boolean;
}) {
  const t = useMessages(componentMessages);
  const [text, setOrder] = useUrlParam(`sort-${id}`);
  const captionId = useId();
  const order = orderOf(text);

  const press = ({ key, numeric = false }: Column<Row>): void => {
    const descending = order?.key === key ? !order.descending : numeric;
    setOrder(descending ? `-${key}` : key, true);
  };

  return (
    <div className="data-table">
      <div className="data-table-head">
        <h3 id={captionId} className={bare ? 'visually-hidden' : undefined}>
          {caption}
        </h3>
        {question !== undefined && <QuestionTools question={question} />}
      </div>
      {/* Wide tables scroll within themselves, by keyboard too. */}
      <div className="scroll" tabIndex={0} role="region" aria-labelledby={captionId}>
        <table aria-labelledby={captionId}>
          <thead>
            <tr>
              {columns.map((column) => {
                const own = order?.key === column.key;
                return (
                  <th
                    key={column.key}
                    scope="col"
                    className={column.numeric === true ? 'number' : undefined}
                    aria-sort={own ? (order.descending ? 'descending' : 'ascending') : undefined}
                  >
                    {column.sortBy === undefined ? (
                      column.header
                    ) : (
                      <button
                        type="button"
                        className="plain sort"
                        title={t.sortBy(column.header)}
                        onClick={() => press(column)}
                      >
                        {column.header}
                        <span aria-hidden="true" className="arrow">
                          {own ? (order.descending ? '▼' : '▲') : '↕'}
                        </span>
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted(rows, columns, order).map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, at) =>
                  at === 0 ? (
                    <th key={column.key} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} className={column.numeric === true ? 'number' : undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footnotes !== undefined && <div className="footnotes">{footnotes}</div>}
    </div>
  );
}
