/** The agencies of a made-up division: named as real ones are, by its level, with what they mostly do. */
import type { Division } from '../division.js';
import { placePrefix } from '../recognise-agency.js';
import type { Random } from './random.js';

/** How much an agency has of what the form counts; 1 is a common bureau of a county. */
export interface Workload {
  applications: number;
  documents: number;
  licensing: number;
  penalties: number;
  coercion: number;
  fees: number;
  /** Bodies that make rules for their government, 规章. */
  regulations: number;
  /** How many such agencies have nothing to report but an application now and then. */
  idle: number;
}

export interface Agency {
  division: Division;
  /** From the first to the one of today; until: the last year under it. */
  names: readonly { name: string; until: number | null }[];
  /** CONSOLIDATED of the government of a division, OWN of all others. */
  isGovernment: boolean;
  /** The first and last year of its own, its division's apart; null where open. */
  existsFrom: number | null;
  existsTo: number | null;
  workload: Workload;
}

const none: Workload = {
  applications: 0,
  documents: 0,
  licensing: 0,
  penalties: 0,
  coercion: 0,
  fees: 0,
  regulations: 0,
  idle: 0.05,
};

interface Department {
  /** The name behind the place, by the level of its division; null where that level has none. */
  province: string | null;
  prefecture: string | null;
  district: string | null;
  workload: Partial<Workload>;
  /** An earlier name and the last year in which it was borne. */
  formerly?: { words: string; until: number };
  existsTo?: number;
}

/** The same at every level: 厅 of a province, 局 below. */
const bureau = (words: string, workload: Partial<Workload>): Department => ({
  province: `${words}厅`,
  prefecture: `${words}局`,
  district: `${words}局`,
  workload,
});
const all = (words: string, workload: Partial<Workload>): Department => ({
  province: words,
  prefecture: words,
  district: words,
  workload,
});
const above = (words: string, workload: Partial<Workload>): Department => ({ ...all(words, workload), district: null });

const departments: readonly Department[] = [
  { ...all('发展和改革委员会', { applications: 1.5, licensing: 150, documents: 2 }), district: '发展和改革局' },
  bureau('教育', { applications: 2, licensing: 60, documents: 2, penalties: 1, fees: 60 }),
  bureau('科学技术', { applications: 0.3 }),
  bureau('工业和信息化', { applications: 0.6, licensing: 15 }),
  { ...all('民族宗教事务局', { applications: 0.2, licensing: 8 }), province: '民族宗教事务委员会' },
  bureau('公安', { applications: 3, licensing: 20_000, penalties: 9_000, coercion: 400, fees: 90 }),
  bureau('民政', { applications: 1.2, licensing: 150, documents: 1.5, penalties: 1 }),
  bureau('司法', { applications: 0.8, licensing: 10, penalties: 0.3, regulations: 1 }),
  bureau('财政', { applications: 1.2, licensing: 10, documents: 1.5, penalties: 0.3 }),
  bureau('人力资源和社会保障', { applications: 2, licensing: 400, documents: 1.5, penalties: 5, fees: 3 }),
  {
    ...bureau('自然资源', { applications: 6, licensing: 900, penalties: 40, coercion: 2, fees: 150 }),
    prefecture: '自然资源和规划局',
  },
  bureau('生态环境', { applications: 1.5, licensing: 90, penalties: 60, coercion: 6 }),
  bureau('住房和城乡建设', { applications: 6, licensing: 500, documents: 2, penalties: 25, fees: 100 }),
  bureau('交通运输', { applications: 1.5, licensing: 3_000, penalties: 300, coercion: 20 }),
  bureau('水利', { applications: 0.8, licensing: 80, penalties: 10, coercion: 1, fees: 40 }),
  bureau('农业农村', { applications: 1.6, licensing: 200, penalties: 25, coercion: 2 }),
  bureau('商务', { applications: 0.5, licensing: 40 }),
  { ...bureau('文化和旅游', { applications: 0.5, licensing: 60, penalties: 10 }), district: '文化广电和旅游局' },
  all('卫生健康委员会', { applications: 1.5, licensing: 700, documents: 1.5, penalties: 90, coercion: 1, fees: 5 }),
  bureau('退役军人事务', { applications: 0.4 }),
  bureau('应急管理', { applications: 0.6, licensing: 150, penalties: 60, coercion: 3 }),
  bureau('审计', { applications: 0.4 }),
  above('外事办公室', { applications: 0.1 }),
  above('国有资产监督管理委员会', { applications: 0.5 }),
  all('市场监督管理局', { applications: 3, licensing: 8_000, documents: 1.5, penalties: 250, coercion: 15, fees: 4 }),
  all('统计局', { applications: 0.2, penalties: 2 }),
  all('医疗保障局', { applications: 0.4, penalties: 3 }),
  all('林业局', { applications: 0.6, licensing: 120, penalties: 15, fees: 10 }),
  { ...all('城市管理局', { applications: 3, licensing: 500, penalties: 500, coercion: 60 }), province: null },
  {
    ...all('政务服务管理局', { applications: 0.8, licensing: 4_000 }),
    district: '行政审批局',
    formerly: { words: '政务服务中心', until: 2019 },
  },
  all('信访局', { applications: 0.6 }),
  {
    ...all('国防动员办公室', { applications: 0.3, licensing: 40, fees: 50 }),
    formerly: { words: '人民防空办公室', until: 2022 },
  },
  {
    ...all('乡村振兴局', { applications: 0.4 }),
    formerly: { words: '扶贫开发办公室', until: 2020 },
    existsTo: 2023,
  },
  { ...all('投资促进局', { applications: 0.2 }), province: null },
  above('体育局', { applications: 0.3, licensing: 15 }),
  { ...above('地方金融监督管理局', { applications: 0.6, licensing: 5 }), existsTo: 2024 },
  { ...above('广播电视局', { applications: 0.3, licensing: 40 }), prefecture: null },
  above('粮食和物资储备局', { applications: 0.3, licensing: 10 }),
  all('机关事务管理局', { applications: 0.2 }),
  { ...above('住房公积金管理中心', { applications: 0.6, licensing: 0 }), province: null },
  { ...all('供销合作社联合社', { applications: 0.1 }), province: null },
];

/** Names that towns bear all over the country. */
const townNames = [
  ...['城关', '东关', '西关', '南关', '北关', '石桥', '青山', '龙泉', '双河', '太平', '永安', '新华', '和平', '解放'],
  ...['胜利', '红旗', '东风', '前进', '团结', '兴隆', '金山', '白云', '清泉', '大河', '三合', '高桥', '凤凰', '马站'],
  ...['沙河', '杨柳', '李庄', '王集', '张湾', '刘营', '陈店', '黄岭', '赵屯', '周坪', '柳林', '花园', '古城', '新店'],
];
/** Most towns publish figures of next to nothing. */
const townWorkload: Workload = { ...none, applications: 0.5, documents: 0.5, licensing: 5, penalties: 1, idle: 0.75 };

/**
 * All agencies of a division, its government first and its general office second; the random stream decides how many
 * towns it has and what they are called. `hasTowns`: of county level, or a city without districts.
 */
export function agenciesOf(division: Division, hasTowns: boolean, random: Random): Agency[] {
  const { level } = division;
  const prefix = placePrefix(division);
  const agency = (words: string, workload: Partial<Workload>, of: Partial<Agency> = {}): Agency => ({
    division,
    names: [{ name: prefix + words, until: null }],
    isGovernment: false,
    existsFrom: null,
    existsTo: null,
    workload: { ...none, documents: 0.5, ...workload },
    ...of,
  });
  const office = level === 'PROVINCE' ? '人民政府办公厅' : '人民政府办公室';
  const agencies: Agency[] = [
    agency('人民政府', {}, { isGovernment: true }),
    agency(office, { applications: 6, documents: 12, regulations: level === 'DISTRICT' ? 0 : 3 }),
  ];
  for (const { province, prefecture, district, workload, formerly, existsTo = null } of departments) {
    const words = level === 'PROVINCE' ? province : level === 'PREFECTURE' ? prefecture : district;
    if (words === null) continue;
    const own = level === 'DISTRICT' ? { ...workload, regulations: 0 } : workload;
    const names = [
      ...(formerly === undefined ? [] : [{ name: prefix + formerly.words, until: formerly.until }]),
      { name: prefix + words, until: null },
    ];
    agencies.push(agency(words, own, { existsTo, names }));
  }
  if (level !== 'PROVINCE' || random.chance(0.3)) {
    const zone = { applications: 2, documents: 1, licensing: 150, penalties: 10 };
    if (level !== 'DISTRICT' || random.chance(0.4)) agencies.push(agency('经济开发区管理委员会', zone));
  }
  if (hasTowns) agencies.push(...towns(division, agency, random));
  return agencies;
}

function towns(
  { name }: Division,
  agency: (words: string, workload: Partial<Workload>) => Agency,
  random: Random,
): Agency[] {
  const isUrban = /[市区]$/u.test(name);
  const count = Math.min(townNames.length, Math.max(6, Math.round(16 * random.factor(0.35))));
  return random
    .shuffled(townNames)
    .slice(0, count)
    .map((town) => {
      const kind = random.uniform();
      const words = kind < (isUrban ? 0.65 : 0.12) ? '街道办事处' : kind < 0.8 ? '镇人民政府' : '乡人民政府';
      return agency(town + words, townWorkload);
    });
}
