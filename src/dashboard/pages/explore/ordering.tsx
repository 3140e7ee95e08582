/** In which order the rows stand, and how many. */
import { useLabels } from '../../client/labels';
import type { Measure, SummaryField } from '../../client/schema.generated';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { Select, type Controlling } from './controls';
import { exploreMessages } from './messages';
import { extrasOf, sizes, type Extra, type Order } from './state';

const fields: Partial<Record<Extra, SummaryField>> = {
  average: 'AVERAGE',
  median: 'MEDIAN',
  share: 'SHARE',
  change: 'CHANGE',
};

export function Ordering({ state, change }: Controlling) {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const direction = state.order?.direction ?? 'DESC';

  const byMeasure = (measure: Measure, field: SummaryField): Order => ({ key: null, measure, field, direction });
  const orders: [Order, string][] = [
    ...state.groups.map((key): [Order, string] => [{ key, measure: null, field: null, direction }, t[key]]),
    ...state.measures.flatMap((measure): [Order, string][] => [
      [byMeasure(measure, 'VALUE'), labels.brief(measure)],
      ...extrasOf(state, measure).flatMap((extra): [Order, string][] => {
        const field = fields[extra];
        return field === undefined ? [] : [[byMeasure(measure, field), t.by(labels.brief(measure), t[extra])]];
      }),
    ]),
  ];
  const nameOf = ({ key, measure, field }: Order): string => key ?? `${measure} ${field}`;
  const { order } = state;
  // One that the address has, of something that is not shown, can be seen to be asked for.
  if (order !== null && !orders.some(([one]) => nameOf(one) === nameOf(order)) && order.measure !== null)
    orders.push([order, labels.brief(order.measure)]);
  return (
    <>
      <Select
        label={t.orderBy}
        value={order === null ? '' : nameOf(order)}
        choices={[['', t.byKeys], ...orders.map(([one, words]): [string, string] => [nameOf(one), words])]}
        choose={(chosen) => change({ order: orders.find(([one]) => nameOf(one) === chosen)?.[0] ?? null })}
      />
      <div className="pair">
        {order !== null && (
          <Select
            label={t.direction}
            value={direction}
            choices={(['DESC', 'ASC'] as const).map((one) => [one, t[one]])}
            choose={(chosen) => change({ order: { ...order, direction: chosen === 'ASC' ? 'ASC' : 'DESC' } })}
          />
        )}
        <Select
          label={t.first}
          value={String(state.first)}
          choices={sizes.map((size) => [String(size), count(size)])}
          choose={(chosen) => change({ first: sizes.find((size) => String(size) === chosen) ?? 100 })}
        />
      </div>
    </>
  );
}
