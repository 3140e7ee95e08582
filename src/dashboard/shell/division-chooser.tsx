/** A box that finds divisions by a part of their name: type, arrow keys, Enter. */
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useQuery } from '../client/use-query';
import { useMessages } from '../language/language';
import { DivisionsNamedDocument } from './divisions-named.generated';
import { shellMessages } from './messages';

export function DivisionChooser({ onChoose, label }: { onChoose: (code: string) => void; label?: string }) {
  const t = useMessages(shellMessages);
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const name = useDeferredValue(text.trim());
  const query = useQuery(DivisionsNamedDocument, name === '' || !open ? null : { name });
  const found = name === '' ? [] : (query.data?.divisions.nodes ?? []);
  const shown = open && name !== '' && query.data !== undefined;

  const choose = (code: string): void => {
    setText('');
    setOpen(false);
    setAt(0);
    onChoose(code);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setOpen(false);
    if (event.key === 'Enter') {
      const chosen = found[at];
      if (chosen !== undefined) choose(chosen.code);
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
      <label htmlFor={`${id}-input`}>{label ?? t.division}</label>
      <input
        id={`${id}-input`}
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder={t.searchDivision}
        aria-expanded={shown && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && found.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label={t.division} hidden={found.length === 0}>
          {found.map((division, place) => (
            <li
              key={division.code}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === at}
              // Before the box loses the focus and the list goes.
              onMouseDown={() => choose(division.code)}
            >
              {division.fullName}
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p className="none" role="status">
            {t.noDivision(name)}
          </p>
        )}
      </div>
    </div>
  );
}
