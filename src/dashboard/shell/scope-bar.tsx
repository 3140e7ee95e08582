/** What a page is of: division, year, and whose figures. */
import { useId, type ReactNode } from 'react';
import { useMessages } from '../language/language';
import { useBasis, useUrlParam } from '../url/use-url-state';
import { DivisionChooser } from './division-chooser';
import { useYear } from './held-years';
import { shellMessages } from './messages';
import './scope-bar.css';

export function ScopeBar({
  onDivision,
  withBasis = false,
  children,
}: {
  /** Told the code of the division that was chosen; without it no division can be. */
  onDivision?: (code: string) => void;
  withBasis?: boolean;
  /** What the page has beside them. */
  children?: ReactNode;
}) {
  return (
    <div className="scope-bar">
      {onDivision !== undefined && <DivisionChooser onChoose={onDivision} />}
      <YearChooser />
      {withBasis && <BasisChooser />}
      {children}
    </div>
  );
}

function YearChooser() {
  const t = useMessages(shellMessages);
  const { year, years } = useYear();
  const [, setYear] = useUrlParam('year');
  const id = useId();
  // A year of the URL of which nothing is held can be seen to be asked for.
  const shown = year === null || years.includes(year) ? years : [...years, year].sort((one, other) => other - one);
  return (
    <div>
      <label htmlFor={id}>{t.year}</label>
      <select id={id} value={year ?? ''} onChange={(event) => setYear(event.target.value)}>
        {shown.map((one) => (
          <option key={one} value={one}>
            {t.yearOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

function BasisChooser() {
  const t = useMessages(shellMessages);
  const { name, choose } = useBasis();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t.basis}</label>
      <select
        id={id}
        value={name}
        onChange={(event) => choose(event.target.value === 'published' ? 'published' : 'own')}
      >
        <option value="own">{t.own}</option>
        <option value="published">{t.published}</option>
      </select>
    </div>
  );
}
