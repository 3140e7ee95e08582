/** The divisions as STATISTICS tells them from the source, and the abolished ones that the tests use. */
import { areaList } from '@vant/area-data';
import type { DivisionLevel } from '../../src/report/division.js';

export interface PlainDivision {
  code: string;
  level: DivisionLevel;
  /** Code of the division above; null of the country. */
  parent: string | null;
}

export const country = '000000';

/** Not in the source, which lists the divisions of today: 下城区 of 杭州, abolished in 2021. */
const abolished: readonly PlainDivision[] = [{ code: '330103', level: 'DISTRICT', parent: '330100' }];

/** Their districts have the province as parent: the city level between is a placeholder. */
const municipalities = ['11', '12', '31', '50'];

/**
 * "The source's placeholders (市辖区, 县, 省直辖县级行政区划, 其它区) and statistical codes of development zones (in
 * @vant/area-data those ending in 70 to 80 and 90 to 99, 6202xx, 320112, 321150), the towns under 东莞, 中山 and 儋州
 * (4419xx, 4420xx, 4604xx; the cities stay, as prefectures) and all codes beginning with 7 or 8 are no divisions".
 */
function isDivision(code: string): boolean {
  const ending = Number(code.slice(4));
  const wholeCity = ending === 0;
  if (/^[78]/.test(code)) return false;
  if (/^(6202|4419|4420|4604)/.test(code)) return wholeCity;
  if (code === '320112' || code === '321150') return false;
  return !((ending >= 70 && ending <= 80) || ending >= 90);
}

/** Of the city level: 省直辖县 and its like (…9000), 县 of 重庆 (500200) and the whole of a 直辖市 (310100). */
function isPlaceholderCity(code: string): boolean {
  return code.slice(2, 4) === '90' || municipalities.includes(code.slice(0, 2));
}

function allDivisions(): PlainDivision[] {
  const provinces = Object.keys(areaList.province_list)
    .filter(isDivision)
    .map((code): PlainDivision => ({ code, level: 'PROVINCE', parent: country }));
  const prefectures = Object.keys(areaList.city_list)
    .filter((code) => isDivision(code) && !isPlaceholderCity(code))
    .map((code): PlainDivision => ({ code, level: 'PREFECTURE', parent: `${code.slice(0, 2)}0000` }));
  const districts = Object.keys(areaList.county_list)
    .filter(isDivision)
    .map((code): PlainDivision => {
      const prefecture = `${code.slice(0, 4)}00`;
      // "the districts of 直辖市 and directly administered counties have the province as parent"
      return {
        code,
        level: 'DISTRICT',
        parent: isPlaceholderCity(prefecture) ? `${code.slice(0, 2)}0000` : prefecture,
      };
    });
  return [{ code: country, level: 'COUNTRY', parent: null }, ...provinces, ...prefectures, ...districts, ...abolished];
}

export const divisions: ReadonlyMap<string, PlainDivision> = new Map(allDivisions().map((one) => [one.code, one]));

export function divisionOf(code: string): PlainDivision {
  const found = divisions.get(code);
  if (found === undefined) throw new RangeError(`The tests know no division ${code}.`);
  return found;
}

/** The codes of the division and of all above it, from the division up. */
export function upwardFrom(code: string): string[] {
  const { parent } = divisionOf(code);
  return parent === null ? [code] : [code, ...upwardFrom(parent)];
}

/** Whether the division is the other or lies below it. */
export function isWithin(code: string, above: string): boolean {
  return upwardFrom(code).includes(above);
}
