/** Agencies by id, all that a request asks for at once. */
import { agenciesById } from '../store/agencies.js';
import { Agency } from './agency-types.js';
import type { Context } from './context.js';

export async function agencyAt(context: Context, id: string, asOf: Date | null): Promise<Agency | null> {
  const loader = context.loader(`agencies ${asOf?.getTime() ?? ''}`, (ids: readonly string[]) =>
    agenciesById(context.reader, ids, asOf),
  );
  const node = await loader.load(id);
  return node === null ? null : new Agency(node, asOf);
}

/** An agency that something refers to: as it was then, or as it is now where nothing was known of it then. */
export async function knownAgency(context: Context, id: string, asOf: Date | null): Promise<Agency> {
  const agency = (await agencyAt(context, id, asOf)) ?? (await agencyAt(context, id, null));
  if (agency === null) throw new Error(`the agency ${id} is referred to but not held`);
  return agency;
}
