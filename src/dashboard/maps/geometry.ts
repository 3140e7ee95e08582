/** Outlines of a division and those below it, loaded when they are first drawn. Where they come from: scripts/maps.js. */
import type * as echartsModule from '../charts/echarts';

const addresses = import.meta.glob<string>('./geometry/*.json', { query: '?url', import: 'default', eager: true });

/** code: empty of land that is no division here. successor: since the year after `until` the land is that division's. */
export interface Outline {
  name: string;
  code: string;
  until?: number;
  successor?: string;
}

interface Map {
  features: { properties: Outline }[];
}

const addressOf = (code: string): string | undefined => addresses[`./geometry/${code}.json`];

/** Of the country and the provinces; below that tables do alone. */
export const hasMap = (code: string): boolean => addressOf(code) !== undefined;

/** The name by which ECharts knows the map: the country's gets its islands in the South China Sea by this name alone. */
export const mapName = (code: string): string => (code === '000000' ? 'china' : code);

const outlines = new globalThis.Map<string, Outline[]>();

/** Makes the map known to ECharts, once. */
export async function loadMap(code: string, { registerMap }: typeof echartsModule): Promise<void> {
  const address = addressOf(code);
  if (address === undefined || outlines.has(code)) return;
  const response = await fetch(address);
  const map = (await response.json()) as Map;
  outlines.set(
    code,
    map.features.map(({ properties }) => properties),
  );
  registerMap(mapName(code), map as unknown as Parameters<typeof registerMap>[1]);
}

/** Empty before the map is loaded. */
export const outlinesOf = (code: string): readonly Outline[] => outlines.get(code) ?? [];

/** The division that the land is of in that year. */
export const codeIn = ({ code, until, successor }: Outline, year: number): string =>
  until !== undefined && successor !== undefined && year > until ? successor : code;
