/** The names that a division goes by: its own, without ethnic titles, without its kind. */
import type { DivisionLevel } from './division.js';

/** FULL: its name; SHORT: its kind kept, ethnic titles dropped (恩施州); STEM: neither (恩施). */
export type NameForm = 'FULL' | 'SHORT' | 'STEM';

/** 民族 as they stand in the names of autonomous areas; some are written there without 族 (哈萨克, 蒙古). */
const peoples = [
  ...['蒙古', '回', '维吾尔', '哈萨克', '柯尔克孜', '锡伯', '塔吉克'].map((people) => `${people}族?`),
  ...['藏', '苗', '彝', '壮', '布依', '朝鲜', '满', '侗', '瑶', '白', '土家', '哈尼', '傣', '黎', '傈僳', '佤', '畲'],
  ...['拉祜', '水', '东乡', '纳西', '景颇', '土', '达斡尔', '仫佬', '羌', '布朗', '撒拉', '毛南', '仡佬', '普米'],
  ...['怒', '鄂温克', '鄂伦春', '独龙', '保安', '裕固', '各'],
].map((people) => (people.endsWith('?') ? people : `${people}族`));

const ethnicTitle = new RegExp(`^(.{2,}?)(?:${peoples.join('|')})+(自治[区州县旗])$`, 'u');
/** 东乡族自治县, 鄂温克族自治旗: the people is the name. */
const namedAfterPeople = /^(.{2,})族(自治[县旗])$/u;

const kinds: Record<DivisionLevel, RegExp> = {
  COUNTRY: /^$/u,
  PROVINCE: /(?:省|市|自治区)$/u,
  PREFECTURE: /(?:市|地区|自治州|盟)$/u,
  DISTRICT: /(?:新区|林区|特区|矿区|市|区|县|旗|自治[县旗])$/u,
};

/** Names in use that no rule gives. */
const others: Record<string, [NameForm, string][]> = {
  内蒙古自治区: [['STEM', '内蒙']],
  新疆维吾尔自治区: [['SHORT', '新疆自治区']],
  广西壮族自治区: [['SHORT', '广西自治区']],
  宁夏回族自治区: [['SHORT', '宁夏自治区']],
  莫力达瓦达斡尔族自治旗: [['SHORT', '莫旗']],
  达尔罕茂明安联合旗: [['SHORT', '达茂旗']],
  克孜勒苏柯尔克孜自治州: [['SHORT', '克州']],
  巴音郭楞蒙古自治州: [['SHORT', '巴州']],
  博尔塔拉蒙古自治州: [['SHORT', '博州']],
  黔东南苗族侗族自治州: [['SHORT', '黔东南州']],
};

/** Every name of a division with its form, its own first; a stem has two characters at least. */
export function namesOf(name: string, level: DivisionLevel): [NameForm, string][] {
  const names = new Map<string, NameForm>([[name, 'FULL']]);
  const add = (form: NameForm, text: string) => {
    if (text.length >= 2 && !names.has(text)) names.set(text, form);
  };
  const [, stem, title] = ethnicTitle.exec(name) ?? namedAfterPeople.exec(name) ?? [];
  if (stem !== undefined && title !== undefined) {
    const kind = title.replace('自治', '');
    if (level !== 'PROVINCE') add('SHORT', stem + kind);
    add('SHORT', stem + title);
    add('STEM', stem);
  } else {
    if (/.{2,}地区$/u.test(name)) add('STEM', name.replace(/地区$/u, ''));
    const plain = name.replace(kinds[level], '');
    if (plain !== name) add('STEM', plain);
  }
  for (const [form, text] of others[name] ?? []) add(form, text);
  return [...names].map(([text, form]) => [form, text]);
}
