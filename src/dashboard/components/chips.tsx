/** Things chosen, each with a button that takes it away. */
import { dictionary } from '../language/dictionary';
import { useMessages } from '../language/language';
import './chips.css';

const messages = dictionary({ remove: (name: string) => `Remove ${name}` }, { remove: (name) => `去掉${name}` });

export function Chips({
  label,
  chips,
  onRemove,
}: {
  label: string;
  chips: readonly { key: string; name: string }[];
  /** Without it none can be taken away. */
  onRemove?: ((key: string) => void) | undefined;
}) {
  const t = useMessages(messages);
  return (
    <ul className="chips" aria-label={label}>
      {chips.map(({ key, name }) => (
        <li key={key}>
          {name}
          {onRemove !== undefined && (
            <button type="button" aria-label={t.remove(name)} title={t.remove(name)} onClick={() => onRemove(key)}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
