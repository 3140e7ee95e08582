/** What in and around a document points at a place, by how much it is worth. */
import type { Division } from '../../report/division.js';
import { divisionAt, isWithin, placeChains } from '../../report/divisions.js';
import { divisionsWithAreaCode, provinceOfPostalCode } from '../../report/telephone-and-post.js';
import { type Page, plain } from './page.js';

/** One kind of evidence: every division that it names. */
export interface Evidence {
  what: string;
  divisions: Division[];
}

/** Divisions whose names are common nouns too: they count only behind their city. */
const commonNouns = new Set(['全国', '中华人民共和国', '城区', '郊区', '矿区', '新城区', '老城区', '城中区', '新市区']);

/**
 * The places named in plain texts, each the last of its chain. A stem counts only behind a place (吴忠利通) or, where
 * `stems` says so, alone at the start: names of folders and sites leave 市 and 区 out. A name that several places
 * share counts where the other places named settle which it is.
 */
export function placesIn(texts: string[], year: number | null, stems = false): Division[] {
  const groups = texts.flatMap((text) => namedIn(text, year, stems));
  const certain = groups.flatMap(([only, ...others]) => (only !== undefined && others.length === 0 ? [only] : []));
  const settledByThem = groups.map((group) =>
    group.length < 2
      ? []
      : group.filter(({ code }) => certain.some((place) => isWithin(code, place.code) || isWithin(place.code, code))),
  );
  return [...new Set([...certain, ...settledByThem.filter(({ length }) => length === 1).flat()])];
}

/** What each place in a text can be; of a city and a county in it with the same stem the city. */
function namedIn(text: string, year: number | null, stems: boolean): Division[][] {
  const found: Division[][] = [];
  for (let at = 0; at < text.length - 1;) {
    const rest = text.slice(at, at + 40);
    const chains = placeChains(rest, { year }).filter(({ length, places }) => {
      const alone = places.length === 1;
      if (alone && commonNouns.has(rest.slice(0, length))) return false;
      return places.at(-1)?.form !== 'STEM' || !alone || (stems && at === 0);
    });
    const length = chains[0]?.length ?? 0;
    const last = chains.filter((chain) => chain.length === length).map(({ places }) => places.at(-1)?.division);
    const group = [...new Set(last.filter((division) => division !== undefined))];
    if (group.length > 0) {
      found.push(group.filter(({ code }) => !group.some((other) => other.code !== code && isWithin(code, other.code))));
    }
    at += Math.max(1, length);
  }
  return found;
}

/** Sources from the strongest to the weakest; each is looked at only when the ones before it settle nothing. */
export const evidenceOf: readonly ((page: Page, year: number | null) => Evidence)[] = [
  ({ surroundings }) => ({
    what: 'site codes and credit codes',
    divisions: surroundings.siteCodes.flatMap(divisionsOfCode),
  }),
  ({ surroundings: { issuers, breadcrumbs, title }, fileName, folders }, year) => ({
    what: 'issuer, breadcrumbs, file name and folders',
    divisions: placesIn(
      [...issuers, ...breadcrumbs, title ?? '', fileName, ...folders].flatMap((text) =>
        text.split(/[_|｜\-—–\s]+/u).map(plain),
      ),
      year,
      true,
    ),
  }),
  ({ opening }, year) => ({ what: 'the opening paragraphs', divisions: placesIn([opening], year) }),
  ({ everything }) => ({ what: 'telephone area codes', divisions: divisionsOfTelephones(everything) }),
  ({ everything }) => ({ what: 'postal codes', divisions: divisionsOfPostalCodes(everything) }),
  ({ end }, year) => ({ what: 'the signature', divisions: placesIn(end, year) }),
  ({ everything }, year) => ({ what: 'the text', divisions: placesIn([everything.slice(0, 20_000)], year) }),
];

/** 3220… of a site code, characters 3 to 8 of a credit code; an old code stands for what took its place too. */
function divisionsOfCode(code: string): Division[] {
  const six = code.length === 18 ? code.slice(2, 8) : code.slice(0, 6);
  const division = divisionAt(six) ?? divisionAt(`${six.slice(0, 4)}00`) ?? divisionAt(`${six.slice(0, 2)}0000`);
  if (division === undefined) return [];
  const successor = division.successor === null ? undefined : divisionAt(division.successor);
  return successor === undefined ? [division] : [division, successor];
}

function divisionsOfTelephones(text: string): Division[] {
  const codes = [...text.matchAll(/(?<!\d)\(?(0\d{2,3})[-—–)]{1,2}\d{7,8}(?!\d)/gu)].map(([, code = '']) => code);
  return known(codes.flatMap(divisionsWithAreaCode));
}

function divisionsOfPostalCodes(text: string): Division[] {
  const codes = [...text.matchAll(/邮(?:政)?编(?:码|号)?[:为是]?(\d{6})(?!\d)/gu)].map(([, code = '']) => code);
  return known(codes.map(provinceOfPostalCode).filter((code) => code !== null));
}

const known = (codes: string[]): Division[] =>
  [...new Set(codes)].map(divisionAt).filter((division) => division !== undefined);

/**
 * The candidates that the evidence leaves: the first kind of evidence that tells some from others narrows them, until
 * one is left or there is no more evidence.
 */
export function settled(candidates: Division[], page: Page, year: number | null): Division[] {
  let left = candidates;
  for (const evidence of evidenceOf) {
    if (left.length <= 1) break;
    const { divisions } = evidence(page, year);
    const telling = divisions.filter(
      ({ code }) =>
        code !== '000000' && !left.every((candidate) => candidate.code !== code && isWithin(candidate.code, code)),
    );
    const backed = left.filter((candidate) =>
      telling.some(({ code }) => isWithin(code, candidate.code) || isWithin(candidate.code, code)),
    );
    if (backed.length > 0) left = backed;
  }
  return left;
}
