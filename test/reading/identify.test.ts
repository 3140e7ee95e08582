/**
 * Documents made up in the shapes of real ones, with real places and no other fact: what stands here as a title,
 * an opening or a signature was written for these tests.
 */
import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { BadInput } from '../../src/report/bad-input.js';
import { noSurroundings, type SourceText, type Surroundings } from '../../src/reading/document.js';
import { gridOf } from '../../src/reading/grid.js';
import { readHtml } from '../../src/reading/html.js';
import { type Identity, identify, type Stated } from '../../src/reading/identify.js';
import { readPdf } from '../../src/reading/pdf/read.js';
import { splitReports } from '../../src/reading/split.js';
import { readText } from '../../src/reading/text.js';
import { rows } from '../../src/template/figures.js';
import { wordings } from '../../src/template/form.js';
import { describeWithSharedData } from '../shared-data.js';

interface Made extends Partial<Surroundings> {
  /** Lines before 一、总体情况. */
  head?: string[];
  /** Prose of chapter one. */
  prose?: string;
  /** Lines after the last chapter. */
  end?: string[];
  name?: string;
  folders?: string[];
  stated?: Stated;
  /** Without the form's tables, or with empty ones. */
  form?: 'none' | 'empty';
}

const formRows = (value: string) => gridOf(rows.map(({ row }) => [wordings(row)[0] ?? '', value, value]));

function made({
  head = [],
  prose = '',
  end = [],
  name = 'source.html',
  folders = [],
  stated,
  form,
  ...around
}: Made): Identity {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
  const source: SourceText = {
    blocks: [
      ...head.map(paragraph),
      ...(form === 'none' ? [] : [paragraph('一、总体情况')]),
      ...(prose === '' ? [] : [paragraph(prose)]),
      ...(form === 'none'
        ? []
        : [formRows(form === 'empty' ? '' : '0'), paragraph('六、其他需要报告的事项'), paragraph('无。')]),
      ...end.map(paragraph),
    ],
    surroundings: { ...noSurroundings(), ...around },
  };
  return identify(source, { name, folders }, stated);
}

const period = (year: number) => `本年度报告所列数据统计期限自${year}年1月1日起至${year}年12月31日止。`;

/** What was met, the document, agency, division, year. */
const recognised: [string, Made, string, string, number][] = [
  [
    'agency and title on two lines',
    { head: ['吴忠市利通区统计局', '2020 年政府信息公开工作年度报告'] },
    '吴忠市利通区统计局',
    '640302',
    2020,
  ],
  ['one line', { head: ['沭阳县发展和改革局2023年政府信息公开年度报告'] }, '沭阳县发展和改革局', '321322', 2023],
  [
    'year first',
    { head: ['2024年长春市南关区永吉街道办事处政府信息公开工作年度报告'] },
    '长春市南关区永吉街道办事处',
    '220102',
    2024,
  ],
  [
    'title broken inside a word',
    { head: ['金湖县财政局2024年度政府', '信息公开工作年度报告'] },
    '金湖县财政局',
    '320831',
    2024,
  ],
  [
    'whole title twice',
    { head: ['金湖县审计局2022年政府信息公开工作年度报告', '金湖县审计局2022年政府信息公开工作年度报告'] },
    '金湖县审计局',
    '320831',
    2022,
  ],
  [
    'a blank before the year',
    { head: ['平潭综合实验区公安局 2022年度 政府信息公开工作年度报告'] },
    '平潭综合实验区公安局',
    '350128',
    2022,
  ],
  [
    'a zone by its place',
    { head: ['平潭综合实验区海坛片区管理局2024年度政府信息公开工作年度报告'] },
    '平潭综合实验区海坛片区管理局',
    '350128',
    2024,
  ],
  [
    'a zone alone',
    { head: ['平潭综合实验区2024年度政府信息公开工作年度报告'] },
    '平潭综合实验区管理委员会',
    '350128',
    2024,
  ],
  [
    'a zone of a city',
    { head: ['石家庄高新区行政审批局2021年政府信息公开工作年度报告'] },
    '石家庄高新区行政审批局',
    '130100',
    2021,
  ],
  ['a zone by alias', { head: ['西咸新区公安局2021年政府信息公开工作年度报告'] }, '西咸新区公安局', '610100', 2021],
  ['关于…的报告', { head: ['德清县民政局关于2022年度政府信息公开情况的报告'] }, '德清县民政局', '330521', 2022],
  ['关于…的年度报告', { head: ['德清县司法局关于2021年度政府信息公开工作的年度报告'] }, '德清县司法局', '330521', 2021],
  ['工作年报', { head: ['义乌市水务局2021年政府信息公开工作年报'] }, '义乌市水务局', '330782', 2021],
  ['信息公开 alone', { head: ['义乌市商务局2023年信息公开工作年度报告'] }, '义乌市商务局', '330782', 2023],
  ['政务公开年报', { head: ['固阳县林业和草原局2020年政府政务公开年报'] }, '固阳县林业和草原局', '150222', 2020],
  ['cut to 工作年度报告', { head: ['固阳县教育局2022年工作年度报告'] }, '固阳县教育局', '150222', 2022],
  [
    'a letter that hands it in',
    { head: ['平潭综合实验区行政审批局关于报送2020年政府信息公开工作年度报告的函'] },
    '平潭综合实验区行政审批局',
    '350128',
    2020,
  ],
  ['in 《》', { head: ['《昆山市气象局2021年政府信息公开工作年度报告》'] }, '昆山市气象局', '320583', 2021],
  ['the year in words', { head: ['昆山市统计局二〇二一年政府信息公开工作年度报告'] }, '昆山市统计局', '320583', 2021],
  [
    'the year in brackets behind',
    { head: ['昆山市体育局政府信息公开工作年度报告（2022年）'] },
    '昆山市体育局',
    '320583',
    2022,
  ],
  [
    'the year on its own line below',
    { head: ['昆山市档案局政府信息公开工作年度报告', '（2023年度）'] },
    '昆山市档案局',
    '320583',
    2023,
  ],
  ['the agency below', { head: ['2023年政府信息公开工作年度报告', '昆山市公安局'] }, '昆山市公安局', '320583', 2023],
  ['a short form', { head: ['2024 年上海市科委政府信息公开工作', '年度报告'] }, '上海市科学技术委员会', '310000', 2024],
  [
    '政府 for 人民政府',
    { head: ['2021年杭州市西湖区政府办公室政府信息公开工作年度报告'] },
    '杭州市西湖区人民政府办公室',
    '330106',
    2021,
  ],
  [
    'a government whose name runs into the title',
    { head: ['沭阳县人民政府信息公开工作年度报告（2021年）'] },
    '沭阳县人民政府',
    '321322',
    2021,
  ],
  ['a place alone', { head: ['2019年上海市政府信息公开工作年度报告'] }, '上海市人民政府', '310000', 2019],
  [
    'a district alone',
    { head: ['洪泽区人民政府', '2023 年政府信息公开工作年度报告'] },
    '淮安市洪泽区人民政府',
    '320813',
    2023,
  ],
  [
    'a district of 上海 alone',
    { head: ['浦东新区教育局2023年政府信息公开工作年度报告'] },
    '上海市浦东新区教育局',
    '310115',
    2023,
  ],
  ['a stem', { head: ['宁夏财政厅2022年政府信息公开工作年度报告'] }, '宁夏回族自治区财政厅', '640000', 2022],
  [
    'an autonomous prefecture cut short',
    { head: ['恩施州统计局2022年政府信息公开工作年度报告'] },
    '恩施州统计局',
    '422800',
    2022,
  ],
  [
    'a county of 重庆',
    { head: ['石柱土家族自治县民族宗教事务委员会2022年政府信息公开工作年度报告'] },
    '石柱土家族自治县民族宗教事务委员会',
    '500240',
    2022,
  ],
  [
    'a county directly under its province',
    { head: ['仙桃市审计局2022年政府信息公开工作年度报告'] },
    '仙桃市审计局',
    '429004',
    2022,
  ],
  [
    'a city without districts',
    { head: ['东莞市虎门镇人民政府2022年政府信息公开工作年度报告'] },
    '东莞市虎门镇人民政府',
    '441900',
    2022,
  ],
  [
    'province and county',
    { head: ['浙江省义乌市统计局2022年政府信息公开工作年度报告'] },
    '浙江省义乌市统计局',
    '330782',
    2022,
  ],
  [
    'a town with a province’s name',
    { head: ['衢州市衢江区湖南镇人民政府2021年政府信息公开工作年度报告'], url: 'https://dj.longwan.gov.cn/art/1.html' },
    '衢州市衢江区湖南镇人民政府',
    '330803',
    2021,
  ],
  [
    'a town with a city’s name',
    { head: ['天门镇2021年政府信息公开工作年度报告'], issuers: ['铜陵市义安区天门镇人民政府'] },
    '铜陵市义安区天门镇人民政府',
    '340706',
    2021,
  ],
  [
    'a town without 人民政府',
    { head: ['吴忠市利通区金银滩镇2021年政府信息公开工作年度报告'] },
    '吴忠市利通区金银滩镇人民政府',
    '640302',
    2021,
  ],
  [
    'the city’s bureau in a county',
    { head: ['内江市隆昌生态环境局2021年政府信息公开工作年度报告'] },
    '内江市隆昌生态环境局',
    '511083',
    2021,
  ],
  [
    'a police branch',
    { head: ['杭州市公安局滨江区分局2022年政府信息公开工作年度报告'] },
    '杭州市公安局滨江区分局',
    '330108',
    2022,
  ],
  [
    'a branch by a stem',
    { head: ['杭州市生态环境局西湖分局2022年政府信息公开工作年度报告'] },
    '杭州市生态环境局西湖分局',
    '330106',
    2022,
  ],
  [
    'a tax office',
    { head: ['国家税务总局沭阳县税务局2022年政府信息公开工作年度报告'] },
    '国家税务总局沭阳县税务局',
    '321322',
    2022,
  ],
  [
    'the page’s title only',
    { head: [period(2022), '我局认真落实。'], title: '固阳县民政局2022年政府信息公开工作年度报告_固阳县人民政府' },
    '固阳县民政局',
    '150222',
    2022,
  ],
  [
    'the file’s name only',
    { head: [period(2025)], name: '沭阳县水利局2025年政府信息公开工作年度报告-沭阳县人民政府.txt' },
    '沭阳县水利局',
    '321322',
    2025,
  ],
  [
    'issuer in the metadata',
    { head: ['2022年政府信息公开工作年度报告'], issuers: ['沭阳县民政局'] },
    '沭阳县民政局',
    '321322',
    2022,
  ],
  [
    'issuer cut short, place in the breadcrumbs',
    {
      head: ['2022年政府信息公开工作年度报告'],
      issuers: ['县农业农村局'],
      breadcrumbs: ['首页', '沭阳县人民政府', '年度报告'],
    },
    '沭阳县农业农村局',
    '321322',
    2022,
  ],
  [
    '区统计局 by the address',
    { head: ['区统计局2020年政府信息公开工作年度报告', '联系地址：吴忠市利通区政府大院'] },
    '吴忠市利通区统计局',
    '640302',
    2020,
  ],
  [
    '统计局 by the full name in the contact paragraph',
    { head: ['统计局2020年政府信息公开工作年度报告', '如有疑问，请与吴忠市利通区统计局办公室联系。'] },
    '吴忠市利通区统计局',
    '640302',
    2020,
  ],
  [
    '统计局 by the folder',
    { head: ['统计局2020年政府信息公开工作年度报告'], folders: ['沭阳县'] },
    '沭阳县统计局',
    '321322',
    2020,
  ],
  [
    '市交通局 by the site code',
    { head: ['市交通局2020年政府信息公开工作年度报告'], siteCodes: ['3205830001'] },
    '昆山市交通局',
    '320583',
    2020,
  ],
  [
    '县教育局 by a credit code',
    { head: ['县教育局2020年政府信息公开工作年度报告'], siteCodes: ['11321322014304123X'] },
    '沭阳县教育局',
    '321322',
    2020,
  ],
  [
    'a scenic area’s bureau named in full in the text',
    { head: ['市场监督管理局2020年政府信息公开工作年度报告', '本报告由九华山风景区市场监督管理局编制。'] },
    '九华山风景区市场监督管理局',
    '341700',
    2020,
  ],
  [
    '局 lost',
    { head: ['泉州市洛江区教育2021年政府信息公开工作年度报告', '泉州市洛江区教育局编制本报告。'] },
    '泉州市洛江区教育局',
    '350504',
    2021,
  ],
  [
    '和平区 by the city',
    { head: ['和平区民政局2022年政府信息公开工作年度报告', '地址：沈阳市和平区'] },
    '沈阳市和平区民政局',
    '210102',
    2022,
  ],
  [
    '和平区 by the telephone',
    { head: ['和平区民政局2022年政府信息公开工作年度报告', '联系电话：022-27123456'] },
    '天津市和平区民政局',
    '120101',
    2022,
  ],
  [
    '鼓楼区 by the telephone',
    { head: ['鼓楼区统计局2022年政府信息公开工作年度报告', '联系电话：0516-87654321'] },
    '徐州市鼓楼区统计局',
    '320302',
    2022,
  ],
  [
    '鼓楼区 by the signature',
    { head: ['鼓楼区统计局2022年政府信息公开工作年度报告'], end: ['南京市鼓楼区统计局', '2023年1月20日'] },
    '南京市鼓楼区统计局',
    '320106',
    2022,
  ],
  [
    '朝阳区 by the postal code',
    { head: ['朝阳区财政局2022年政府信息公开工作年度报告', '邮政编码：130012'] },
    '长春市朝阳区财政局',
    '220104',
    2022,
  ],
  [
    '西湖区 by the folder',
    { head: ['西湖区财政局2022年政府信息公开工作年度报告'], folders: ['江西', '南昌'] },
    '南昌市西湖区财政局',
    '360103',
    2022,
  ],
  [
    '城关区 by the site code',
    { head: ['城关区财政局2022年政府信息公开工作年度报告'], siteCodes: ['6201020001'] },
    '兰州市城关区财政局',
    '620102',
    2022,
  ],
  [
    '新华区 by the breadcrumbs',
    { head: ['新华区财政局2022年政府信息公开工作年度报告'], breadcrumbs: ['沧州市', '新华区'] },
    '沧州市新华区财政局',
    '130902',
    2022,
  ],
  [
    'a division of 2019',
    { head: ['杭州市下城区民政局2019年政府信息公开工作年度报告'] },
    '杭州市下城区民政局',
    '330103',
    2019,
  ],
  [
    'the same name under two codes',
    { head: ['三明市三元区民政局2020年政府信息公开工作年度报告'] },
    '三明市三元区民政局',
    '350403',
    2020,
  ],
  [
    'the later of the two',
    { head: ['三明市三元区民政局2021年政府信息公开工作年度报告'] },
    '三明市三元区民政局',
    '350404',
    2021,
  ],
  [
    'a former name',
    { head: ['邢台市桥东区民政局2019年政府信息公开工作年度报告'] },
    '邢台市桥东区民政局',
    '130502',
    2019,
  ],
  [
    'abolished in the year after',
    { head: ['重庆市渝北区民政局2025年政府信息公开工作年度报告'] },
    '重庆市渝北区民政局',
    '500112',
    2025,
  ],
  ['traditional characters', { head: ['嘉興市財政局2020年政府信息公開工作年度報告'] }, '嘉兴市财政局', '330400', 2020],
  [
    'the year from the period',
    { head: ['昆山市教育局政府信息公开工作年度报告', period(2021)] },
    '昆山市教育局',
    '320583',
    2021,
  ],
  [
    'the year from the opening',
    { head: ['昆山市教育局政府信息公开工作年度报告', '现公布我局2021年度政府信息公开工作年度报告。'] },
    '昆山市教育局',
    '320583',
    2021,
  ],
  [
    'the title before a lost period',
    { head: ['泉州市洛江区教育局2021年政府信息公开工作年度报告', '期限自20211月1日至202112月31日。'] },
    '泉州市洛江区教育局',
    '350504',
    2021,
  ],
  [
    'years in prose',
    {
      head: ['金湖县水务局2022年政府信息公开工作年度报告'],
      prose: '2021年我局受理0件，2020年度政府信息公开工作年度报告。',
    },
    '金湖县水务局',
    '320831',
    2022,
  ],
  [
    'a misprinted place, right in the file’s name',
    {
      head: ['沐阳县人民政府2025年政府信息公开工作年度报告'],
      name: '沭阳县人民政府2025年政府信息公开工作年度报告.txt',
    },
    '沭阳县人民政府',
    '321322',
    2025,
  ],
  [
    'stated agency, division and year',
    { head: ['我局工作年度报告'], stated: { agency: '昆山市统计局', division: '320583', year: 2021 } },
    '昆山市统计局',
    '320583',
    2021,
  ],
  [
    'stated division',
    { head: ['鼓楼区统计局2022年政府信息公开工作年度报告'], stated: { division: '350102' } },
    '福州市鼓楼区统计局',
    '350102',
    2022,
  ],
  [
    'stated agency with one place',
    { head: ['2022年政府信息公开工作年度报告'], stated: { agency: '金湖县统计局' } },
    '金湖县统计局',
    '320831',
    2022,
  ],
  [
    'a page’s menus above the title',
    {
      head: [
        ...Array.from({ length: 70 }, (_, at) => `菜单${at}`),
        '政府信息公开年报',
        '金湖县教育局2023年政府信息公开工作年度报告',
      ],
    },
    '金湖县教育局',
    '320831',
    2023,
  ],
  [
    'other years’ reports listed above',
    {
      head: [
        '金湖县教育局2022年政府信息公开工作年度报告',
        '2023-01-10',
        '金湖县教育局2021年政府信息公开工作年度报告',
        '2022-01-10',
        '金湖县教育局2023年政府信息公开工作年度报告',
        '2024-01-12',
      ],
    },
    '金湖县教育局',
    '320831',
    2023,
  ],
  [
    'other years’ reports listed below',
    {
      head: ['金湖县教育局2023年政府信息公开工作年度报告', '金湖县教育局2022年政府信息公开工作年度报告'],
      title: '金湖县教育局2023年政府信息公开工作年度报告_金湖县人民政府',
    },
    '金湖县教育局',
    '320831',
    2023,
  ],
  ['an annex', { head: ['附件：金湖县教育局2023年政府信息公开工作年度报告'] }, '金湖县教育局', '320831', 2023],
  [
    'a document number above',
    { head: ['金财〔2024〕3号', '金湖县财政局', '关于报送2023年政府信息公开工作年度报告的报告', '县政务公开办：'] },
    '金湖县财政局',
    '320831',
    2023,
  ],
  [
    'a department of the country',
    { head: ['国家发展和改革委员会2020年政府信息公开工作年度报告'] },
    '国家发展和改革委员会',
    '000000',
    2020,
  ],
  [
    'the country’s office in a place',
    { head: ['中国证监会北京监管局2023年政府信息公开工作年度报告'] },
    '中国证监会北京监管局',
    '110000',
    2023,
  ],
  [
    '省 before the function, its name in the page’s title',
    {
      head: ['省卫生健康委2020年政府信息公开工作年度报告'],
      title: '省卫生健康委2020年政府信息公开工作年度报告_湖北省人民政府',
    },
    '湖北省卫生健康委员会',
    '420000',
    2020,
  ],
  [
    '市教育局 whose address lies in a district',
    { head: ['市教育局2020年政府信息公开工作年度报告', '地址：嘉兴市南湖区某路1号，电话：0573-82000000。'] },
    '嘉兴市教育局',
    '330400',
    2020,
  ],
  [
    '教育局 of a text that is at home in a county',
    { head: ['教育局2020年政府信息公开工作年度报告', '县委县政府高度重视，全县统一部署。地址：海盐县武原街道。'] },
    '海盐县教育局',
    '330424',
    2020,
  ],
  [
    'a subdistrict by the address',
    { head: ['永吉街道办事处2020年政府信息公开工作年度报告', '地址：长春市南关区'] },
    '长春市南关区永吉街道办事处',
    '220102',
    2020,
  ],
  [
    'a zone with a lake in its name',
    { head: ['武汉东湖新技术开发区2022年政府信息公开工作年度报告'] },
    '武汉东湖新技术开发区管理委员会',
    '420100',
    2022,
  ],
  [
    'an office of the government’s, announced in the opening',
    {
      head: [
        '现公布金湖县人民政府地方志办公室2023年政府信息公开工作年度报告。',
        '请与金湖县人民政府地方志办公室联系。',
      ],
    },
    '金湖县人民政府地方志办公室',
    '320831',
    2023,
  ],
  [
    'a government announced with the year first',
    { head: ['按照规定,现公布2023年淮安市洪泽区人民政府信息公开工作年度报告。', '如有疑问,请与洪泽区政府办联系。'] },
    '淮安市洪泽区人民政府',
    '320813',
    2023,
  ],
  [
    'a town as the subject of the first sentence, on the site of its district',
    {
      head: [
        '常太镇2019年政府信息公开年度报告是根据有关规定编制的。电子版可在城厢区人民政府信息公开专栏下载。地址：莆田市城厢区常太镇某路1号。',
      ],
    },
    '莆田市城厢区常太镇人民政府',
    '350302',
    2019,
  ],
  [
    'a tax office, long and short',
    {
      head: [
        '结合国家税务总局芜湖市镜湖区税务局（以下简称“镜湖区税务局”）有关数据编制2022年政府信息公开工作年度报告。',
        '见《芜湖市人民政府办公室关于编制年度报告的通知》。',
      ],
    },
    '国家税务总局芜湖市镜湖区税务局',
    '340202',
    2022,
  ],
  [
    'the year below the first heading',
    { head: ['金湖县审计局', '政府信息公开工作年度报告'], prose: '现公布我局2022年政府信息公开工作年度报告。' },
    '金湖县审计局',
    '320831',
    2022,
  ],
  [
    'a branch of a bureau, where questions are answered',
    {
      head: [
        '本报告按规定编制，统计期限为2022年1月1日至2022年12月31日。',
        '如有疑问，请与杭州市公安局滨江区分局联系。',
      ],
      prose: '2022年依法公开。',
    },
    '杭州市公安局滨江区分局',
    '330108',
    2022,
  ],
  [
    'a picture’s title below the title',
    {
      head: [
        '温州市公安局鹿城区分局2021年政府信息公开工作年度报告',
        '（图解）温州市公安局鹿城区分局2021年政府信息公开工作年度报告',
      ],
    },
    '温州市公安局鹿城区分局',
    '330302',
    2021,
  ],
  [
    'a town whose county stands with its name alone',
    { head: ['大坡乡人民政府2024年政府信息公开工作年度报告'], prose: '通过公众号“融安县大坡乡”发布信息。' },
    '融安县大坡乡人民政府',
    '450224',
    2024,
  ],
  [
    'the department that acts in chapter one',
    { head: ['现公布2019年度我局信息公开工作年度报告。'], prose: '今年以来，荣昌区林业局认真落实区委、区政府要求。' },
    '重庆市荣昌区林业局',
    '500153',
    2019,
  ],
  [
    'a department as its trade',
    { head: ['江苏省徐州市气象部门2022年政府信息公开工作年度报告', '按照要求，徐州市气象局编制本报告。'] },
    '江苏省徐州市气象局',
    '320300',
    2022,
  ],
  [
    'a department as its system',
    { head: ['重庆市市场监管系统2023年政府信息公开工作年度报告'], prose: '落实市场监管总局部署。' },
    '重庆市市场监督管理局',
    '500000',
    2023,
  ],
  ['乾 is not 干', { head: ['乾安县统计局2021年政府信息公开工作年度报告'] }, '乾安县统计局', '220723', 2021],
];

test('more than sixty shapes', () => expect(recognised.length).toBeGreaterThan(60));

test.each(recognised)('%s', (_, document, agency, division, year) => {
  const { agency: found, division: place, year: ofYear } = made(document);
  expect([found, place, ofYear]).toEqual([agency, division, year]);
});

describe('what is refused', () => {
  const report = '2022年政府信息公开工作年度报告';
  test.each<[string, Made, string, RegExp]>([
    ['only 我局', { head: [`我局${report}`] }, 'UNKNOWN_AGENCY', /No agency/],
    ['only 本报告', { head: [report, '我乡认真落实各项要求。'] }, 'UNKNOWN_AGENCY', /No agency/],
    [
      '和平区 without evidence',
      { head: [`和平区民政局${report}`] },
      'UNKNOWN_AGENCY',
      /天津市和平区 \(120101\).*沈阳市和平区 \(210102\)/,
    ],
    [
      '鼓楼区 without evidence',
      { head: [`鼓楼区统计局${report}`] },
      'UNKNOWN_AGENCY',
      /320106.*320302.*350102.*410204/,
    ],
    ['朝阳区 without evidence', { head: [`朝阳区统计局${report}`] }, 'UNKNOWN_AGENCY', /110105.*220104/],
    ['西湖区 without evidence', { head: [`西湖区统计局${report}`] }, 'UNKNOWN_AGENCY', /330106.*360103/],
    ['城关区 without evidence', { head: [`城关区统计局${report}`] }, 'UNKNOWN_AGENCY', /540102.*620102/],
    [
      '统计局 in a city’s district',
      { head: [`统计局${report}`, '地址：吴忠市利通区某路1号'] },
      'UNKNOWN_AGENCY',
      /利通区/,
    ],
    ['a place that does not exist', { head: [`测试市人民政府${report}`] }, 'UNKNOWN_AGENCY', /测试市/],
    ['a place that does not exist, alone', { head: [`测试市${report}`] }, 'UNKNOWN_AGENCY', /测试市/],
    [
      'the government’s office that answers questions, and no other',
      {
        head: [`本年度报告按规定编制。如有疑问，请与金湖县人民政府办公室联系（电话：0517-80000000）。`],
        name: `${report}.html`,
      },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    [
      'the office whose notice a bureau goes by',
      {
        head: [
          '根据瓯海区人民政府办公室《关于编制2024年度报告的通知》要求，现将2024年度政府信息公开工作年度报告如下：',
        ],
      },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    [
      'the government whose requirements are followed',
      { head: ['按照宽城区人民政府的相关工作要求，编制2021年政府信息公开工作年度报告。'] },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    [
      'an office in a report of 我局',
      { head: ['在鞍山市人民政府办公室网站公布2023年政府信息公开工作年度报告。'], prose: '我局受理0件。' },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    [
      'the office that compiles',
      { head: ['本报告由临沂高新区党政办公室按照要求编制，期限自2023年1月1日起至2023年12月31日止。'] },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    [
      'a town that quotes a bureau',
      { head: ['2023年政府信息公开工作年度报告'], prose: '我镇主动公开。2023年，沭阳县财政局在网站公开预算。' },
      'UNKNOWN_AGENCY',
      /No agency/,
    ],
    ['a zone that is not known', { head: [`高新区社会发展局${report}`] }, 'UNKNOWN_AGENCY', /高新区/],
    ['a brand', { head: [`uedbet体育:西柳镇人民政府${report}`] }, 'UNKNOWN_AGENCY', /uedbet/],
    ['a brand with digits', { head: [`365体育自然资源和规划局${report}`] }, 'UNKNOWN_AGENCY', /365/],
    ['a year of five digits', { head: ['金湖县水务局20222年度政府信息公开工作年度报告'] }, 'UNKNOWN_YEAR', /20222年度/],
    ['no year', { head: ['金湖县水务局政府信息公开工作年度报告'] }, 'UNKNOWN_YEAR', /no year/],
    [
      'a notice',
      { head: ['关于做好2022年政府信息公开工作年度报告编制工作的通知', '各镇人民政府：'], form: 'none' },
      'NOT_A_REPORT',
      /notice/,
    ],
    ['rules', { head: ['沭阳县政府信息公开工作年度报告制度'], form: 'none' }, 'NOT_A_REPORT', /./],
    ['half a year', { head: ['普陀区2021年上半年政府信息公开工作统计'], form: 'none' }, 'NOT_A_REPORT', /上半年/],
    [
      'the empty form',
      { head: ['中华人民共和国政府信息公开工作年度报告格式'], form: 'empty' },
      'NOT_A_REPORT',
      /empty form/,
    ],
    ['another yearly table', { head: ['金湖县2021年行政执法统计年报'], form: 'none' }, 'NOT_A_REPORT', /执法/],
    [
      'an unknown stated division',
      { head: [`金湖县统计局${report}`], stated: { division: '999999' } },
      'UNKNOWN_AGENCY',
      /999999/,
    ],
  ])('%s', (_, document, reason, message) => {
    let refused: unknown = null;
    try {
      made(document);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(BadInput);
    expect(refused).toMatchObject({ reason, message: expect.stringMatching(message) as unknown });
  });
});

describe('scope', () => {
  test.each([
    ['2019年上海市政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['2020年上海市人民政府办公厅政府信息公开工作年度报告', 'OWN'],
    ['重庆市2020年政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['重庆市人民政府机关2020年政府信息公开工作年度报告', 'OWN'],
    ['嘉兴市人民政府2023年度政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['子长市人民政府2023年政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['上海市浦东新区2023年政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['平潭综合实验区管理委员会2023年政府信息公开工作年度报告', 'CONSOLIDATED'],
    ['平潭综合实验区管委会办公室2023年政府信息公开工作年度报告', 'OWN'],
    ['吴忠市利通区金银滩镇人民政府2023年政府信息公开工作年度报告', 'OWN'],
    ['北京市城市管理委员会2023年政府信息公开工作年度报告', 'OWN'],
    ['江川区路居镇2023年政府信息公开工作年度报告', 'OWN'],
  ])('%s is %s', (title, scope) => {
    expect(made({ head: [title], prose: '全市、全区、全镇共受理申请0件。' }).scope).toBe(scope);
  });

  test('a department that reports for its system is its own, with a warning', () => {
    const { scope, findings } = made({
      head: ['内蒙古自治区市场监督管理局2021年政府信息公开工作年度报告', '本报告数据含自治区药监局。'],
    });
    expect([scope, findings.map(({ rule, severity }) => [rule, severity])]).toEqual([
      'OWN',
      [['system-report', 'WARNING']],
    ]);
  });
});

describe('findings of the year', () => {
  const rules = (document: Made) => made(document).findings.map(({ rule, message }) => `${rule}: ${message}`);
  test.each<[string, Made, RegExp]>([
    [
      'the title wins over the period',
      { head: ['金湖县水务局2021年政府信息公开工作年度报告', period(2020)] },
      /^year-conflict: .*2021.*2020/,
    ],
    [
      'the year stands in the address alone',
      { head: ['金湖县水务局政府信息公开工作年度报告'], url: 'https://a.gov.cn/x.jsp?area=1&fbtime=2023' },
      /^year-conflict: .*2023/,
    ],
    [
      'the stated year wins over the title',
      { head: ['金湖县水务局2021年政府信息公开工作年度报告'], stated: { year: 2022 } },
      /^year-conflict: .*2021.*2022/,
    ],
  ])('%s', (_, document, expected) => {
    const [first, ...others] = rules(document);
    expect(first).toMatch(expected);
    expect(others).toEqual([]);
  });
  test('none where all agree', () => {
    expect(rules({ head: ['金湖县水务局2021年政府信息公开工作年度报告', period(2021)] })).toEqual([]);
  });
});

describe('the date of publication', () => {
  const title = '金湖县水务局2021年政府信息公开工作年度报告';
  test.each<[string, Made, string | null]>([
    ['metadata', { head: [title], publishedOn: '2022-01-25 10:30', end: ['2022年1月20日'] }, '2022-01-25'],
    ['under the title', { head: [title, '（2022年1月23日）'] }, '2022-01-23'],
    ['labelled', { head: [title, '发布日期：2022-1-5 来源：县政府 浏览次数：3'] }, '2022-01-05'],
    ['at the end', { head: [title], end: ['金湖县水务局2022年1月18日'] }, '2022-01-18'],
    ['in words', { head: [title], end: ['二〇二二年一月十二日'] }, '2022-01-12'],
    ['the day of a visit is none', { head: ['今天是2025年12月30日 星期二', title] }, null],
    ['before the end of the year is none', { head: [title, '（2021年1月25日）'] }, null],
    ['long after', { head: [title], publishedOn: '2022/09/07' }, '2022-09-07'],
    ['a day that does not exist', { head: [title], end: ['2022年2月30日'] }, null],
    ['the end of a sentence is none', { head: [title], end: ['截至2022年1月3日，无。'] }, null],
    ['none', { head: [title] }, null],
  ])('%s', (_, document, expected) => expect(made(document).publishedOn).toBe(expected));
});

describeWithSharedData('the real reports', (data) => {
  test('agency, division, year, scope and date of each', async () => {
    const readers: Record<string, (bytes: Uint8Array) => SourceText | Promise<SourceText>> = {
      txt: readText,
      md: readText,
      html: readHtml,
      pdf: readPdf,
    };
    let read = 0;
    for (const folder of await readdir(data)) {
      if (!folder.startsWith('f')) continue;
      const files = await readdir(new URL(`${folder}/`, data));
      const name = files.find((file) => file.startsWith('source.'));
      const reader = readers[name?.split('.')[1] ?? ''];
      if (name === undefined || reader === undefined) continue;
      const json = async (file: string): Promise<unknown> =>
        JSON.parse(await readFile(new URL(`${folder}/${file}`, data), 'utf8'));
      const expected = (await json('figures.json')) as Partial<Identity>;
      const source = await reader(await readFile(new URL(`${folder}/${name}`, data)));
      const identified = () => identify(source, { name, folders: [folder] });
      read += 1;
      expect(splitReports(source)).toEqual([source]);
      if (expected.agency === '测试市人民政府') {
        expect(identified).toThrow(/测试市/);
        continue;
      }
      const { agency, division, year, scope, publishedOn = null } = expected;
      expect(identified()).toMatchObject({ agency, division, year, scope, publishedOn, findings: [] });
    }
    expect(read).toBeGreaterThanOrEqual(9);
  });
});
