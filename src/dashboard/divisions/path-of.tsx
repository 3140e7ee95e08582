/** The divisions above one, each a way up. */
import { Link } from 'wouter';
import { usePageHref } from '../url/use-url-state';
import './path-of.css';

export interface Above {
  code: string;
  name: string;
  parent?: Above | null;
}

/** From the country down. */
function pathTo(above: Above | null | undefined): Above[] {
  return above === null || above === undefined ? [] : [...pathTo(above.parent), above];
}

export function PathOf({
  label,
  name,
  above,
  to,
}: {
  label: string;
  name: string;
  above: Above | null;
  /** The address of a division, where it is not its own page. */
  to?: (code: string) => string;
}) {
  const hrefOf = usePageHref();
  return (
    <nav aria-label={label} className="path-of">
      <ol>
        {pathTo(above).map((one) => (
          <li key={one.code}>
            <Link href={to?.(one.code) ?? hrefOf(one.code === '000000' ? '/' : `/division/${one.code}`)}>
              {one.name}
            </Link>
          </li>
        ))}
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
  );
}
