/** contributions of a row: a figure taken apart down to the cells of the documents. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Info, Int, Resolver, Root } from 'type-graphql';
import { cellTextsOf } from '../store/documents.js';
import { contributions, type Explained } from '../store/statistics/contributions.js';
import type { RowOrigin } from '../store/statistics/row.js';
import { isFilled, partsOf } from '../report/repairs.js';
import type { Source } from '../report/report.js';
import { cellsOf, type Cell as FormCell } from '../template/figures.js';
import { leavesOf, measureNamed } from '../template/measures.js';
import { cellsBehind, formulaTerms, formulaWords } from './explained.js';
import { pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { Contribution, ContributionConnection, Explanation, FormulaTerm } from './contribution-types.js';
import { Measure } from './enums.js';
import { contributionsCost, detailCost } from './limits/costs.js';
import { MeasureDefinition, definitionOf } from './measure-types.js';
import { cellsToRead, sourceOf } from './report-resolver.js';
import { Cell, Report, SourceDocument } from './report-types.js';
import { Count } from './scalars.js';
import { below, ofNodes, selectedBelow, selects } from './selection.js';
import { Statistics } from './statistics-types.js';

const { contributions: sizes } = pageSizes;

@ArgsType()
export class ContributionsArgs {
  @Field(() => Measure, { description: 'Which figure or rate of the row: 指标.' })
  of!: string;
  @Field(() => Int, {
    nullable: true,
    defaultValue: sizes.usual,
    description: 'Reports of a page, 0 to 100; 0 asks for the sum and totalCount alone. 每页数量。',
  })
  first?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'endCursor of the page before: of a list of rows each goes on after that place in its own order. 上页末尾的游标。',
  })
  after?: string | null;
}

/** The cells to read of each report behind the figure; null where no report is asked for. */
function cellsToReadOf(info: GraphQLResolveInfo, measure: string): readonly FormCell[] | null {
  const selected = ofNodes(selectedBelow(info));
  if (!selects(selected, 'report', 'cells')) return null;
  const wanted = new Set(cellsToRead(below(selected, 'report')));
  if (selects(selected, 'cells'))
    for (const leaf of leavesOf(measureNamed(measure)))
      for (const cell of [...cellsOf(leaf), ...(leaf.unless === null ? [] : partsOf(leaf.unless))]) wanted.add(cell);
  return [...wanted];
}

@Resolver(() => Statistics)
export class ContributionsResolver {
  @FieldResolver(() => ContributionConnection, {
    description:
      'The reports that a figure of the row is added up from, the largest first; ties: year descending, division code, agency name. Only those that state it, of a rate every term: their sum is the figure of the row. 构成该数字的报告。',
    complexity: contributionsCost(sizes.usual),
  })
  async contributions(
    @Root() { row, asOf }: Statistics,
    @Args(() => ContributionsArgs) args: ContributionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Explanation> {
    const measure = measureNamed(args.of);
    const found = await context.load(info, row.of, () => {
      const [page, cells] = [paging(args, sizes, info), cellsToReadOf(info, args.of)];
      return (rows: readonly RowOrigin[]) => contributions(context.reader, rows, measure, page, cells);
    });
    return new Explanation(found, measure, asOf);
  }
}

@Resolver(() => ContributionConnection)
export class ExplanationResolver {
  @FieldResolver(() => MeasureDefinition, { description: 'What is taken apart, with its formula: 指标及其公式.' })
  measure(@Root() { measure }: Explanation): MeasureDefinition {
    return definitionOf(measure);
  }

  @FieldResolver(() => String, { description: 'How the figure comes about, in words: 计算方法说明.' })
  words(@Root() { measure }: Explanation): string {
    return formulaWords(measure);
  }

  @FieldResolver(() => [FormulaTerm], { description: 'What the formula adds: 公式的各项.' })
  terms(@Root() { measure }: Explanation): FormulaTerm[] {
    return formulaTerms(measure);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The figure of the row, amounts in 万元; of a rate its value. 合计或比率。',
  })
  figure(@Root() { found }: Explanation): Explained['figure'] {
    return found.total.figure;
  }

  @FieldResolver(() => Count, { nullable: true, description: 'Of a rate alone: the sum of the numerators: 分子合计.' })
  numerator(@Root() { found }: Explanation): Explained['numerator'] {
    return found.total.numerator;
  }

  @FieldResolver(() => Count, {
    nullable: true,
    description: 'Of a rate alone: the sum of the denominators: 分母合计.',
  })
  denominator(@Root() { found }: Explanation): Explained['denominator'] {
    return found.total.denominator;
  }
}

@Resolver(() => Contribution)
export class ContributionResolver {
  @FieldResolver(() => Report, { description: 'The report, as of the moment of the row: 报告.' })
  report(@Root() contribution: Contribution): Report {
    return new Report(reportOf(contribution), contribution.asOf);
  }

  @FieldResolver(() => SourceDocument, {
    description: 'The document it was read from, with its url and sha256: 来源文件.',
    complexity: detailCost(1),
  })
  source(@Root() { node }: Contribution, @Ctx() context: Context): Promise<Source> {
    return sourceOf(context, node.revisionId);
  }

  @FieldResolver(() => [Cell], {
    description:
      'The cells of the document that its figure is made of, of a rate those of every term: all that its edition has, and those of the other that state a number. 相关单元格。',
    complexity: detailCost(5),
  })
  async cells(
    @Root() contribution: Contribution,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Cell[]> {
    const { edition, figures, revisionId } = reportOf(contribution);
    // What stands in the document is read only where it is asked for.
    const texts = selects(selectedBelow(info), 'place', 'raw', 'status')
      ? await context
          .loader('cell texts', (revisions: readonly number[]) => cellTextsOf(context.reader, revisions))
          .load(revisionId)
      : {};
    const figure = (cell: FormCell): number | null => cell.in(figures);
    const { node, measure } = contribution;
    return cellsBehind(
      { edition, figure, texts },
      measure,
      (cell) => figure(cell) !== null || (node.repaired && isFilled(cell, figures)),
    );
  }
}

function reportOf({ node }: Contribution): NonNullable<Contribution['node']['report']> {
  if (node.report === null) throw new Error('a report was selected but not read');
  return node.report;
}
