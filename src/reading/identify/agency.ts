/** Whose report it is: the name from the best source that states one, its place from whatever settles it. */
import { BadInput } from '../../report/bad-input.js';
import type { Division } from '../../report/division.js';
import { ancestors, isWithin, placeChains } from '../../report/divisions.js';
import { type AgencyName, agencyName, fullAgencyName, hasFunction } from '../../report/recognise-agency.js';
import { agencyTypeOf, isBareArea } from '../../report/agency-type-of.js';
import { fullFunction, isShortForm } from '../../report/short-forms.js';
import { evidenceOf, settled } from './evidence.js';
import { type Page, plain } from './page.js';
import { segmentsOf, type Title, titleOf } from './titles.js';

export interface Recognised {
  agency: string;
  division: Division;
  /** The name in the document where it was a misprint of the one taken. */
  misprint: string | null;
}

const organ =
  /(?:局|委员会|委|办公室|办|厅|院|中心|处|署|站|馆|政府|机关|总队|支队|大队|公司|学校|大学|学院|银行|社|会|所|街道|镇|乡|苏木|街|区|园|部|台|队)$/u;
/** Brands in place of an agency's name: 365体育…局, uedbet:西柳镇人民政府. */
const brand = /[A-Za-z0-9:]|体育(?:官网|平台|投注)|联赛|娱乐|彩票|博彩|六合(?!区)/u;

/** Whether a text can be an agency's name. */
function isAgency({ kind, text, rest }: AgencyName): boolean {
  if (text.length < 2 || text.length > 45 || /[,。;]/u.test(text)) return false;
  if (kind === 'PLACED') return rest === '' || isBareArea(rest) || hasFunction(rest) || organ.test(rest);
  return kind === 'STRANGE' || (rest.length >= 2 && (hasFunction(rest) || /.{2,}(?:局|委员会)$/u.test(rest)));
}

/** @throws BadInput UNKNOWN_AGENCY */
export function recogniseAgency(page: Page, titles: Title[], year: number | null, within: Division | null): Recognised {
  const [first] = titles.filter(({ agency }) => agency !== '');
  if (first !== undefined && brand.test(first.agency)) {
    throw unknown(
      `The title names 「${first.agency}」, which is no agency: the page may be a copy with another's name put in.`,
    );
  }
  const [best] = firstOf(namesStated(page, titles, year));
  if (best === undefined) {
    throw unknown(
      'No agency is named in title, opening, metadata, file name or folder. State it with --agency, or its place with --division.',
    );
  }
  if (best.kind === 'STRANGE') {
    const meant =
      [...namesStated(page, titles, year)].find(
        (name) => name.kind === 'PLACED' && differsByOne(name.text, best.text),
      ) ?? misprinted(best, page, year);
    if (meant === undefined) {
      throw unknown(
        `The document names 「${best.text}」, and there is no place called 「${best.place}」. State the agency with --agency.`,
      );
    }
    return { ...placed(meant, page, year, within), misprint: best.text };
  }
  if (best.kind === 'PLACED')
    return { ...placed(completedOrgan(best, page, year), page, year, within), misprint: null };
  return { ...completed(best, page, year, within), misprint: null };
}

/** The first of what is made on demand, alone. */
function firstOf<T>(made: Generator<T>): T[] {
  for (const one of made) return [one];
  return [];
}

/** Every agency's name that is stated, the best source first; each is looked for only when it is asked for. */
function* namesStated(page: Page, titles: Title[], year: number | null): Generator<AgencyName> {
  const { issuers, breadcrumbs, title } = page.surroundings;
  const sources: (() => string[])[] = [
    () => titles.map(({ agency }) => agency),
    () => announcedIn(page),
    () => {
      const named = agenciesIn(`${page.opening}。${page.end.join('。')}`, year);
      // Of several, one may be whose rules are quoted; a government's office answers questions on its government's too.
      return named.length === 1 ? named.filter((name) => !isOfficeToAsk(name, page) && fitsSelf(name, page)) : [];
    },
    () => issuers,
    () => segmentsOf(page.fileName),
    () => (title === undefined ? [] : segmentsOf(title)),
    () => {
      const named = actingIn(page, year);
      return named.length === 1 ? named.filter((name) => fitsSelf(name, page)) : [];
    },
    () => [...breadcrumbs].reverse(),
    () => [...page.folders].reverse().flatMap(segmentsOf),
  ];
  for (const source of sources) {
    for (const text of source()) {
      const bare = plain(text).replace(/(?:政府)?(?:门户)?网(?:站)?$/u, '');
      if (bare === '' || brand.test(bare)) continue;
      const name = agencyName(bare, year);
      if (isAgency(name)) yield name;
    }
  }
}

const announcement =
  /(?:公布|公开|发布|编制|撰写)(?:了|完成|完成了)?[《"]?([^。;,:《》"]{2,50}?(?:政府信息|政务|信息)公开[^。;,:《》"]{0,12}?报告)(?!格式|编制|有关|的?通知)/gu;

/** 某局2022年政府信息公开年度报告是根据…: the title as the subject of the first sentence. */
const subject =
  /^([^。;,:《》"]{2,50}?(?:政府信息|政务|信息)公开[^。;,:《》"]{0,12}?报告)(?:是|由|根据|依据|按照|包括)/u;

/** 现公布某局2022年政府信息公开工作年度报告: the title as the opening says it. */
function announcedIn({ head, opening }: Page): string[] {
  const subjects = head.flatMap((line) => subject.exec(plain(line))?.[1] ?? []);
  const announced = [...opening.matchAll(announcement)].map(([, title = '']) => title);
  return [...subjects, ...announced]
    .map((title) => titleOf(title, 'document').agency)
    .filter((agency) => agency !== '' && agency !== '中华人民共和国');
}

const organAfterPlace =
  /^[\u4e00-\u9fff]{0,18}?(?:人民政府(?:[^的在与及和由对向关网,。]{0,7}办公[厅室])?|管理委员会|管委会(?:办公室)?|委员会|街道办事处|局[^的在与及和由对向关网,。]{2,6}?分局|[局厅署](?!长|面|势|部)|(?<!府)办公室|支队|大队|总队)/u;

/** 由某区党政办公室编制, 请与某县人民政府办公室联系, and nothing else: whose report the office compiled is not said. */
function isOfficeToAsk(name: string, { opening }: Page): boolean {
  if (!/(?:政府|管理委员会|管委会|党政(?:综合)?)办公[厅室]$/u.test(name)) return false;
  const mentions = opening.split(name);
  return mentions
    .slice(1)
    .every(
      (after, at) =>
        (/[与和向同]$/u.test(mentions[at] ?? '') && /^[^。]{0,20}联[系络]/u.test(after)) ||
        (/由$/u.test(mentions[at] ?? '') && /^[^。]{0,200}(?:编制|编写|汇总)/u.test(after)),
    );
}

/** What a report calls its own agency, and the names that go with it. */
const selfWords: readonly (readonly [RegExp, RegExp])[] = [
  [/我(?:分局|局)/u, /(?:局|[支大总]队)$/u],
  [/我厅/u, /厅$/u],
  [/我委/u, /委(?:员会)?$/u],
  [/我办/u, /办(?:公[厅室]|事处)?$/u],
  [/我乡/u, /乡(?:人民政府)?$/u],
  [/我镇/u, /镇(?:人民政府)?$/u],
  [/我街/u, /街道?(?:办事处)?$/u],
];

/** Where a report speaks of 我局, the office whose notice it goes by is not its agency. */
function fitsSelf(name: string, { everything }: Page): boolean {
  const said = selfWords.filter(([word]) => word.test(everything));
  return said.length === 0 || said.some(([, names]) => names.test(name));
}

/** Where a report stands, or whose rules it cites, is not whose it is. */
const site = /^(?:门户|官方|政务|网|信息公开(?:专栏|网|平台|专区|栏目|目录))/u;
const cited = /《[^》]{0,200}》/gu;
/** Nor is whose notices it follows, who leads it, or whom it hands its report. */
const citedBefore = /(?:根据|按照|依照|依据|遵照|贯彻|落实|执行|响应|报送|转发)$/u;
const citedAfter =
  /^(?:关于|《|[印转下]发|的?(?:相关|有关|统一|具体|年度|工作|各项|最新)*(?:要求|部署|规定|通知|文件|精神|安排|方案|意见|指示)|的?(?:正确|坚强|有力|统一|大力|精心)*(?:领导|指导|支持|关心|帮助)[下和、])/u;
const nationalLead = /(?:国家税务总局|国家统计局)$/u;

/** The agencies named in full in plain text, each once; a name that is the end of another with it. */
function agenciesIn(whole: string, year: number | null): string[] {
  const found = new Set<string>();
  const text = whole.replace(cited, '《》');
  for (let at = 0; at < text.length - 2; at++) {
    const rest = text.slice(at, at + 40);
    const length = placeChains(rest, { year }).find(({ places }) => places.at(-1)?.form !== 'STEM')?.length ?? 0;
    if (length === 0) continue;
    const name = organAfterPlace.exec(rest.slice(length))?.[0];
    const isName = name !== undefined && !/[的在与及对向和由](?!.*(?:委员会|局))/u.test(name);
    if (isName) {
      const after = text.slice(at + length + name.length, at + length + name.length + 40);
      const isCited = site.test(after) || citedBefore.test(text.slice(0, at)) || citedAfter.test(after);
      if (!isCited) found.add((nationalLead.exec(text.slice(0, at))?.[0] ?? '') + rest.slice(0, length) + name);
    }
    at += length + (isName && name.includes('分局') ? name.length : 0) - 1;
  }
  return [...found].filter((name) => ![...found].some((other) => other !== name && other.endsWith(name)));
}

const acts =
  /^(?:认真|严格|高度|坚持|始终|深入|紧紧|紧扣|积极|全面|切实|持续|主动|受理|未收到|收到|通过|不断|进一步|围绕|加强|依法|扎实|着力|聚焦|没有|继续|结合|在)/u;
const noDepartment = ['GOVERNMENT', 'ZONE', 'GENERAL_OFFICE'];

/** Departments and towns that chapter one has as the subject of a clause: 2022年,某市农业农村局在…公开. */
function actingIn({ chapterOne }: Page, year: number | null): string[] {
  const found = new Set<string>();
  for (const clause of chapterOne.split(/[。;,:]/u)) {
    const place = placeChains(clause, { year }).find(({ places }) => places.at(-1)?.form !== 'STEM');
    const organ =
      place === undefined ? undefined : organAfterPlace.exec(clause.slice(place.length, place.length + 40))?.[0];
    if (place === undefined || organ === undefined) continue;
    const name = clause.slice(0, place.length) + organ;
    if (acts.test(clause.slice(name.length)) && !noDepartment.includes(agencyTypeOf(name))) found.add(name);
  }
  return [...found];
}

/** 洛江区教育, 徐州市气象部门 are 洛江区教育局, 徐州市气象局 where the text has it so. */
function completedOrgan(name: AgencyName, page: Page, year: number | null): AgencyName {
  const stem = name.rest.replace(/(?<=.)(?:系统|部门)$/u, '');
  if (stem === '' || isBareArea(stem) || (organ.test(name.rest) && stem === name.rest)) return name;
  const written = new RegExp(`${escaped(stem)}[\\u4e00-\\u9fff]{0,6}?(?:(?<!总)局|委员会|厅|办公室|中心)`, 'u').exec(
    page.everything,
  )?.[0];
  const fuller = written ?? (stem !== name.rest && isShortForm(`${stem}局`) ? `${stem}局` : undefined);
  return fuller === undefined
    ? name
    : agencyName(name.text.slice(0, name.text.length - name.rest.length) + fuller, year);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function placed(
  name: AgencyName,
  page: Page,
  year: number | null,
  within: Division | null,
): Omit<Recognised, 'misprint'> {
  const candidates = within === null ? name.candidates : [within];
  const fuller = candidates.length > 1 ? fullerNames(name.place + name.rest, page, year, '') : [];
  const named = candidates.filter((candidate) => fuller.some(({ candidates: [only] }) => only === candidate));
  const left = named.length === 1 ? named : settled(candidates, page, year);
  const [only] = left;
  if (only === undefined || left.length > 1) throw ambiguous(name.text, left);
  return { agency: fullAgencyName(name, only), division: townsDivision(name, only, page, year) };
}

/** A town's division is its district; where its name has the city alone, the evidence may tell which. */
function townsDivision(name: AgencyName, division: Division, page: Page, year: number | null): Division {
  if (division.level !== 'PREFECTURE' || !/(?:[镇乡]|苏木|街道)(?:人民政府|办事处)?$/u.test(name.rest)) return division;
  for (const evidence of evidenceOf.slice(0, 3)) {
    const below = evidence(page, year).divisions.filter(
      ({ code, level }) => level === 'DISTRICT' && isWithin(code, division.code),
    );
    const [only] = below;
    if (below.length === 1 && only !== undefined) return only;
  }
  return division;
}

/** The kinds of division that the 省, 市, 区, 县 before a function can stand for. */
function fits(marker: string, { name, level }: Division): boolean {
  if (marker === '' || level === 'COUNTRY') return level !== 'COUNTRY';
  if (marker === '省') return level === 'PROVINCE' && name.endsWith('省');
  return name.endsWith(marker);
}

/** Words of a text that tell at which level it is at home: 区委, 我县, 全市. */
function markerOfText({ everything }: Page): string {
  const counts = ['市', '区', '县', '州', '旗', '省'].map((kind) => ({
    kind,
    count: [...everything.matchAll(new RegExp(`(?:${kind}委|我${kind}|全${kind}|${kind}政府|${kind}直)`, 'gu'))].length,
  }));
  const [most, next] = counts.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count >= 2 && most.count > 2 * (next?.count ?? 0) ? most.kind : '';
}

/** A name without its place, completed from what the document says elsewhere; never guessed. */
function completed(
  name: AgencyName,
  page: Page,
  year: number | null,
  within: Division | null,
): Omit<Recognised, 'misprint'> {
  if (within !== null) return { agency: fullAgencyName(name, within), division: within };
  const fuller = fullerNames(name.rest, page, year, name.marker);
  const divisions = [...new Set(fuller.flatMap(({ candidates }) => candidates))];
  const [longest] = [...fuller].sort((a, b) => b.text.length - a.text.length);
  if (
    longest !== undefined &&
    divisions.every((division) => longest.candidates.some(({ code }) => isWithin(code, division.code)))
  ) {
    return placed(longest, page, year, null);
  }
  const marker = name.marker === '' ? markerOfText(page) : name.marker;
  const town = /(?:[镇乡]|苏木|街道)(?:人民政府|办事处|办|政府)?$/u.test(name.rest);
  const seen: Division[] = [];
  for (const evidence of evidenceOf.slice(0, -1)) {
    const named = evidence(page, year).divisions;
    const reach = [
      ...new Set(named.flatMap((division) => [division, ...(marker === '' || town ? [] : ancestors(division.code))])),
    ];
    const fitting = reach.filter((division) => (town ? isTownsLevel(division) : fits(marker, division)));
    const deepest = fitting.filter(
      ({ code }) => !fitting.some((other) => other.code !== code && isWithin(other.code, code)),
    );
    // Without a marker a bureau of the city, whose address lies in a district of it, looks like the district's.
    const unclear = marker === '' && !town && deepest.some(({ name: place }) => place.endsWith('区'));
    const chosen = unclear && evidence !== evidenceOf[0] && evidence !== evidenceOf[1] ? [] : deepest;
    seen.push(...deepest);
    const [only] = chosen;
    if (chosen.length === 1 && only !== undefined) return { agency: fullAgencyName(name, only), division: only };
  }
  throw ambiguous(name.text, [...new Set(seen)]);
}

function isTownsLevel({ code, level }: Division): boolean {
  return level === 'DISTRICT' || ['441900', '442000', '460400', '620200'].includes(code);
}

/** The same function with a place in front of it, wherever the document or what stands around it has it. */
function fullerNames(rest: string, page: Page, year: number | null, marker: string): AgencyName[] {
  const around = [
    page.fileName,
    page.surroundings.title ?? '',
    ...page.surroundings.issuers,
    ...page.surroundings.breadcrumbs,
    ...page.folders,
  ];
  const found = new Map<string, AgencyName>();
  for (const text of [...around.map(plain), page.everything]) {
    const town = /^(.{2,}(?:[镇乡]|苏木|街道))(?:人民政府|政府|办事处)$/u.exec(rest)?.[1];
    for (const wording of new Set([rest, fullFunction(rest), ...(town === undefined ? [] : [town])])) {
      for (let at = text.indexOf(wording, 2); at > 0; at = text.indexOf(wording, at + 1)) {
        const name = longestNameEndingAt(text, at, wording, year);
        if (name !== null && (marker === '' || name.candidates.some((division) => fits(marker, division))))
          found.set(name.text, name);
      }
    }
  }
  return [...found.values()];
}

function longestNameEndingAt(text: string, at: number, rest: string, year: number | null): AgencyName | null {
  for (let start = Math.max(0, at - 24); start <= at - 2; start++) {
    const name = agencyName(text.slice(start, at) + rest, year);
    const between = name.rest.slice(0, Math.max(0, name.rest.length - rest.length));
    if (name.kind === 'PLACED' && (name.rest === rest || (name.rest.endsWith(rest) && isBareArea(between))))
      return name;
  }
  return null;
}

/** A place that is misprinted by one character, by the site's code or the names around the document. */
function misprinted(name: AgencyName, page: Page, year: number | null): AgencyName | undefined {
  for (const evidence of evidenceOf.slice(0, 2)) {
    const meant = evidence(page, year).divisions.filter((division) => differsByOne(division.name, name.place));
    const [only] = meant;
    if (meant.length === 1 && only !== undefined) return agencyName(only.name + name.rest, year);
  }
  return undefined;
}

function differsByOne(one: string, other: string): boolean {
  return one.length === other.length && [...one].filter((character, at) => character !== other.charAt(at)).length === 1;
}

const unknown = (message: string): BadInput => new BadInput('UNKNOWN_AGENCY', message);

function ambiguous(name: string, candidates: Division[]): BadInput {
  const listed = candidates.slice(0, 12).map(({ code, fullName }) => `${fullName} (${code})`);
  return unknown(
    listed.length === 0
      ? `「${name}」 names no place, and nothing in or around the document tells which it is. State it with --division.`
      : `「${name}」 can be of ${listed.join(', ')}${candidates.length > 12 ? ' and others' : ''}, and nothing in or around the document settles it. State it with --division.`,
  );
}
