/** The answer as a table: what the rows are of, each measure with what is asked beside its value, and coverage. */
import { Link } from 'wouter';
import { useLabels } from '../../client/labels';
import type { GroupKey, Measure } from '../../client/schema.generated';
import { DataTable, type Column } from '../../components/data-table';
import { Figure, kindOf, type FigureKind } from '../../components/figure';
import type { Question } from '../../components/question-tools';
import { ExplainedFigure } from '../../explain/explained-figure';
import { useMessages } from '../../language/language';
import { useNumbers } from '../../language/numbers';
import { usePageHref } from '../../url/use-url-state';
import { exploreMessages } from './messages';
import { cellOf, idOf, keyTexts, subjectOf, valueOf, type Cell, type Explored, type Node } from './rows';
import { extrasOf, type Exploration, type Extra } from './state';

export function ExploreTable({
  state,
  answer,
  question,
}: {
  state: Exploration;
  answer: Explored['statistics'];
  question: Question;
}) {
  const t = useMessages(exploreMessages);
  const { count } = useNumbers();
  const { nodes, totalCount } = answer;
  const cut = nodes.length < totalCount;
  return (
    <DataTable
      id="rows"
      caption={cut ? t.rows(count(nodes.length), count(totalCount)) : t.allRows(count(nodes.length))}
      columns={[...useKeyColumns(state), ...useMeasureColumns(state), ...useCoverageColumns()]}
      rows={nodes}
      rowKey={idOf}
      question={question}
      footnotes={cut ? t.cut : undefined}
    />
  );
}

function useKeyColumns({ groups }: Exploration): Column<Node>[] {
  const t = useMessages(exploreMessages);
  const labels = useLabels();
  const hrefOf = usePageHref();
  const say = { agencyType: labels.agencyType, edition: (edition: 'FORM_2019' | 'FORM_2021') => t[edition] };
  const textOf = (node: Node, group: GroupKey): string => keyTexts(node, [group], say).join('');
  if (groups.length === 0) return [{ key: 'total', header: t.answer, cell: () => t.total }];
  return groups.map((group) => ({
    key: group,
    header: t[group],
    sortBy: (node) => (group === 'YEAR' ? (node.key?.year ?? null) : textOf(node, group)),
    cell: (node) => {
      const { division, agency } = node.key ?? {};
      const text = textOf(node, group);
      if (group === 'AGENCY' && agency != null) return <Link href={hrefOf(`/agency/${agency.id}`)}>{text}</Link>;
      if (['PROVINCE', 'PREFECTURE', 'DISTRICT'].includes(group) && division != null)
        return (
          <Link href={hrefOf(`/division/${division.code}`)} title={division.fullName}>
            {text}
          </Link>
        );
      return text;
    },
  }));
}

function useMeasureColumns(state: Exploration): Column<Node>[] {
  const labels = useLabels();
  const t = useMessages(exploreMessages);
  return state.measures.flatMap((measure): Column<Node>[] => [
    {
      key: measure,
      header: labels.brief(measure),
      numeric: true,
      sortBy: (node) => valueOf(node, measure),
      cell: (node) => {
        const subject = subjectOf(state, node, measure);
        const value = valueOf(node, measure);
        return subject === null ? (
          <Figure value={value} kind={kindOf(measure)} />
        ) : (
          <ExplainedFigure subject={subject} value={value} />
        );
      },
    },
    ...extrasOf(state, measure).flatMap((extra) =>
      columnsOf(extra, measure).map(({ key, kind, of }): Column<Node> => ({
        key: `${measure} ${key}`,
        header: `${labels.brief(measure)} · ${t[key]}`,
        numeric: true,
        sortBy: (node) => of(cellOf(node, measure)),
        cell: (node) => <Figure value={of(cellOf(node, measure))} kind={kind} />,
      })),
    ),
  ]);
}

interface Part {
  key: Exclude<Extra, 'change'> | 'change_absolute' | 'change_points' | 'change_percent';
  kind: FigureKind;
  of: (cell: Cell) => number | null;
}

function columnsOf(extra: Extra, measure: Measure): Part[] {
  const rate = kindOf(measure) === 'ratio';
  if (extra === 'share') return [{ key: 'share', kind: 'ratio', of: ({ share = null }) => share }];
  if (extra === 'rank') return [{ key: 'rank', kind: 'count', of: ({ rank = null }) => rank }];
  if (extra === 'change')
    return [
      {
        key: rate ? 'change_points' : 'change_absolute',
        kind: rate ? 'points' : 'signed',
        of: ({ change }) => change?.absolute ?? null,
      },
      { key: 'change_percent', kind: 'percent', of: ({ change }) => change?.percent ?? null },
    ];
  const kind = rate ? 'ratio' : 'decimal';
  return [{ key: extra, kind, of: (cell) => cell[extra] ?? null }];
}

function useCoverageColumns(): Column<Node>[] {
  const t = useMessages(exploreMessages);
  return [
    {
      key: 'reports',
      header: t.reportsCounted,
      numeric: true,
      sortBy: ({ reports }) => reports,
      cell: ({ reports }) => <Figure value={reports} />,
    },
    {
      key: 'missing',
      header: t.missing,
      numeric: true,
      sortBy: ({ coverage }) => coverage.missing,
      cell: ({ coverage }) => <Figure value={coverage.missing} />,
    },
  ];
}
