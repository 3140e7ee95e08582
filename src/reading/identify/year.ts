/** The year that a title, a period or an address names. */
import { chineseNumber } from '../interpret/chinese-number.js';

/** Digits alone, as years are written: 二〇二一, 二零二一, 二○二一. */
const chineseYear = /二[〇零○oO0]([〇零○oO0一二三四五六七八九])([〇零○oO0一二三四五六七八九])(?=年)/u;
const monthFollows = /^年\d{1,2}月/u;

/** Plain text with years in Chinese characters written in digits. */
export function withDigits(text: string): string {
  return text.replace(
    new RegExp(chineseYear, 'gu'),
    (_, tens: string, ones: string) => `20${digit(tens)}${digit(ones)}`,
  );
}

const digit = (character: string): number => (/[〇零○oO0]/u.test(character) ? 0 : (chineseNumber(character) ?? 0));

export interface YearIn {
  year: number | null;
  /** A number before 年 that is no year: 20222年度. */
  odd: string | null;
}

/** The year of a title in plain text: a date in it (2022年1月20日) is none. */
export function yearOfTitle(title: string): YearIn {
  const text = withDigits(title);
  const found = [...text.matchAll(/(?<!\d)(\d{2,6})(年度?|度)/gu)].filter(
    ({ 0: word, 1: digits = '', 2: unit = '', index }) =>
      !monthFollows.test(text.slice(index + digits.length, index + word.length - unit.length + 6)),
  );
  const years = found.filter(([, digits = '']) => /^20\d\d$/u.test(digits));
  const named = years.find(([, , unit]) => unit === '年度') ?? years[0];
  if (named?.[1] !== undefined) return { year: Number(named[1]), odd: null };
  const odd = found.find(([, digits = '']) => digits.length > 4 || digits.length === 3);
  if (odd !== undefined) return { year: null, odd: odd[0] };
  const bare = /(?<!\d)(20[0-4]\d)(?!\d)/u.exec(text)?.[1];
  return { year: bare === undefined ? null : Number(bare), odd: null };
}

/** The year from 1 January to the end of which the opening says that its figures run. */
export function yearOfPeriod(opening: string): number | null {
  const text = withDigits(opening);
  const period = /(20\d\d)年0?1月0?1日.{0,6}?(?:至|到|-|—|~|–).{0,3}?(?:(20\d\d)年|当年|同年)?度?12月3[01]/u.exec(text);
  if (period === null) return null;
  const [, from, to] = period;
  return to === undefined || to === from ? Number(from) : null;
}

/** The year of the report that the opening says it is: 编制2021年度政府信息公开工作年度报告. */
export function yearOfOpening(opening: string): number | null {
  const text = withDigits(opening);
  const named =
    /(?<!\d)(20\d\d)年?度?(?:本?[^,。;:]{0,25})?(?:政府信息|信息|政务)公开[^,。;:]{0,10}(?:报告|年报)/u.exec(text)?.[1];
  return named === undefined ? null : Number(named);
}

/** 现公布我局2022年政府信息公开工作年度报告: as the text says it, wherever it stands. */
export function yearAnnounced(text: string): number | null {
  const found =
    /(?:公布|公开|发布|编制)[^,。;:]{0,20}?(?<!\d)(20\d\d)年度?(?:政府信息|政务|信息)公开(?:工作)?(?:年度)?(?:工作)?报告/u.exec(
      withDigits(text),
    )?.[1];
  return found === undefined ? null : Number(found);
}

/** The year in an address or a folder: fbtime=2023, year=2023, /2023n/, 2023年. Of dates of publication none. */
export function yearOfAddress(address: string): number | null {
  const found =
    /[?&](?:fbtime|year|nd|niandu)=(20\d\d)(?!\d)/iu.exec(address) ??
    /(?:^|\/)(20\d\d)(?:n|nb|nd|nian)(?:\/|_|$)/iu.exec(address);
  return found?.[1] === undefined ? null : Number(found[1]);
}

export function yearOfFolder(folder: string): number | null {
  const found = /^(20\d\d)(?:年度?|n|nb|nd)?(?:年报|报告|政府信息公开.*)?$/u.exec(folder) ?? /(20\d\d)年/u.exec(folder);
  return found?.[1] === undefined ? null : Number(found[1]);
}
