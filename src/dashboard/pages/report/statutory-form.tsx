/**
 * The tables of chapters two to four as the edition prints them, each cell as it stands in the document. One cell at
 * a time is reached by Tab, the others by the arrow keys, as in a spreadsheet.
 */
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Label } from '../../client/labels.generated';
import { formHeadings, formRows, type FormCell, type FormRow } from '../../client/form.generated';
import { useLabels } from '../../client/labels';
import type { Edition } from '../../client/schema.generated';
import { useLanguage, useMessages } from '../../language/language';
import { useUrlParam } from '../../url/use-url-state';
import { CellDetail } from './cell-detail';
import { FormCellView } from './form-cell';
import { blocksOf, labelColumns, placed } from './form-layout';
import { reportMessages } from './messages';
import type { PrintedCell, ReportAnswer } from './report-cells';

const chineseNumbers = ['', '一', '二', '三', '四', '五', '六'];

export function StatutoryForm({
  edition,
  report,
  cells,
}: {
  edition: Edition;
  report: ReportAnswer;
  cells: ReadonlyMap<string, PrintedCell>;
}) {
  const t = useMessages(reportMessages);
  const [asked, setAsked] = useUrlParam('cell');
  const [first = ''] = cells.keys();
  const [reached, setReached] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const current = reached ?? (asked !== null && cells.has(asked) ? asked : first);

  const pathOf = ({ target }: SyntheticEvent): string | null =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null) : null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const from = pathOf(event);
    if (from === null || area.current === null) return;
    const next = neighbour(area.current, from, event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };

  const view = (path: string) => {
    const printed = cells.get(path);
    return printed === undefined ? null : (
      <FormCellView key={path} printed={printed} current={path === current} chosen={path === asked} />
    );
  };
  const rows = formRows[edition];
  const chapter = (number: number): FormRow[] => rows.filter((row) => row.chapter === number);
  return (
    <section className="card form-card" id="form" aria-labelledby="form-heading">
      <h2 id="form-heading">{t.form}</h2>
      <p className="muted small screen-only">{t.formHint}</p>
      <div
        ref={area}
        className="form"
        onKeyDown={onKeyDown}
        onFocus={(event) => setReached(pathOf(event) ?? reached)}
        onClick={(event) => {
          const path = pathOf(event);
          if (path !== null) setAsked(path, true);
        }}
        onMouseOver={(event) => setPointed(pathOf(event))}
        onMouseLeave={() => setPointed(null)}
      >
        <Chapter number={2}>
          <Disclosure rows={chapter(2)} view={view} />
        </Chapter>
        <Chapter number={3}>
          <Applications rows={chapter(3)} view={view} />
        </Chapter>
        <Chapter number={4}>
          <Disputes rows={chapter(4)} view={view} />
        </Chapter>
      </div>
      <CellDetail
        printed={cells.get(pointed ?? (reached === null && asked === null ? '' : current)) ?? null}
        report={report}
      />
    </section>
  );
}

/** Left and right in reading order; up and down to the cell above or below that stands nearest. */
function neighbour(area: HTMLElement, from: string, key: string): HTMLElement | null {
  const all = [...area.querySelectorAll<HTMLElement>('[data-cell]')];
  const at = all.findIndex(({ dataset }) => dataset['cell'] === from);
  const here = all[at];
  if (here === undefined) return null;
  if (key === 'ArrowRight') return all[at + 1] ?? null;
  if (key === 'ArrowLeft') return all[at - 1] ?? null;
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const row = here.closest('tr');
  const others = key === 'ArrowDown' ? all.slice(at + 1) : all.slice(0, at).reverse();
  const nextRow = others.find((one) => one.closest('tr') !== row)?.closest('tr');
  const middle = (one: HTMLElement): number => one.getBoundingClientRect().left + one.offsetWidth / 2;
  return (
    others
      .filter((one) => one.closest('tr') === nextRow)
      .sort((one, other) => Math.abs(middle(one) - middle(here)) - Math.abs(middle(other) - middle(here)))[0] ?? null
  );
}

function Chapter({ number, children }: { number: 2 | 3 | 4; children: React.ReactNode }) {
  const t = useMessages(reportMessages);
  const { language } = useLanguage();
  const labels = useLabels();
  const heading = formHeadings.chapters[number];
  if (heading === undefined) return null;
  const name = t.chapterOf(language === 'en' ? String(number) : (chineseNumbers[number] ?? ''), labels.of(heading));
  return (
    <div className="form-chapter">
      <h3 id={`chapter-${number}`}>{name}</h3>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby={`chapter-${number}`}>
        <table aria-labelledby={`chapter-${number}`}>{children}</table>
      </div>
    </div>
  );
}

/** A label of the form; to who reads English with the printed words below. */
function Printed({ label, plain = false }: { label: Label; plain?: boolean }) {
  const { language } = useLanguage();
  const labels = useLabels();
  return (
    <>
      {labels.of(label)}
      {language === 'en' && !plain && (
        <span className="as-printed" lang="zh-CN">
          {label.zh}
        </span>
      )}
    </>
  );
}

interface TableProps {
  rows: FormRow[];
  view: (path: string) => React.ReactNode;
}

/** So many columns that one, two or three fill them evenly. */
const evenColumns = 6;

function Disclosure({ rows, view }: TableProps) {
  return blocksOf(rows).map(({ heading, rows: own }) => {
    const columns: FormCell[] = own[0]?.cells ?? [];
    const wide = evenColumns / columns.length;
    return (
      <tbody key={heading}>
        <tr>
          <th scope="rowgroup" colSpan={evenColumns + 1} className="block" lang="zh-CN">
            {heading}
          </th>
        </tr>
        <tr>
          <th scope="col" className="labels">
            <Printed label={formHeadings.rows} />
          </th>
          {columns.map((column) => (
            <th key={column.path} scope="col" colSpan={wide}>
              <Printed label={column} />
            </th>
          ))}
        </tr>
        {own.map((row) => (
          <tr key={row.path}>
            <th scope="row">
              <Printed label={row} />
            </th>
            {row.cells.map((cell) => (
              <td key={cell.path} colSpan={wide}>
                {view(cell.path)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    );
  });
}

function Applications({ rows, view }: TableProps) {
  // The first column is 自然人 and the last 总计; the others are under one heading.
  const columns = rows[0]?.cells ?? [];
  const organisations = columns.slice(1, -1);
  const [natural, total] = [columns[0], columns.at(-1)];
  const { rule, all, organisations: heading } = formHeadings.applicants;
  if (natural === undefined || total === undefined) return null;
  return (
    <>
      <thead>
        <tr>
          <td colSpan={labelColumns} rowSpan={3} className="rule">
            （<Printed label={rule} plain />）
          </td>
          <th scope="colgroup" colSpan={columns.length}>
            <Printed label={all} />
          </th>
        </tr>
        <tr>
          <th scope="col" rowSpan={2}>
            <Printed label={natural} />
          </th>
          <th scope="colgroup" colSpan={organisations.length}>
            <Printed label={heading} />
          </th>
          <th scope="col" rowSpan={2}>
            <Printed label={total} />
          </th>
        </tr>
        <tr>
          {organisations.map((column) => (
            <th key={column.path} scope="col">
              <Printed label={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placed(rows).map(({ row, groups, columns: wide }) => (
          <tr key={row.path}>
            {groups.map((group) => (
              <th key={group.label.zh} scope="rowgroup" rowSpan={group.rows} className="group">
                <Printed label={group.label} />
              </th>
            ))}
            <th scope="row" colSpan={wide}>
              <Printed label={row} />
            </th>
            {row.cells.map((cell) => (
              <td key={cell.path}>{view(cell.path)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** One row of numbers: reviews, whose heading covers two rows, and lawsuits under theirs. */
function Disputes({ rows, view }: TableProps) {
  const alone = rows.filter(({ groups }) => groups.length === 0);
  const grouped = rows.filter(({ groups }) => groups.length > 0);
  const [group] = grouped.flatMap(({ groups }) => groups);
  const cells = rows.flatMap((row) => row.cells);
  return (
    <>
      <thead>
        <tr>
          {alone.map((row) => (
            <th key={row.path} scope="colgroup" colSpan={row.cells.length} rowSpan={2}>
              <Printed label={row} />
            </th>
          ))}
          {group !== undefined && (
            <th scope="colgroup" colSpan={grouped.flatMap((row) => row.cells).length}>
              <Printed label={group} />
            </th>
          )}
        </tr>
        <tr>
          {grouped.map((row) => (
            <th key={row.path} scope="colgroup" colSpan={row.cells.length}>
              <Printed label={row} />
            </th>
          ))}
        </tr>
        <tr>
          {cells.map((cell) => (
            <th key={cell.path} scope="col">
              <Printed label={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {cells.map((cell) => (
            <td key={cell.path}>{view(cell.path)}</td>
          ))}
        </tr>
      </tbody>
    </>
  );
}
