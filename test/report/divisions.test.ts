import { describe, expect, test } from '@jest/globals';
import {
  allDivisions,
  ancestors,
  divisionAt,
  divisionsOf,
  findDivisions,
  isWithin,
} from '../../src/report/divisions.js';

const codes = (...asked: Parameters<typeof findDivisions>) => findDivisions(...asked).map(({ code }) => code);
const today = () => allDivisions().filter(({ existsTo }) => existsTo === null);
const ofLevel = (level: string) => today().filter((division) => division.level === level);

describe('the register', () => {
  test('has the country, 31 provinces, 333 prefectures and the county level', () => {
    expect(ofLevel('COUNTRY').map(({ code }) => code)).toEqual(['000000']);
    expect(ofLevel('PROVINCE')).toHaveLength(31);
    expect(ofLevel('PREFECTURE')).toHaveLength(333);
    // 2,846 at the end of 2024 by the ministry's count, one less since 重庆's 两江新区, and five areas beside the
    // ministry's list that the source has as counties: 大兴安岭's four and 大柴旦.
    expect(ofLevel('DISTRICT')).toHaveLength(2850);
  });

  test.each([
    '110100',
    '500200',
    '419000',
    '429000',
    '659000',
    '130171',
    '130390',
    '320112',
    '321150',
    '620201',
    '441901',
    '460401',
    '710000',
    '810000',
  ])('%s, a placeholder, a zone, a town or beyond, is no division', (code) => expect(divisionAt(code)).toBeUndefined());

  test.each([
    ['640302', '利通区', '宁夏回族自治区吴忠市利通区', 'DISTRICT', '640300'],
    ['310101', '黄浦区', '上海市黄浦区', 'DISTRICT', '310000'],
    ['500240', '石柱土家族自治县', '重庆市石柱土家族自治县', 'DISTRICT', '500000'],
    ['429004', '仙桃市', '湖北省仙桃市', 'DISTRICT', '420000'],
    ['659001', '石河子市', '新疆维吾尔自治区石河子市', 'DISTRICT', '650000'],
    ['441900', '东莞市', '广东省东莞市', 'PREFECTURE', '440000'],
    ['460400', '儋州市', '海南省儋州市', 'PREFECTURE', '460000'],
    ['620200', '嘉峪关市', '甘肃省嘉峪关市', 'PREFECTURE', '620000'],
    ['371202', '莱城区', '山东省莱芜市莱城区', 'DISTRICT', '371200'],
  ])('%s is %s', (code, name, fullName, level, parent) => {
    expect(divisionAt(code)).toMatchObject({ code, name, fullName, level, parent });
  });

  test('every parent and successor is a division, and a name stands once in its full name', () => {
    for (const { code, parent, successor, fullName, name } of allDivisions()) {
      if (code !== '000000') expect([code, divisionAt(parent ?? '')?.code]).toEqual([code, parent]);
      if (successor !== null) expect([code, divisionAt(successor)?.code]).toEqual([code, successor]);
      expect(fullName.endsWith(name)).toBe(true);
    }
    expect(divisionAt('110000')?.fullName).toBe('北京市');
  });

  test('knows what lies in what', () => {
    expect(ancestors('640302').map(({ code }) => code)).toEqual(['640300', '640000', '000000']);
    expect(isWithin('640302', '640000')).toBe(true);
    expect(isWithin('640302', '640302')).toBe(true);
    expect(isWithin('640300', '640302')).toBe(false);
  });

  test('keeps abolished divisions with their years and successor', () => {
    expect(divisionAt('330103')).toMatchObject({ name: '下城区', existsTo: 2020, successor: '330105' });
    expect(divisionAt('320829')).toMatchObject({ name: '洪泽县', existsTo: 2015, successor: '320813' });
    const in2019 = new Set(divisionsOf(2019).map(({ code }) => code));
    const in2022 = new Set(divisionsOf(2022).map(({ code }) => code));
    expect(['330103', '330114'].map((code) => in2019.has(code))).toEqual([true, false]);
    expect(['330103', '330114'].map((code) => in2022.has(code))).toEqual([false, true]);
  });
});

test.each([
  ['吴忠市利通区', {}, ['640302']],
  ['宁夏吴忠市利通区', {}, ['640302']],
  ['宁夏回族自治区 吴忠 利通', {}, ['640302']],
  ['利通', {}, ['640302']],
  ['宁夏', {}, ['640000']],
  ['内蒙古', {}, ['150000']],
  ['广西', {}, ['450000']],
  ['恩施州', {}, ['422800']],
  ['恩施', {}, ['422800', '422801']],
  ['延边', {}, ['222400']],
  ['石柱县', {}, ['500240']],
  ['东乡县', { year: 2020 }, ['622926']],
  ['浙江省义乌市', {}, ['330782']],
  ['北京市朝阳区', {}, ['110105']],
  ['中华人民共和国', {}, ['000000']],
  ['和平区', { within: '210000' }, ['210102']],
  ['鼓楼区', { year: 2021 }, ['320106', '320302', '350102', '410204']],
  ['杭州市下城区', { year: 2019 }, ['330103']],
  ['杭州市下城区', { year: 2022 }, []],
  ['邢台市桥东区', { year: 2019 }, ['130502']],
  ['邢台市桥东区', { year: 2020 }, []],
  ['三元区', { year: 2020 }, ['350403']],
  ['三元区', { year: 2021 }, ['350404']],
  ['测试市', {}, []],
  ['湖南镇', {}, []],
  ['天门镇', {}, []],
  ['北京市利通区', {}, []],
])('%s %j means %j', (name, search, expected) => expect(codes(name, search)).toEqual(expected));
