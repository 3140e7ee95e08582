/**
 * Writes seeds/reports.ndjson, the real reports that an empty database begins with: `npm run seeds`. It reads the
 * folder of transcribed reports beside the project (../shared/data), so it is run where that folder is; what it
 * writes is committed.
 *
 * Only facts carry over: the figures as reported, the day of publication, the address where they can be checked, and
 * the words of a cell where a cell says more than a number. No prose, no document. Nothing in the seeds is made up.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const data = new URL('../../shared/data/', import.meta.url);
const seeds = new URL('../seeds/reports.ndjson', import.meta.url);

/** Its agency is masked, so that nobody could check it. */
const leftOut = ['f2021-2025-ceshi-shi'];

/** What stands in a cell beside its number, or instead of one that can be told. */
const words = {
  'f2019-2019-shanghai-bangongting': { 'disclosure.procurement.amount': '251000元' },
  'f2019-2020-pingtan-caizheng-jinrong': {
    'disclosure.procurement.items': '2笔',
    'disclosure.procurement.amount': '984361元',
  },
  'f2019-2020-pingtan-haitan-pianqu': { 'disclosure.procurement.amount': '922533.2元' },
  'f2019-2020-pingtan-jiaotong-jianshe': { 'disclosure.procurement.amount': '3042532' },
  'f2019-2020-pingtan-jinjing-pianqu': { 'disclosure.procurement.amount': '8810055' },
  'f2019-2020-pingtan-junshan-pianqu': { 'disclosure.procurement.amount': '10669053' },
  'f2019-2020-pingtan-lvyou-wenti': {
    'disclosure.procurement.items': '3个',
    'disclosure.procurement.amount': '3443000元',
  },
  'f2019-2020-pingtan-nongye-nongcun': { 'disclosure.procurement.amount': '4253521.20' },
  'f2019-2020-pingtan-shehui-shiye': { 'disclosure.procurement.amount': '12762137元' },
  'f2019-2020-pingtan-shichang-jianguan': { 'disclosure.procurement.amount': '6586650.10元' },
  'f2019-2020-pingtan-suping-pianqu': { 'disclosure.procurement.amount': '1089059' },
  'f2019-2020-pingtan-touzi-cujin': { 'disclosure.procurement.amount': '52645' },
  'f2019-2020-pingtan-ziran-ziyuan': { 'disclosure.procurement.amount': '1690.9913万元' },
  'f2019-2020-pingtan-zonghe-zhifa': { 'disclosure.procurement.amount': '675809' },
  'f2019-2022-pingtan-haitan-pianqu': { 'disclosure.procurement.amount': '0元' },
  'f2021-2025-shanghai-bangongting': {
    'disclosure.regulations.issued': '22（其中修订16件）',
    'disclosure.normativeDocuments.repealed': '55（含自然失效29件）',
  },
};

/** Cells whose digits run into those of the next: which digit is whose cannot be told. */
const runTogether = {
  'f2019-2020-pingtan-nongye-nongcun': {
    cells: ['disclosure.licensing.itemsLastYear', 'disclosure.licensing.change'],
    digits: '4800',
  },
  'f2019-2020-pingtan-xingzheng-shenpi': {
    cells: ['disclosure.licensing.change', 'disclosure.licensing.decisions'],
    digits: '0494246',
  },
  'f2019-2021-pingtan-haitan-pianqu': {
    cells: ['disclosure.procurement.items', 'disclosure.procurement.amount'],
    digits: '328291965元',
  },
};

const mediaTypes = {
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  pdf: 'application/pdf',
};

/** Where the notes of a case say that it was found: a repository, a path, perhaps a commit. */
function placeOf(notes) {
  const found = /^Found: ([\w.-]+\/[\w.-]+), (.+?\.(?:txt|md|pdf|json|html))\b(.*)$/m.exec(notes);
  if (found === null) return null;
  const [, repository, path, rest] = found;
  const commit = /\(commit ([0-9a-f]{7,40})\)/.exec(rest)?.[1] ?? 'HEAD';
  return { path, url: encodeURI(`https://github.com/${repository}/blob/${commit}/${path}`) };
}

/** Of the document where it is at hand: its name, kind, size and hash. What is not known is not said. */
function sourceOf(folder, notes) {
  const place = placeOf(notes);
  const file = readdirSync(folder).find((name) => name.startsWith('source.'));
  if (file === undefined) return place === null ? null : { url: place.url };
  const bytes = readFileSync(new URL(file, folder));
  const kind = file.slice(file.lastIndexOf('.') + 1);
  const published = kind === 'txt' ? /^原文链接: (https?:\/\/\S+)$/m.exec(bytes.toString('utf8'))?.[1] : undefined;
  const url = published ?? place?.url;
  return {
    ...(url !== undefined && { url }),
    name: place === null ? file : place.path.slice(place.path.lastIndexOf('/') + 1),
    mediaType: mediaTypes[kind],
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const at = (figures, path) => path.split('.').reduce((inside, key) => inside?.[key], figures);

/** A row of table 二 of which nothing is stated is one that the report does not print. */
function withoutMissingRows(figures) {
  const stated = ([, row]) => Object.values(row).some((value) => value !== null);
  return { ...figures, disclosure: Object.fromEntries(Object.entries(figures.disclosure).filter(stated)) };
}

function seedOf(name) {
  const folder = new URL(`${name}/`, data);
  const { figures, ...head } = JSON.parse(readFileSync(new URL('figures.json', folder), 'utf8'));
  const source = sourceOf(folder, readFileSync(new URL('notes.md', folder), 'utf8'));
  const cells = {};
  const reading = [];
  for (const [path, raw] of Object.entries(words[name] ?? {})) {
    cells[path] = { status: 'TEXT', raw };
    const value = at(figures, path);
    const found = `found ${JSON.stringify(raw)} in the cell`;
    if (value === null)
      reading.push({
        rule: 'amount-without-unit',
        severity: 'WARNING',
        message: `${found}, and no unit anywhere: 元 and 万元 differ by 10,000, so no amount is taken.`,
        cells: [path],
      });
    else
      reading.push({
        rule: 'cell-not-a-plain-number',
        severity: 'NOTE',
        message: `${found}, taken as ${Number(value)}.`,
        cells: [path],
        actual: Number(value),
      });
  }
  const together = runTogether[name];
  if (together !== undefined) {
    for (const path of together.cells) cells[path] = { status: 'TEXT' };
    reading.push({
      rule: 'incomplete-row',
      severity: 'ERROR',
      message: `found ${JSON.stringify(together.digits)} for the cells of the row, run together: which digits are whose cannot be told.`,
      cells: together.cells,
    });
  }
  return {
    ...head,
    ...(source !== null && { source }),
    figures: withoutMissingRows(figures),
    ...(Object.keys(cells).length > 0 && { cells, reading }),
  };
}

if (!existsSync(data)) {
  console.error(`The transcribed reports are not here: expected them in ${data.pathname}.`);
  process.exit(1);
}
const reports = readdirSync(data)
  .filter((name) => /^f20\d\d-/.test(name) && !leftOut.includes(name))
  .map(seedOf)
  .sort((one, other) => {
    const key = ({ division, year, scope, agency }) => [division, year, scope, agency].join(' ');
    return key(one) < key(other) ? -1 : 1;
  });
writeFileSync(seeds, reports.map((report) => `${JSON.stringify(report)}\n`).join(''));
console.log(`${reports.length} reports written to seeds/reports.ndjson`);
