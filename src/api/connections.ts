/** Connections as the contract has them: nodes, edges, totalCount and pageInfo, one triple of types per kind of node. */
import type { GraphQLResolveInfo } from 'graphql';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { BadQuestion } from '../store/bad-question.js';
import type { Page } from '../store/page.js';
import type { PageParts, Paging } from '../store/question.js';
import { ofSelection, selectedBelow, selects } from './selection.js';

@ObjectType({ description: 'Where a page ends. 分页信息。', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after this page. 是否还有下一页。' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What to give as `after` for the next page; null where the page is empty. 本页末尾的游标。',
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A page in the shape of the contract. */
export class Connection<Node> {
  constructor(private readonly page: Page<Node>) {}
  get nodes(): readonly Node[] {
    return this.page.nodes;
  }
  get edges(): Edge<Node>[] {
    return (this.ownEdges ??= this.page.nodes.map((node, index) => ({ cursor: this.page.cursors[index] ?? '', node })));
  }
  /** A getter is asked once for each field below it. */
  private ownEdges: Edge<Node>[] | null = null;

  get totalCount(): number {
    if (this.page.totalCount === null) throw new Error('totalCount was selected but not read');
    return this.page.totalCount;
  }
  get pageInfo(): PageInfo {
    return { hasNextPage: this.page.hasNextPage, endCursor: this.page.cursors.at(-1) ?? null };
  }
}

interface Words {
  /** Such as Report. */
  name: string;
  /** Plural, in both languages. */
  english: string;
  chinese: string;
}

/** The types ReportConnection and ReportEdge of a Report. */
export function connectionOf<Node extends object>(
  node: () => ClassType<Node>,
  words: Words,
): ClassType<Connection<Node>> {
  const { name, english, chinese } = words;
  const [edgeName, connectionName] = [`${name}Edge`, `${name}Connection`];
  const { [edgeName]: edge } = { [edgeName]: class {} };
  const { [connectionName]: connection } = { [connectionName]: class extends Connection<Node> {} };
  if (edge === undefined || connection === undefined) throw new Error(`no classes were made for ${name}`);

  ObjectType(edgeName, { description: `One of the ${english} with its cursor. 带游标的一项。`, simpleResolvers: true })(
    edge,
  );
  Field(() => String, { description: 'Its place, to be given as `after`. 游标。' })(edge.prototype, 'cursor');
  Field(node, { description: `One of the ${english}. ${chinese}。` })(edge.prototype, 'node');

  ObjectType(connectionName, { description: `A page of ${english}. 分页的${chinese}。`, simpleResolvers: true })(
    connection,
  );
  Field(() => [node()], { description: `The ${english} of this page. 本页的${chinese}。` })(
    connection.prototype,
    'nodes',
  );
  Field(() => [edge], { description: `The same with cursors. 带游标的同样内容。` })(connection.prototype, 'edges');
  Field(() => Int, { description: 'How many there are on all pages. 总数。' })(connection.prototype, 'totalCount');
  Field(() => PageInfo, { description: 'Whether more follow. 是否还有下一页。' })(connection.prototype, 'pageInfo');
  return connection;
}

const partsOf = ofSelection((page): PageParts => ({
  totalCount: selects(page, 'totalCount'),
  nodes: selects(page, 'nodes', 'edges', 'pageInfo'),
  cursors: selects(page, 'edges', 'pageInfo'),
}));

/** first and after as the store takes them, null is as good as left out; and what of the page
 * is selected; all of it where it costs nothing to know. */
export function paging(
  { first, after }: { first?: number | null; after?: string | null },
  { usual, most }: { usual: number; most: number },
  info?: GraphQLResolveInfo,
): Paging {
  const asked = first ?? usual;
  if (asked < 0 || asked > most)
    throw new BadQuestion(
      'BAD_USER_INPUT',
      `first: ${asked} is outside 0 to ${most}. Ask for up to ${most} and go on with after: endCursor of the page before.`,
      { first: asked, most },
    );
  return { first: asked, after, parts: info && partsOf(selectedBelow(info)) };
}

/** How many a page holds without `first`, and at most. */
export const pageSizes = {
  reports: { usual: 20, most: 100 },
  agencies: { usual: 20, most: 100 },
  contributions: { usual: 20, most: 100 },
  findings: { usual: 20, most: 100 },
  divisions: { usual: 100, most: 1000 },
  statistics: { usual: 100, most: 1000 },
} as const;
