/** The peers that a comparison leaves apart, in pages. */
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { divisionAt } from '../report/divisions.js';
import { cursorsOf } from '../store/cursor.js';
import { boundQuality } from '../store/question.js';
import { knownAgency } from './agency-loader.js';
import { PageArgs } from './agency-resolver.js';
import { Agency } from './agency-types.js';
import { ComparedMeasure, ComparedPeer, ComparedPeerConnection } from './comparison-types.js';
import { Connection, pageSizes, paging } from './connections.js';
import type { Context } from './context.js';
import { Division, type DivisionNode } from './division-types.js';
import { pageCost } from './limits/costs.js';

const { agencies: sizes } = pageSizes;

@Resolver(() => ComparedMeasure)
export class ComparedMeasureResolver {
  @FieldResolver(() => ComparedPeerConnection, {
    description:
      'Peers that have a value which is not reliable: not ranked, the largest value first, of ties by id. 未排名的可比对象。',
    complexity: pageCost(sizes.usual),
  })
  apart(
    @Root() { compared, context }: ComparedMeasure,
    @Args(() => PageArgs) args: PageArgs,
  ): Connection<ComparedPeer> {
    const { apart, measure } = compared;
    const { first, after } = paging(args, sizes);
    const cursors = cursorsOf({ apart: context.question, ...boundQuality(context.quality), measure });
    const [value = null, id = null] = after == null ? [] : cursors.placeOf(after, 2);
    const rest =
      value === null || id === null
        ? apart
        : apart.filter((one) => one.value < Number(value) || (one.value === value && one.id > String(id)));
    const page = rest.slice(0, first);
    return new Connection({
      nodes: page.map((peer) => new ComparedPeer(peer, context)),
      cursors: page.map((peer) => cursors.at([peer.value, peer.id])),
      totalCount: apart.length,
      hasNextPage: rest.length > page.length,
    });
  }
}

@Resolver(() => ComparedPeer)
export class ComparedPeerResolver {
  @FieldResolver(() => Agency, { nullable: true, description: 'The agency, where agencies are compared: 机关.' })
  agency(@Root() { peer, context: { kind, asOf } }: ComparedPeer, @Ctx() context: Context): Promise<Agency> | null {
    return kind === 'agency' ? knownAgency(context, peer.id, asOf) : null;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'The division, where divisions are compared: 行政区划.',
  })
  division(@Root() { peer, context: { kind } }: ComparedPeer): DivisionNode | null {
    return kind === 'division' ? (divisionAt(peer.id) ?? null) : null;
  }
}
