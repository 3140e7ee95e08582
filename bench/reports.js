/** Reports in any number for the import: the seeds under other agencies and years, so marked. Nothing of it is true. */
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';

const lines = (name) =>
  readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** A file of `count` lines, each of another agency and year. */
export async function writeReports(path, count) {
  const seeds = lines('reports.ndjson').filter(({ edition }) => edition === 'FORM_2021');
  const districts = lines('divisions.ndjson').filter(
    ({ level, existsTo }) => level === 'DISTRICT' && existsTo === null,
  );
  const stream = createWriteStream(path);
  for (let at = 0; at < count; at++) {
    const seed = seeds[at % seeds.length];
    const { code, name } = districts[at % districts.length];
    const agency = `${name}虚构${Math.floor(at / districts.length / 5)}局`;
    const year = 2021 + (Math.floor(at / districts.length) % 5);
    const line = JSON.stringify({ ...seed, source: undefined, agency, division: code, year, synthetic: true });
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
