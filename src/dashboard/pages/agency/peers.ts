/** Whom an agency is compared with, as `peers` of the URL has it. */
import type { AgencyPeers } from '../../client/schema.generated';

export const kindsOfPeers = ['SAME_TYPE', 'SAME_LEVEL', 'SAME_PARENT', 'SIMILAR_VOLUME'] as const;

/** Those of the API. */
const usual: AgencyPeers[] = ['SAME_TYPE', 'SAME_LEVEL'];

export function peersOf(text: string | null): AgencyPeers[] {
  const named = (text ?? '').split(',');
  const peers = kindsOfPeers.filter((kind) => named.includes(kind));
  return peers.length === 0 ? usual : peers;
}

/** Null for what is usual: it stands in no URL. */
export const peersText = (peers: readonly AgencyPeers[]): string | null =>
  peers.length === 0 || peers.join(',') === usual.join(',') ? null : peers.join(',');
