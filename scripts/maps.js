/**
 * Writes src/dashboard/maps/geometry, the outlines that the dashboard's maps are drawn from: `npm run maps`.
 *
 * They come from map/json of Apache ECharts 4.9.0 (Apache-2.0; later releases have none), which is fetched for it, on a
 * grid that is fine enough for a screen, in the same packed form, and named by the codes of seeds/divisions.ndjson. One
 * file per division that is drawn with those below it: the country with its provinces, each province with its
 * prefectures (directly administered counties, districts of 直辖市). What has no code here (台湾, 香港, 澳门, the cities of
 * 新疆生产建设兵团 where they are none) keeps its outline without one.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const output = fileURLToPath(new URL('../src/dashboard/maps/geometry/', import.meta.url));
const original = 'echarts@4.9.0';
/** Steps per degree: 1/512 of a degree is some 200 m. */
const scale = 512;

const divisions = readFileSync(new URL('../seeds/divisions.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Of each province its file there; those that are missing have no divisions here. */
const files = {
  110000: 'beijing',
  120000: 'tianjin',
  130000: 'hebei',
  140000: 'shanxi',
  150000: 'neimenggu',
  210000: 'liaoning',
  220000: 'jilin',
  230000: 'heilongjiang',
  310000: 'shanghai',
  320000: 'jiangsu',
  330000: 'zhejiang',
  340000: 'anhui',
  350000: 'fujian',
  360000: 'jiangxi',
  370000: 'shandong',
  410000: 'henan',
  420000: 'hubei',
  430000: 'hunan',
  440000: 'guangdong',
  450000: 'guangxi',
  460000: 'hainan',
  500000: 'chongqing',
  510000: 'sichuan',
  520000: 'guizhou',
  530000: 'yunnan',
  540000: 'xizang',
  610000: 'shanxi1',
  620000: 'gansu',
  630000: 'qinghai',
  640000: 'ningxia',
  650000: 'xinjiang',
};

/** Of the divisions directly below one, that which bears the name, now or before; a province's may be short. */
function divisionNamed(name, parent) {
  const below = divisions.filter((division) => division.parent === parent);
  const bears = ({ name: own, formerNames = [] }) => [own, ...formerNames.map((former) => former.name)].includes(name);
  return (
    below.find((division) => division.existsTo === null && bears(division)) ??
    below.find(bears) ??
    (parent === '000000' ? below.find((division) => division.name.startsWith(name)) : undefined)
  );
}

/** Rings as the original packs them: differences of steps, zigzag, one character each. */
function unpacked(text, [x, y]) {
  const ring = [];
  const step = (at) => {
    const packed = text.charCodeAt(at) - 64;
    return (packed >> 1) ^ -(packed & 1);
  };
  for (let at = 0; at < text.length; at += 2) {
    x += step(at);
    y += step(at + 1);
    ring.push([x / 1024, y / 1024]);
  }
  return ring;
}

function packed(ring) {
  const characters = (value) => String.fromCharCode(64 + ((value << 1) ^ (value >> 31)));
  let [before] = ring;
  const start = before;
  let text = '';
  for (const point of ring) {
    text += characters(point[0] - before[0]) + characters(point[1] - before[1]);
    before = point;
  }
  return { text, start };
}

/** On the grid, without points that fall together. */
function onGrid(ring) {
  const points = ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]);
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
}

function polygonsOf({ geometry }, isPacked) {
  const { type, coordinates, encodeOffsets } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const offsets = type === 'Polygon' ? [encodeOffsets] : encodeOffsets;
  return polygons.map((rings, at) =>
    rings.map((ring, place) => (isPacked ? unpacked(ring, offsets[at][place]) : ring)),
  );
}

function mapOf({ features, UTF8Encoding }, parent) {
  const drawn = features.map((feature) => {
    const { name, cp } = feature.properties;
    const division = divisionNamed(name, parent);
    const polygons = polygonsOf(feature, UTF8Encoding)
      .map((rings) => rings.map(onGrid).filter((ring) => ring.length > 0))
      .filter((rings) => rings.length > 0);
    // Islets smaller than a step; of a division that is nothing else they stay.
    const large = polygons.filter(([outline]) => outline.length > 4);
    const kept = (large.length > 0 ? large : polygons).map((rings) => rings.map(packed));
    return {
      type: 'Feature',
      properties: {
        name: division?.name ?? name,
        code: division?.code ?? '',
        cp: cp?.map((value) => Math.round(value * 100) / 100),
        // Its land is the successor's since.
        ...(division?.successor && { until: division.existsTo, successor: division.successor }),
      },
      geometry: {
        type: 'MultiPolygon',
        coordinates: kept.map((rings) => rings.map(({ text }) => text)),
        encodeOffsets: kept.map((rings) => rings.map(({ start }) => start)),
      },
    };
  });
  return { type: 'FeatureCollection', UTF8Encoding: true, UTF8Scale: scale, features: drawn.filter(hasOutline) };
}

const hasOutline = ({ geometry }) => geometry.coordinates.length > 0;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-maps-'));
try {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', original, '--json'], { cwd: folder }));
  execFileSync('tar', ['xzf', filename], { cwd: folder });
  const source = join(folder, 'package');
  const read = (name) => JSON.parse(readFileSync(join(source, 'map/json', name), 'utf8'));
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const write = (code, map) => {
    writeFileSync(join(output, `${code}.json`), JSON.stringify(map));
    const without = map.features.filter(({ properties }) => properties.code === '');
    if (without.length > 0)
      console.log(
        `${code}: no division here is called ${without.map(({ properties }) => properties.name).join(', ')}.`,
      );
  };
  write('000000', mapOf(read('china.json'), '000000'));
  for (const [code, name] of Object.entries(files)) write(code, mapOf(read(`province/${name}.json`), code));
  for (const name of ['LICENSE', 'NOTICE']) cpSync(join(source, name), join(output, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
