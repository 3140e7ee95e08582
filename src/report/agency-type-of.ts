import type { AgencyType } from './agency-type.js';

/**
 * Function words in the names of agencies, today's and those from before the reform of 2018. The first in a name
 * decides, the longest of those that begin together: 规划和自然资源局 by 规划, 住房公积金 not by 住房.
 */
const functionWords: readonly (readonly [AgencyType, string])[] = [
  ['DEVELOPMENT_AND_REFORM', '发展和改革|发展与改革|发展改革|改革和发展|改革发展|发改|经济发展|计划委员会|物价'],
  ['EDUCATION', '教育|教体|教委|教科|语言文字'],
  ['SCIENCE_AND_TECHNOLOGY', '科学技术|科学和技术|科技|科委|科创|科学城'],
  ['INDUSTRY_AND_INFORMATION', '工业和信息化|工业与信息化|工业信息化|工业和科技|经济和信息化|经济与信息化|经济信息化'],
  [
    'INDUSTRY_AND_INFORMATION',
    '经济信息|经信|工信|经济贸易|经济和贸易|经贸|经济商务|经济和商务|中小企业|民营经济|工业|国防科技|无线电',
  ],
  ['ETHNIC_AND_RELIGIOUS_AFFAIRS', '民族|宗教|民宗'],
  ['PUBLIC_SECURITY', '公安|交警|交通警察|警务|特警|巡警|出入境'],
  ['CIVIL_AFFAIRS', '民政(?!务|府)|老龄|社会组织'],
  ['JUSTICE', '司法|法制|监狱|戒毒|强制隔离'],
  ['FINANCE', '财政|财金|财经'],
  ['HUMAN_RESOURCES', '人力资源|人社|社会保险|社保|劳动|人事|公务员|就业|人才'],
  ['NATURAL_RESOURCES', '自然资源|国土|土地|规划|自规|资规|不动产|地质|矿产|海洋|测绘'],
  ['ECOLOGY_AND_ENVIRONMENT', '生态环境|生态和环境|生态保护|环境保护|环保|环境监'],
  ['HOUSING_AND_CONSTRUCTION', '住房|住建|城乡建设|城市建设|城建|建设|建委|建筑|房产|房屋|房管|房地产|人居环境'],
  ['TRANSPORT', '交通|公路|道路运输|运输|港口|港航|港务|航道|航务|铁路|民航|海事'],
  ['WATER', '水利|水务|水文|水库|灌区|河务|南水北调|移民'],
  ['AGRICULTURE', '农业|农村|农牧|农林|农机|农办|农委|农经|畜牧|兽医|渔业|水产|蚕桑|农垦'],
  ['COMMERCE', '商务|商委|商业|贸易|口岸|会展'],
  ['CULTURE_AND_TOURISM', '文化|旅游|文旅|文广|文体|文物|博物|体育旅游|体育和旅游|体育文化|体育和文化'],
  ['HEALTH', '卫生|卫健|卫计|计划生育|计生|人口|疾病预防|疾控|中医|健康'],
  ['VETERANS_AFFAIRS', '退役军人|军休|军干|双拥'],
  ['EMERGENCY_MANAGEMENT', '应急|安全生产|安监|防汛'],
  ['AUDIT', '审计'],
  ['FOREIGN_AFFAIRS', '外事|外办|侨务|侨办|港澳'],
  ['STATE_ASSETS', '国有资产|国资|国有企业'],
  [
    'MARKET_REGULATION',
    '市场监督|市场监管|市监|工商|质量技术监督|质监|质量监督|食品药品|食药|药品|药监|知识产权|市场和质量',
  ],
  ['STATISTICS', '统计|调查队|调查总队'],
  ['MEDICAL_INSURANCE', '医疗保障|医保|医疗保险'],
  ['FORESTRY', '林业|林草|园林|绿化|草原|国有林|森林|林场|自然保护区|国家公园'],
  ['URBAN_MANAGEMENT', '城市管理|城乡管理|城管|综合执法|综合行政执法|行政执法|市容|环境卫生|环卫|市政(?!务|府)'],
  [
    'GOVERNMENT_SERVICES',
    '行政审批|行政服务|政务服务|政务数据|政务和|政务信息|政务管理|政数|审批服务|大数据|数据|智慧城市',
  ],
  ['GOVERNMENT_SERVICES', '电子政务|数字|公共资源|营商环境|便民服务'],
  ['PETITIONS', '信访|群众来访'],
  ['CIVIL_DEFENSE', '人民防空|人防|民防|国防动员'],
  ['RURAL_REVITALIZATION', '乡村振兴|扶贫|脱贫'],
  ['INVESTMENT_PROMOTION', '投资促进|投资服务|投资合作|招商|经济合作|经济协作|经济技术合作|合作交流|投促'],
  ['SPORTS', '体育'],
  ['FINANCIAL_AFFAIRS', '金融'],
  ['RADIO_AND_TELEVISION', '广播|广电|电视|新闻出版'],
  ['GRAIN_AND_RESERVES', '粮食|粮储|物资储备|粮油'],
  ['GOVERNMENT_OFFICES_ADMINISTRATION', '机关事务|机关后勤|机关管理|接待|公共机构'],
  ['TAXATION', '税务|国税|地税|国家税务'],
  ['METEOROLOGY', '气象'],
  ['FIRE_AND_RESCUE', '消防'],
  ['HOUSING_FUND', '住房公积金|公积金'],
  ['SUPPLY_AND_MARKETING', '供销'],
  ['ARCHIVES', '档案|地方志|史志|方志|党史|志办'],
];
const functions = functionWords.map(([type, words]) => [type, new RegExp(words, 'gu')] as const);

/** What a development zone, a scenic area and the like is called by, at the end of its name. */
const areaWords =
  '(?:开发区|新区|实验区|示范区|试验区|高新区|经开区|经济区|合作区|保税区|保税港区|综保区|管理区|工业区|工业园|产业园|科技园|园区|' +
  '度假区|名胜区|风景区|旅游区|景区|港区|物流园|新城|片区|商务区|功能区|集聚区|集中区|开发园|行政委员会|行委)';
const area = new RegExp(`^.*${areaWords}(?=.)`, 'u');
const bareArea = new RegExp(`${areaWords}$`, 'u');
/** 管理委员会 of a function, not of an area. */
const functionalCommittee =
  /(?:监督|资产|城市|城乡|市容|市政|公积金|金融|编制|交通|运输|水资源|人口|房产|土地|安全生产|行政事务|体制改革)管理委员会$/u;

const townships =
  /(?:(?:镇|乡|苏木|街道|地区)(?:人民政府|政府|办事处|办|管理委员会)(?:.*办公室)?|[镇乡]|苏木|街道|(?<=.{2}里|.{2}路|.{2}东|.{2}西|.{2}港|.{2}庄)街)$/u;
const generalOffice =
  /(?:人民政府|政府|行政公署|行署|管理委员会|管委会|行政委员会|党工委)[、和与]?(?:办公厅|办公室|机关|综合办公室|党政办公室|党政综合办公室|办)(?:\(.*\)|（.*）)?$|府办公?室?$|党政(?:综合)?(?:办公室|办|部)$/u;
const governments = /(?:人民政府|政府|行政公署|行署|[省市县州盟旗]|自治区|(?:^|[^景园港新城片行])区)$/u;

/**
 * What an agency does, told from its name: 利通区统计局 is STATISTICS.
 *
 * An area's administration is a ZONE whatever it is called (管委会, 片区管理局); its office is a GENERAL_OFFICE, as a
 * government's; its bureaux go by their function. A bureau of several functions goes by the first.
 */
export function agencyTypeOf(name: string): AgencyType {
  const text = name.normalize('NFKC').replace(/\s/gu, '');
  if (generalOffice.test(text)) return 'GENERAL_OFFICE';
  if (townships.test(text) && !/驻.{1,6}办事处$/u.test(text)) return 'TOWNSHIP';
  if (/(?:管理委员会|管委会|行政委员会)$/u.test(text) && !functionalCommittee.test(text)) return 'ZONE';
  if (new RegExp(`${areaWords}(?:管理局|管理处|管理办公室|管理服务中心|办事处|建设管理局)$`, 'u').test(text))
    return 'ZONE';
  if (governments.test(text)) return 'GOVERNMENT';
  if (bareArea.test(text)) return 'ZONE';
  // 人民政府 has 民政 in it, and the kind of an area its technology, trade or tourism.
  const rest = text.replaceAll(/人民政府|生产建设兵团/gu, '').replace(area, '');
  return firstFunction(rest) ?? 'OTHER';
}

/** Whether a name ends with the area itself: 石家庄高新区, 平潭综合实验区. */
export const isBareArea = (name: string): boolean => bareArea.test(name);

/** Whether a text begins with the kind of an area and goes on: 高新区社会发展局, 综合实验区公安局. */
export const beginsWithArea = (text: string): boolean => area.test(text) || bareArea.test(text);

/** Whether the name is that of a town or subdistrict. */
export const isTownship = (name: string): boolean => agencyTypeOf(name) === 'TOWNSHIP';

function firstFunction(text: string): AgencyType | null {
  let best: { type: AgencyType; at: number; length: number } | null = null;
  for (const [type, words] of functions) {
    for (const { 0: word, index: at } of text.matchAll(words)) {
      if (best === null || at < best.at || (at === best.at && word.length > best.length)) {
        best = { type, at, length: word.length };
      }
    }
  }
  return best?.type ?? null;
}
