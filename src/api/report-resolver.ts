/** Reports, and everything that hangs on one: read for all reports of a list at once. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Chapter as ChapterOfReport, Source } from '../report/report.js';
import { sharedText } from '../report/shared-text.js';
import { cellTextsOf, chaptersOf, sourcesOf } from '../store/documents.js';
import { figuresOf as storedFigures } from '../store/figures-of.js';
import { findFindings, findingsOf } from '../store/findings.js';
import { reportId } from '../store/ids.js';
import type { Page } from '../store/page.js';
import type * as question from '../store/question.js';
import { findReports, reportsById, revisionsOf, type ReportNode } from '../store/reports.js';
import { cells as formCells, type Cell as FormCell, type Figures as FiguresOfReport } from '../template/figures.js';
import { After, AsOf, FloorArgument, usualFloor } from './arguments.js';
import { Agency } from './agency-types.js';
import { knownAgency } from './agency-loader.js';
import { cellOfMeasure, cellsOf } from './cells.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { Measure } from './enums.js';
import { Figures, figuresOf, type FiguresAt } from './figures-types.js';
import { FindingFilter, ReportFilter, ReportOrder } from './inputs.js';
import { cellsCost, besideCost, detailCost, differencesCost, pageCost } from './limits/costs.js';
import {
  ChapterComparison,
  differencesBetween,
  ReportComparison,
  ReportDifference,
} from './report-comparison-types.js';
import { Rates, sumsOfOne } from './rates-types.js';
import {
  Cell,
  Chapter,
  Finding,
  FindingConnection,
  Report,
  ReportConnection,
  ReportRevision,
  SourceDocument,
} from './report-types.js';
import { below, ofNodes, ofSelection, selectedBelow } from './selection.js';
import { selectedCells } from './wanted.js';

/** The cells that are read of each report: those that its selected figures, rates and cells stand on. */
export const cellsToRead = ofSelection((report): readonly FormCell[] => {
  const wanted = new Set(selectedCells(report));
  for (const { name, args } of report) {
    if (name !== 'cells') continue;
    if (args['of'] == null) return [...formCells];
    for (const measure of args['of'] as string[]) {
      const cell = cellIfAny(measure);
      if (cell !== null) wanted.add(cell);
    }
  }
  return [...wanted];
});

/** A measure that is no cell is an error of the field that asks for it, not of the whole list. */
function cellIfAny(measure: string): FormCell | null {
  try {
    return cellOfMeasure(measure);
  } catch {
    return null;
  }
}

const { reports: reportSizes, findings: findingSizes } = pageSizes;

@ArgsType()
export class ReportsArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports: 报告条件.' })
  where?: question.ReportFilter | null;
  @Field(() => [ReportOrder], {
    nullable: true,
    description: 'By default year descending, division code, agency name, OWN first: 排序.',
  })
  orderBy?: ReportOrder[] | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: reportSizes.usual,
    description: 'Reports of a page, 0 to 100; 0 asks for totalCount alone. 每页数量。',
  })
  first?: number | null;
  @After()
  after?: string | null;
  @AsOf()
  asOf?: Date | null;
}

export function reportPage(page: Page<ReportNode>, asOf: Date | null): Connection<Report> {
  return new Connection({ ...page, nodes: page.nodes.map((node) => new Report(node, asOf)) });
}

/** The cells to read of the reports of the page that is being resolved. */
export const cellsOfPage = (info: GraphQLResolveInfo): readonly FormCell[] => cellsToRead(ofNodes(selectedBelow(info)));

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: 'One report by its id; null where there is none. 单份报告。' })
  async report(
    @Arg('id', () => ID, { description: 'As in Report.id: 报告标识.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Report | null> {
    const [node] = await reportsById(reader, [id], cellsToRead(selectedBelow(info)));
    return node == null ? null : new Report(node, null);
  }

  @Query(() => ReportConnection, {
    description: 'Reports as they were received, one by one. 报告列表。',
    complexity: pageCost(reportSizes.usual),
  })
  async reports(
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Report>> {
    const { where, orderBy, asOf = null } = args;
    const page = paging(args, reportSizes, info);
    return reportPage(await findReports(reader, where ?? {}, orderBy ?? [], page, asOf, cellsOfPage(info)), asOf);
  }

  @FieldResolver(() => Agency, { description: 'The agency that reports: 公开机关.' })
  agency(@Root() { node, asOf }: Report, @Ctx() context: Context): Agency | Promise<Agency> {
    return node.known === null ? knownAgency(context, node.agency, asOf) : new Agency(node.known, asOf);
  }

  @FieldResolver(() => Figures, { description: 'What it states, as it stands there: 报告数字.' })
  figures(@Root() { node }: Report): FiguresAt {
    return figuresOf(node.figures);
  }

  @FieldResolver(() => Rates, { description: 'Its own rates: 本报告的比率.' })
  rates(
    @Root() { node }: Report,
    @FloorArgument()
    floor: number | null,
  ): Rates {
    return new Rates((rate) => sumsOfOne(rate, node.figures), floor ?? usualFloor);
  }

  @FieldResolver(() => [Cell], {
    description:
      'Each asked cell as it stands in the document; without an argument all cells of the edition, and those of the other that the document has. Rates and computed subtotals are no cells: BAD_USER_INPUT; OTHER_HANDLING_SUBTOTAL_* is one, the undivided row, else ABSENT. 原件单元格。',
    complexity: cellsCost(formCells.length),
  })
  async cells(
    @Root() { node }: Report,
    @Arg('of', () => [Measure], { nullable: true, description: 'Which cells: 指标.' }) of: string[] | null,
    @Ctx() context: Context,
  ): Promise<Cell[]> {
    of?.forEach(cellOfMeasure);
    const texts = await context
      .loader('cell texts', (revisions: readonly number[]) => cellTextsOf(context.reader, revisions))
      .load(node.revisionId);
    return cellsOf({ edition: node.edition, figure: (cell) => cell.in(node.figures), texts }, of ?? null);
  }

  @FieldResolver(() => [ReportRevision], {
    description: 'Every version that was received, the oldest first: 各版本.',
    complexity: detailCost(2),
  })
  async revisions(
    @Root() { node, asOf }: Report,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportRevision[]> {
    const revisions = await context.load(info, node.id, () => {
      const cells = selectedCells(selectedBelow(info));
      return (ids: readonly string[]) => revisionsOf(context.reader, ids, cells, asOf);
    });
    return revisions.map((revision) => new ReportRevision(revision));
  }

  @FieldResolver(() => [Chapter], {
    description: 'The text of the chapters as found; empty where figures alone were received. 各章文字。',
    complexity: detailCost(6),
  })
  chapters(@Root() { node }: Report, @Ctx() context: Context): Promise<readonly ChapterOfReport[]> {
    return textOfChapters(context, node.revisionId);
  }

  @FieldResolver(() => [Finding], {
    description: 'What checks found in it: 发现的问题.',
    complexity: detailCost(5),
  })
  async findings(@Root() report: Report, @Ctx() context: Context): Promise<Finding[]> {
    const { asOf, node } = report;
    const found = await context
      .loader(`findings as of ${asOf?.getTime() ?? 'now'}`, (revisions: readonly number[]) =>
        findingsOf(context.reader, revisions, asOf),
      )
      .load(node.revisionId);
    return found.map((finding) => new Finding(finding, report));
  }

  @FieldResolver(() => ReportComparison, {
    nullable: true,
    description:
      'Beside the report of the same agency and scope for another year; null where none counts. 与该机关另一年度报告的对照。',
    complexity: besideCost,
  })
  async comparedWith(
    @Root() { node, asOf }: Report,
    @Arg('year', () => Int, { description: 'The year of the other report: 对照年度.' }) year: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportComparison | null> {
    const other = await context.load(info, reportId(node.agency, year, node.scope), () => {
      const cells = cellsToRead(below(selectedBelow(info), 'other'));
      return (ids: readonly string[]) => reportsById(context.reader, ids, cells, asOf);
    });
    return other === null ? null : new ReportComparison(node, new Report(other, asOf));
  }

  @FieldResolver(() => SourceDocument, {
    description: 'The document it was read from: 来源文件.',
    complexity: detailCost(1),
  })
  source(@Root() { node }: Report, @Ctx() context: Context): Promise<Source> {
    return sourceOf(context, node.revisionId);
  }
}

@Resolver(() => ReportComparison)
export class ReportComparisonResolver {
  @FieldResolver(() => [ReportDifference], {
    description: 'Figures that differ, in the order of Measure; blank beside a number differs too. 不同的数字。',
    complexity: differencesCost,
  })
  async differences(@Root() { own, other }: ReportComparison, @Ctx() context: Context): Promise<ReportDifference[]> {
    const loader = context.loader('all figures', (revisions: readonly number[]) =>
      allFigures(context.reader, revisions),
    );
    const [figures, others] = await Promise.all([loader.load(own.revisionId), loader.load(other.node.revisionId)]);
    return differencesBetween(figures, others);
  }

  @FieldResolver(() => [ChapterComparison], {
    description: 'The chapters of this report beside those of the other: 各章文字对照.',
    complexity: detailCost(6),
  })
  async chapters(@Root() { own, other }: ReportComparison, @Ctx() context: Context): Promise<ChapterComparison[]> {
    const [chapters, others] = await Promise.all([
      textOfChapters(context, own.revisionId),
      textOfChapters(context, other.node.revisionId),
    ]);
    return chapters.map((chapter) => {
      const beside = others.find(({ number }) => number === chapter.number);
      return new ChapterComparison(chapter, sharedText(chapter.text, beside?.text ?? ''));
    });
  }
}

async function allFigures(reader: Context['reader'], revisions: readonly number[]): Promise<FiguresOfReport[]> {
  const figures = await storedFigures(reader, revisions, formCells);
  return revisions.map(figures);
}

function textOfChapters(context: Context, revision: number): Promise<readonly ChapterOfReport[]> {
  return context
    .loader('chapters', (revisions: readonly number[]) => chaptersOf(context.reader, revisions))
    .load(revision);
}

export function sourceOf(context: Context, revision: number): Promise<Source> {
  return context
    .loader('sources', (revisions: readonly number[]) => sourcesOf(context.reader, revisions))
    .load(revision);
}

@Resolver(() => ReportRevision)
export class ReportRevisionResolver {
  @FieldResolver(() => Figures, { description: 'What it stated: 报告数字.' })
  figures(@Root() { node }: ReportRevision): FiguresAt {
    return figuresOf(node.figures);
  }

  @FieldResolver(() => SourceDocument, {
    description: 'The document it was read from: 来源文件.',
    complexity: detailCost(1),
  })
  source(@Root() { node }: ReportRevision, @Ctx() context: Context): Promise<Source> {
    return sourceOf(context, node.revisionId);
  }
}

@ArgsType()
export class FindingsArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings: 问题条件.' })
  where?: FindingFilter | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: findingSizes.usual,
    description: 'Findings of a page, 0 to 100; 0 asks for totalCount alone. 每页数量。',
  })
  first?: number | null;
  @After()
  after?: string | null;
}

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, {
    description: 'What checks found in the reports that count now. 发现的问题列表。',
    complexity: pageCost(findingSizes.usual),
  })
  async findings(
    @Args(() => FindingsArgs) args: FindingsArgs,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Finding>> {
    const page = await findFindings(reader, args.where ?? {}, paging(args, findingSizes, info));
    return new Connection({ ...page, nodes: page.nodes.map((found) => new Finding(found, found.report)) });
  }

  @FieldResolver(() => Report, { description: 'The report it is about: 所在报告.' })
  async report(
    @Root() { report }: Finding,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Report> {
    if (report instanceof Report) return report;
    const node = await context.load(info, report, () => {
      const cells = cellsToRead(selectedBelow(info));
      return (ids: readonly string[]) => reportsById(context.reader, ids, cells);
    });
    if (node === null) throw new Error(`the report ${report} has a finding but is not held`);
    return new Report(node, null);
  }
}
