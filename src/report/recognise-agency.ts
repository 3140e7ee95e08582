/** The parts of an agency's name: whose place it bears, and what is left. */
import { agencyTypeOf, beginsWithArea, isBareArea } from './agency-type-of.js';
import type { Division } from './division.js';
import { ancestors, country, divisionAt, existsIn, isWithin, type PlaceChain, placeChains } from './divisions.js';
import { fullFunction, isShortForm } from './short-forms.js';
import { zoneAtStart } from './zones.js';

export interface AgencyName {
  /** The whole, without white space. */
  text: string;
  /** What stands before the place: 国家税务总局. */
  lead: string;
  /** The place as printed; '' where the name bears none. */
  place: string;
  /** The divisions that the place can be; more than one where it is ambiguous, none where the name bears no place. */
  candidates: Division[];
  /** PLACED: by its place. BARE: no place (统计局, 区统计局). STRANGE: a place that does not exist (测试市). */
  kind: 'PLACED' | 'BARE' | 'STRANGE';
  /** Of a bare name: the 省, 市, 区, 县 before the function, '' without. */
  marker: string;
  /** The name without lead, place and marker. */
  rest: string;
}

const leads =
  /^(?:中共|国家税务总局|国家统计局|国家外汇管理局|国家能源局|国家金融监督管理总局|中国证券监督管理委员会|中国证监会|中国银保监会|中国人民银行|中华人民共和国)(?=.{2})/u;
/** Departments of the country: names that nobody below has. */
const national = new RegExp(
  `^(?:国务院.*|国家.{2,}(?:局|委员会|委|署|办公室)|中国(?:人民银行|证监会|证券监督管理委员会|气象局|地震局|民用航空局)|海关总署|审计署|` +
    `(?:外交|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部)$`,
  'u',
);
/** 市 of 市场监督管理局 is no marker. */
const marker = /^(?:自治区|自治州|自治县|省|市(?!场|政|容|民)|区(?!划|域)|县(?!域)|州|盟|旗)(?=.{2,})/u;
const strangePlace = /^(.{1,9}?(?:自治[区州县旗]|省|市(?!场|政|容|民)|[州盟县旗]|区))(.{2,})$/u;
const noPlace =
  /(?:[城都]市|[社地景园片校港库矿林灌牧街辖山]区|^.?区|高新区|经开区|开发区|新区|实验区|示范区|试验区|度假区|名胜区)$/u;

/** Names that are cut off by what follows them: 湖南镇, 天门山镇, 长安路街道, 中山东路街道. */
const goesOn = /^(?:.?(?:镇|乡|街道|苏木|村|社区)|[街山桥门湖河江口港湾岭庄营店寺岛]|.{0,2}(?:路|大街|大道))/u;

/** A stem alone is a place only where a word cannot go on. */
function standsFree({ length, places }: PlaceChain, text: string): boolean {
  return places.at(-1)?.form !== 'STEM' || !goesOn.test(text.slice(length));
}

/** The divisions that a text can begin with, by its longest chain of places. */
export function placeAtStart(text: string, year: number | null): { length: number; candidates: Division[] } | null {
  const chains = placeChains(text).filter((chain) => standsFree(chain, text));
  const length = chains[0]?.length;
  if (length === undefined) return null;
  const longest = chains.filter((chain) => chain.length === length);
  const standing = longest.filter(({ places }) =>
    places.every(
      ({ division, until }) => year === null || (existsIn(division, year) && (until === null || year <= until)),
    ),
  );
  // A report for a year can come from a division abolished just before its end: 2019's 莱芜市, 2025's 江北区.
  const chosen = standing.length > 0 ? standing : nearest(longest, year);
  const last = chosen.map(({ places }) => places.at(-1)?.division).filter((division) => division !== undefined);
  return { length, candidates: [...new Set(last)] };
}

function nearest(chains: PlaceChain[], year: number | null): PlaceChain[] {
  const end = ({ places }: PlaceChain) =>
    Math.min(...places.map(({ division, until }) => Math.min(division.existsTo ?? 9999, until ?? 9999)));
  const ends = chains.map(end).filter((to) => year === null || to < year);
  if (ends.length === 0) return chains;
  const latest = Math.max(...ends);
  return chains.filter((chain) => end(chain) === latest);
}

/** A place within the one at the start: 杭州市公安局滨江区分局, 内江市市场监督管理局隆昌分局. */
function placeInside(rest: string, within: Division, year: number | null): Division | null {
  if (within.level === 'DISTRICT' || within.level === 'COUNTRY') return null;
  for (let at = 1; at <= rest.length - 2; at++) {
    const text = rest.slice(at);
    for (const { length, places } of placeChains(text, { within: within.code, year })) {
      const last = places.at(-1);
      if (last === undefined || last.division === within || !isWithin(last.division.code, within.code)) continue;
      const branch = /^(?:[区县市])?(?:分局|分中心|分院|管理部|支队|大队|税务局|生态环境局|自然资源局)/u.test(
        text.slice(length),
      );
      if (last.form !== 'STEM' ? !/^[镇乡街]/u.test(text.slice(length)) : branch) return last.division;
    }
  }
  return null;
}

/** Takes an agency's name apart. year: of the report, null where it is not known. */
export function agencyName(name: string, year: number | null): AgencyName {
  const text = name.replace(/\s/gu, '');
  const lead = leads.exec(text)?.[0] ?? '';
  const body = text.slice(lead.length);
  const found = placeAtStart(body, year);
  const length = found?.length ?? 0;
  const zone = zoneAtStart(body);
  const zoneInside = zoneAtStart(body.slice(length));
  const parts = (upTo: number) => ({ text, lead, place: body.slice(0, upTo), marker: '', rest: body.slice(upTo) });
  const alias = zone ?? zoneInside;
  const aliasDivision = alias === null ? undefined : divisionAt(alias.division);
  if (aliasDivision !== undefined && !(found?.candidates.length === 1 && found.candidates[0]?.level === 'DISTRICT')) {
    return { ...parts(length), kind: 'PLACED', candidates: [aliasDivision], ...zoneParts(body, length, zone) };
  }
  if (found !== null) {
    const rest = body.slice(length);
    const [only] = found.candidates;
    const inside = found.candidates.length === 1 && only !== undefined ? placeInside(rest, only, year) : null;
    return { ...parts(length), kind: 'PLACED', candidates: inside === null ? found.candidates : [inside] };
  }
  if (national.test(text)) return { ...parts(0), kind: 'PLACED', candidates: [country()], lead: '', rest: text };
  const level = marker.exec(body)?.[0];
  if (level !== undefined)
    return { ...parts(0), kind: 'BARE', candidates: [], marker: level, rest: body.slice(level.length) };
  const [, strange, rest] = strangePlace.exec(body) ?? [];
  if (strange !== undefined && rest !== undefined && !noPlace.test(strange) && hasFunction(rest)) {
    return { ...parts(strange.length), kind: 'STRANGE', candidates: [] };
  }
  return { ...parts(0), kind: 'BARE', candidates: [] };
}

/** An area known by an alias keeps its name in `rest`, behind the place in front of it, if there is one. */
function zoneParts(body: string, length: number, zone: { length: number } | null): { place: string; rest: string } {
  return zone === null ? { place: body.slice(0, length), rest: body.slice(length) } : { place: '', rest: body };
}

/** Whether a name, its place apart, says what the agency does. */
export function hasFunction(rest: string): boolean {
  return isShortForm(rest) || agencyTypeOf(rest) !== 'OTHER';
}

/** What a division's agencies have in front of their names: a 市辖区 its city too, others themselves. */
export function placePrefix(division: Division): string {
  return isDistrictOfCity(division) ? aboveDistrict(division) + division.name : division.name;
}

function isDistrictOfCity({ level, name }: Division): boolean {
  return level === 'DISTRICT' && name.endsWith('区') && !/[林特]区$/u.test(name);
}

/** 淮安市 of 洪泽区, 上海市 of 黄浦区; '' where what is above is no city. */
function aboveDistrict({ code }: Division): string {
  const above = ancestors(code)[0]?.name ?? '';
  return above.endsWith('市') ? above : '';
}

/**
 * The agency's full name: the place as the document has it, completed where it is cut to its stem (宁夏财政厅) and
 * by the city in front of a 市辖区 that stands alone; where there is no place at all, the division's own name. Short
 * forms in use everywhere are written out. A government goes by its place alone: 上海市, 平潭综合实验区.
 */
export function fullAgencyName(name: AgencyName, division: Division): string {
  if (name.kind !== 'PLACED') return name.lead + joined(placePrefix(division), name.rest, division);
  const { lead, place, rest } = name;
  const chain = placeChains(place).find(
    ({ length, places }) => length === place.length && places.at(-1)?.division === division,
  );
  const last = chain?.places.at(-1);
  if (chain === undefined || last === undefined) return lead + joined(place, rest, division);
  const area = rest !== '' && beginsWithArea(rest);
  let front = place;
  if (last.form === 'STEM' && chain.places.length === 1 && !area && lead === '' && (rest === '' || hasFunction(rest))) {
    const stem = place.length - stemLength(place, division);
    front = place.slice(0, stem) + division.name;
  }
  if (chain.places.length === 1 && isDistrictOfCity(division) && !area) front = aboveDistrict(division) + front;
  return lead + joined(front, rest, division);
}

/** How many characters at the end of a place are the division's stem. */
function stemLength(place: string, division: Division): number {
  for (let length = Math.min(place.length, division.name.length); length > 2; length--) {
    if (division.name.startsWith(place.slice(place.length - length))) return length;
  }
  return 2;
}

function joined(place: string, rest: string, { level }: Division): string {
  if (rest === '') return isBareArea(place) && level !== 'DISTRICT' ? `${place}管理委员会` : `${place}人民政府`;
  if (isBareArea(rest)) return `${place}${rest}管理委员会`;
  const full = fullFunction(rest);
  const office = full !== rest && full === '人民政府办公室' && level === 'PROVINCE';
  return place + (office ? '人民政府办公厅' : full);
}
