/** The agencies of the division itself, also those of whom no report is held. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { Measure } from '../../client/schema.generated';
import { DataTable, type Column } from '../../components/data-table';
import { NotHeld } from '../../components/figure';
import { valueOf } from '../../components/measure-value';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { useHereHref, usePageHref, type BasisName } from '../../url/use-url-state';
import type { DivisionAgencyFragment, DivisionPageQuery } from './division.generated';
import { divisionPageMessages } from './messages';

type Agencies = NonNullable<DivisionPageQuery['division']>['agencies'];

export function AgenciesOf({
  agencies,
  year,
  basis,
  measures,
  after,
  question,
}: {
  agencies: Agencies;
  year: number;
  basis: BasisName;
  measures: readonly Measure[];
  /** The place that this page goes on from. */
  after: string | null;
  question: Question;
}) {
  const t = useMessages(divisionPageMessages);
  const labels = useLabels();
  const { count } = useNumbers();
  const hrefOf = usePageHref();
  const hereHref = useHereHref();
  const { nodes, totalCount, pageInfo } = agencies;
  const columns: Column<DivisionAgencyFragment>[] = [
    {
      key: 'agency',
      header: t.agency,
      sortBy: ({ name }) => name,
      cell: ({ id, name, type }) => (
        <>
          <Link href={hrefOf(`/agency/${id}`)}>{name}</Link>
          <br />
          <span className="muted">{labels.agencyType(type)}</span>
        </>
      ),
    },
    ...measures.map((measure): Column<DivisionAgencyFragment> => ({
      key: measure,
      header: labels.brief(measure),
      numeric: true,
      sortBy: (agency) => valueIn(agency, measure),
      cell: (agency) => {
        const { reports, coverage } = agency.statistics;
        if (reports === 0) return coverage.expected > 0 ? <NotHeld /> : <span className="muted">{t.notExpected}</span>;
        return (
          <ExplainedFigure
            subject={{ measure, kind: 'agency', id: agency.id, year, basis }}
            value={valueIn(agency, measure)}
          />
        );
      },
    })),
  ];
  return (
    <section className="card" id="agencies" aria-labelledby="agencies-heading">
      <h2 id="agencies-heading">{t.agencies}</h2>
      {totalCount === 0 ? (
        <p className="muted">{t.noAgencies}</p>
      ) : (
        <DataTable
          id="agencies"
          caption={t.page(count(nodes.length), count(totalCount))}
          columns={columns}
          rows={nodes}
          rowKey={({ id }) => id}
          question={question}
          footnotes={
            <>
              <p>{t.agenciesNote}</p>
              <p className="tools">
                {after !== null && <Link href={hereHref({ agencies: null })}>{t.first}</Link>}
                {pageInfo.hasNextPage && <Link href={hereHref({ agencies: pageInfo.endCursor })}>{t.next}</Link>}
              </p>
            </>
          }
        />
      )}
    </section>
  );
}

function valueIn({ statistics }: DivisionAgencyFragment, measure: Measure): number | null {
  const summary = statistics.measures.find((one) => one.measure === measure);
  return statistics.reports === 0 || summary === undefined ? null : valueOf(summary);
}
