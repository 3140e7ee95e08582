/** A box that finds something by a part of its name: type, arrow keys, Enter. */
import { useId, useState, type KeyboardEvent } from 'react';
import '../shell/scope-bar.css';

export interface Choice {
  key: string;
  name: string;
  /** What tells it from others of that name. */
  note?: string;
}

export function SearchBox({
  label,
  placeholder,
  text,
  onText,
  choices,
  nothing,
  onChoose,
}: {
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  /** What was found; null while it is not known. */
  choices: readonly Choice[] | null;
  /** Said where nothing was found. */
  nothing: string;
  onChoose: (key: string) => void;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = choices ?? [];
  const shown = open && text.trim() !== '' && choices !== null;

  const choose = (key: string): void => {
    onText('');
    setOpen(false);
    setAt(0);
    onChoose(key);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setOpen(false);
    if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found[at];
      if (shown && chosen !== undefined) choose(chosen.key);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setAt((at + step + found.length) % found.length);
  };

  return (
    <div className="chooser" onBlur={() => setOpen(false)}>
      <label htmlFor={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder={placeholder}
        aria-expanded={shown && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && found.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0}>
          {found.map(({ key, name, note }, place) => (
            <li
              key={key}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === at}
              // Before the box loses the focus and the list goes.
              onMouseDown={() => choose(key)}
            >
              {name}
              {note !== undefined && <span className="muted small"> {note}</span>}
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p className="none" role="status">
            {nothing}
          </p>
        )}
      </div>
    </div>
  );
}
