/**
 * The questions of a dashboard: their texts in queries/, their arguments drawn anew for each request from what the
 * database holds. What is drawn is the same in every run.
 */
import { readFileSync } from 'node:fs';

/** Words, file, and how much longer than a hello-world it should take at most: on SQLite, on PostgreSQL. */
const questions = [
  ['one total, ten figures', 'total', 1.3, 2.5, ['division', 'year']],
  ['districts of a prefecture, six figures', 'districts', 2, 3, ['prefecture', 'year']],
  ['31 provinces, reviews and a rate', 'provinces', 3, 4.5, ['year']],
  ['top 20 of all districts', 'top', 3, 4.5, ['year']],
  ['trend of a division', 'trend', 2, 3, ['division']],
  ['by agency type in a province', 'types', 4, 5, ['province', 'year']],
  ['one report, all figures', 'report', 4.5, 7.5, ['id']],
  ['20 reports, five figures', 'reports', 2.5, 3.5, ['division']],
  ['names as they are typed', 'names', 2, 3, ['text']],
  ['condition on a figure, a province', 'condition', 20, 20, ['province', 'year']],
  ['median, a province', 'median', 20, 20, ['province', 'year']],
  ['as of a moment, a province', 'as-of', 20, 20, ['province', 'year', 'asOf']],
  ['condition on a figure, the country', 'country-condition', null, null, ['year']],
  ['median, the country', 'country-median', null, null, ['year']],
  ['as of a moment, the country', 'country-as-of', null, null, ['year', 'asOf']],
].map(([words, file, sqlite, postgres, variables]) => ({
  words,
  wanted: { SQLite: sqlite, PostgreSQL: postgres },
  variables,
  query: readFileSync(new URL(`queries/${file}.graphql`, import.meta.url), 'utf8'),
}));

export const namesOf = (only) => questions.filter(({ words }) => only === null || words.includes(only));

/** Numbers from 0 up to and without `below`, always the same ones. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function ask(url, query) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** @param moments the first and the last moment that `asOf` may name */
export async function drawingFrom(url, moments) {
  const level = async (name) => {
    const { divisions } = await ask(url, `{ divisions(where: { level: ${name} }, first: 1000) { nodes { code } } }`);
    return divisions.nodes.map(({ code }) => code);
  };
  const random = numbers(7);
  const one = (list) => list[random(list.length)];
  const provinces = await level('PROVINCE');
  const prefectures = await level('PREFECTURE');
  const { statistics } = await ask(url, '{ statistics(groupBy: [YEAR]) { nodes { key { year } } } }');
  const years = statistics.nodes.map(({ key }) => key.year);
  const districts = [];
  const ids = [];
  const names = [];
  for (const province of provinces) {
    const within = `division: { within: "${province}" }`;
    const { divisions, reports, agencies } = await ask(
      url,
      `{ divisions(where: { within: "${province}", level: DISTRICT }, first: 1000) { nodes { code } }
        reports(where: { ${within}, year: { eq: ${one(years)} } }, first: 100) { nodes { id } }
        agencies(where: { ${within} }, first: 100) { nodes { name } } }`,
    );
    districts.push(...divisions.nodes.map(({ code }) => code));
    ids.push(...reports.nodes.map(({ id }) => id));
    names.push(...agencies.nodes.map(({ name }) => name));
  }
  /** Two to four characters from somewhere in a name. */
  const part = (name) => {
    const characters = [...name];
    const length = 2 + random(3);
    const start = random(Math.max(1, characters.length - length + 1));
    return characters.slice(start, start + length).join('');
  };
  const [from, to] = moments.map((moment) => moment.getTime());
  const draws = {
    division: () => one([provinces, prefectures, districts][random(3)]),
    province: () => one(provinces),
    prefecture: () => one(prefectures),
    year: () => one(years),
    id: () => one(ids),
    text: () => part(one(names)),
    asOf: () => new Date(from + random(to - from)).toISOString(),
  };
  return ({ query, variables }) =>
    JSON.stringify({ query, variables: Object.fromEntries(variables.map((name) => [name, draws[name]()])) });
}
