/**
 * Writes seeds/divisions.ndjson, the register of administrative divisions: `npm run divisions`.
 *
 * The divisions of today come from @vant/area-data (MIT), without what is no division; those abolished or renamed
 * since 2008 from division-changes.ndjson beside this file, kept by hand. A line there is one fact with its source:
 *
 *   {"code","from","source"}                       the division stands in the lists since the end of that year
 *   {"code","name","until","successor","source"}   it stood in them at the end of that year for the last time
 *   {"code","formerName","until","source"}         until then it had another name under the same code
 *
 * Its sources are the decisions themselves (国函, 民函: 国务院 and 民政部), or the ministry's list of the changes of
 * a year (县级以上行政区划变更情况) where one source stands for many.
 */
import { areaList } from '@vant/area-data';
import { readFileSync, writeFileSync } from 'node:fs';

const COUNTRY = '000000';
const changes = readFileSync(new URL('division-changes.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** 北京, 天津, 上海, 重庆: their districts have the province as parent, their 市辖区 and 县 are placeholders. */
const municipalities = ['11', '12', '31', '50'];
/** 省直辖县级行政区划 and the like: the counties below them have the province as parent. */
const directlyAdministered = ['4190', '4290', '4690', '6590'];
const placeholders = ['市辖区', '县', '省直辖县', '省直辖县级行政区划', '自治区直辖县级行政区划', '其它区'];
/** Cities without districts: what the source lists under them are towns or statistical areas. */
const withoutDistricts = ['4419', '4420', '4604', '6202'];
/** Development zones outside the ranges below. */
const zones = ['320112', '321150'];

function isDivision(code, name) {
  if (/^[78]/.test(code) || placeholders.includes(name) || zones.includes(code)) return false;
  if (code.endsWith('0000')) return true;
  if (code.endsWith('00'))
    return !municipalities.includes(code.slice(0, 2)) && !directlyAdministered.includes(code.slice(0, 4));
  const last = Number(code.slice(4));
  return !withoutDistricts.includes(code.slice(0, 4)) && !(last >= 70 && last <= 80) && last < 90;
}

const names = new Map();
for (const list of [areaList.province_list, areaList.city_list, areaList.county_list]) {
  for (const [code, name] of Object.entries(list)) if (isDivision(code, name)) names.set(code, name);
}
for (const { code, name } of changes) if (name !== undefined) names.set(code, name);

function levelOf(code) {
  if (code === COUNTRY) return 'COUNTRY';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'DISTRICT';
}

function parentOf(code) {
  if (code === COUNTRY) return null;
  if (code.endsWith('0000')) return COUNTRY;
  const prefecture = `${code.slice(0, 4)}00`;
  return code !== prefecture && names.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}

function fullNameOf(code) {
  const parent = parentOf(code);
  return parent === null || parent === COUNTRY ? names.get(code) : fullNameOf(parent) + names.get(code);
}

names.set(COUNTRY, '全国');
const lines = [...names.keys()].sort().map((code) => {
  const facts = changes.filter((change) => change.code === code);
  const formerNames = facts.flatMap(({ formerName, until }) => (formerName ? [{ name: formerName, until }] : []));
  const own = facts.filter(({ formerName }) => formerName === undefined);
  const gone = own.find(({ until }) => until !== undefined);
  return JSON.stringify({
    code,
    name: names.get(code),
    fullName: fullNameOf(code),
    level: levelOf(code),
    parent: parentOf(code),
    existsFrom: own.find(({ from }) => from !== undefined)?.from ?? null,
    existsTo: gone?.until ?? null,
    successor: gone?.successor ?? null,
    ...(formerNames.length > 0 && { formerNames }),
    ...(facts.length > 0 && { source: [...new Set(facts.map(({ source }) => source))].join('；') }),
  });
});
writeFileSync(new URL('../seeds/divisions.ndjson', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} divisions written to seeds/divisions.ndjson`);
