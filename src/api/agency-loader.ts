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

/** An agency that something held refers to. */
export async function knownAgency(context: Context, id: string, asOf: Date | null): Promise<Agency> {
  const agency = await agencyAt(context, id, asOf);
  if (agency === null) throw new Error(`the agency ${id} is referred to but not held`);
  return agency;
}
