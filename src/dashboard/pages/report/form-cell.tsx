/** One cell of the form as the document has it: its number, its words, a mark, or nothing. */
import { memo } from 'react';
import { useLabels, type Labels } from '../../client/labels';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { reportMessages } from './messages';
import type { CellAnswer, PrintedCell } from './report-cells';

/** What the cell is called: its row and its column. */
export const nameOf = (labels: Labels, { row, cell }: Pick<PrintedCell, 'row' | 'cell'>): string =>
  `${labels.of(row)} · ${labels.of(cell)}`;

const said = { BLANK: 'blankCell', ABSENT: 'absentCell', NOT_APPLICABLE: 'notApplicable' } as const;

export const FormCellView = memo(function FormCellView({
  printed,
  current,
  chosen,
}: {
  printed: PrintedCell;
  /** Reached by Tab. */
  current: boolean;
  /** Named by the address. */
  chosen: boolean;
}) {
  const t = useMessages(reportMessages);
  const labels = useLabels();
  const { cell, answer, findings } = printed;
  const [gravest] = findings;
  const status = answer?.status ?? 'ABSENT';
  // What the eye sees by an empty cell, a mark or a colour.
  const unseen = [
    ...(status === 'BLANK' || status === 'ABSENT' || status === 'NOT_APPLICABLE' ? [t[said[status]]] : []),
    ...(findings.length === 0 ? [] : [t.cellFindings(findings.length)]),
  ].join(', ');
  return (
    <button
      type="button"
      id={`cell-${cell.path}`}
      className={['form-cell', gravest?.severity ?? '', status].join(' ')}
      data-cell={cell.path}
      tabIndex={current ? 0 : -1}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="visually-hidden">{t.cellNamed(nameOf(labels, printed))}</span>
      <span className="as-it-stands">
        <AsItStands answer={answer} wanYuan={cell.unit === 'WAN_YUAN'} />
      </span>
      <span className="visually-hidden">{unseen}</span>
    </button>
  );
});

function AsItStands({ answer, wanYuan }: { answer: CellAnswer | null; wanYuan: boolean }) {
  const t = useMessages(reportMessages);
  const numbers = useNumbers();
  if (answer === null) return null;
  const { status, number, raw } = answer;
  const value = number === null ? null : <data value={number}>{numbers.amount(number)}</data>;
  if (status === 'TEXT')
    return (
      <>
        <span lang="zh-CN">{raw}</span>
        {number !== null && raw !== String(number) && (
          <span className="taken">
            {t.taken('')}
            <data value={number}>{numbers.amount(number)}</data>
          </span>
        )}
      </>
    );
  if (status === 'NOT_APPLICABLE') return <span>{raw ?? '/'}</span>;
  // What is money is shown to the last digit that the document has.
  if (wanYuan && number !== null && raw !== null && raw.trim() !== '') return <data value={number}>{raw}</data>;
  return value;
}
