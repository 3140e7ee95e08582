/** Measures under the chapters and rows of the form that they stand in, each with an address of its own. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { Label } from '../../client/labels.generated';
import type { MeasureChapter, MeasureRow } from '../../client/measure-tree.generated';
import type { Measure } from '../../client/schema.generated';
import { useLanguage, useMessages } from '../../language/language';
import { usePageHref } from '../../url/use-url-state';
import { Formula } from './formula';
import type { MeasuresQuery } from './measures.generated';
import { measuresMessages } from './messages';

export type Definition = MeasuresQuery['measures'][number];

interface Props {
  definitions: ReadonlyMap<Measure, Definition>;
  /** The one that the address names. */
  marked: string;
}

export function MeasureList({ chapters, ...rest }: Props & { chapters: readonly MeasureChapter[] }) {
  const t = useMessages(measuresMessages);
  const labels = useLabels();
  return chapters.map(({ key, number, rows, ...label }) => (
    <section key={key} className="card measures-chapter" aria-labelledby={`chapter-${key}`}>
      <h2 id={`chapter-${key}`}>{number === null ? labels.of(label) : t.chapterOf(number, labels.of(label))}</h2>
      {key === 'rates' ? (
        // A row of the form has columns; a rate is one by itself.
        <ul className="measures">
          {rows.flatMap(({ cells }) =>
            cells.map(({ measure }) => <Entry key={measure} {...rest} measure={measure} own={label} alone />),
          )}
        </ul>
      ) : (
        rows.map((row) => <Row key={row.path} row={row} {...rest} />)
      )}
    </section>
  ));
}

function Row({ row, ...rest }: Props & { row: MeasureRow }) {
  const labels = useLabels();
  const t = useMessages(measuresMessages);
  const [first] = row.cells;
  const law = first === undefined ? null : (rest.definitions.get(first.measure)?.legalSource ?? null);
  return (
    <section className="measures-row" aria-labelledby={`row-${row.path}`}>
      <header>
        {row.groups.length > 0 && (
          <p className="small muted">{row.groups.map((group) => labels.of(group)).join(' › ')}</p>
        )}
        <h3 id={`row-${row.path}`}>
          {labels.of(row)} <Other of={row} />
        </h3>
        {law !== null && (
          <p className="small muted">
            {t.law}: <span lang="zh-CN">{law}</span>
          </p>
        )}
      </header>
      <ul className="measures">
        {row.cells.map(({ measure, ...own }) => (
          <Entry key={measure} measure={measure} own={own} {...rest} />
        ))}
      </ul>
    </section>
  );
}

/** The label in the language that the page is not in. */
function Other({ of: { zh, en } }: { of: Label }) {
  const { language } = useLanguage();
  return language === 'en' ? (
    <span className="other-language" lang="zh-CN">
      {zh}
    </span>
  ) : (
    <span className="other-language" lang="en">
      {en}
    </span>
  );
}

function Entry({
  measure,
  own,
  definitions,
  marked,
  alone = false,
}: Props & {
  measure: Measure;
  /** Its column. */
  own: Label;
  /** Its whole label stands there, since no row's does above it. */
  alone?: boolean;
}) {
  const t = useMessages(measuresMessages);
  const labels = useLabels();
  const hrefOf = usePageHref();
  const definition = definitions.get(measure);
  if (definition === undefined) return null;
  const { labelEn, labelZh, unit, editions, formula } = definition;
  const label = alone ? { zh: labelZh, en: labelEn } : own;
  const name = labels.measure(measure);
  return (
    <li id={measure} className={marked === measure ? 'measure marked' : 'measure'} tabIndex={-1}>
      <p className="measure-name">
        <strong>{labels.of(label)}</strong> <Other of={label} />
        <a className="anchor" href={`#${measure}`} aria-label={t.linkTo(name)}>
          #
        </a>
      </p>
      <div className="measure-text">
        <Meaning definition={definition} named={!alone} />
        {formula !== null && (
          <p className="small formula">
            <span className="muted">{t.formula}: </span>
            <Formula text={formula} />
          </p>
        )}
      </div>
      <p className="measure-facts small">
        <span className="chip">{t[unit]}</span>
        {editions.map((edition) => (
          <span key={edition} className="chip">
            {t[edition]}
          </span>
        ))}
        <Link href={hrefOf('/explore', { m: measure })} aria-label={t.exploreOf(name)}>
          {t.explore}
        </Link>
        <code title={t.name}>{measure}</code>
      </p>
    </li>
  );
}

/** The definition without the labels, which stand beside it; in Chinese what it says, before its own words. */
function Meaning({
  definition: { definition, labelZh, labelEn, unit, formula },
  named,
}: {
  definition: Definition;
  /** Whether its labels are to stand there too, whole. */
  named: boolean;
}) {
  const t = useMessages(measuresMessages);
  const labels = `${labelZh}: ${labelEn}`;
  const rest = definition.startsWith(labels) ? definition.slice(labels.length).replace(/^[,.]\s*/, '') : definition;
  const inWords = unit === 'RATIO' ? t.overStated : formula === null ? t.asReported : t.computed;
  return (
    <>
      {named && (
        <p className="small">
          <span lang="zh-CN">{labelZh}</span>{' '}
          <span className="muted" lang="en">
            {labelEn}
          </span>
        </p>
      )}
      <p className="small">
        {inWords}{' '}
        <span className="muted" lang="en">
          {rest.charAt(0).toUpperCase() + rest.slice(1)}
        </span>
      </p>
    </>
  );
}
