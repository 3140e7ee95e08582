/** Numbers in words: 十二, 一百零三, 两万, and the capitals of accounts (壹拾贰). */
const digits = new Map([
  ...[...'〇一二三四五六七八九'].map((character, value): [string, number] => [character, value]),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((character, value): [string, number] => [character, value]),
  ['两', 2],
  ['兩', 2],
  ['貳', 2],
  ['參', 3],
  ['陸', 6],
]);
const powers = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const myriads = new Map([
  ['亿', 100_000_000],
  ['億', 100_000_000],
  ['万', 10_000],
  ['萬', 10_000],
]);

/** @returns null where the text is no number in words, or one whose places do not descend, such as 一二 */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let limit = Infinity;
  let sectionLimit = Infinity;
  if (text === '' || text.length > 20) return null;
  for (const character of text) {
    const value = digits.get(character);
    const power = powers.get(character);
    const myriad = myriads.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (power !== undefined) {
      if (power >= limit || digit === 0) return null;
      // 十二 is 一十二.
      if (digit === null && (power !== 10 || section !== 0)) return null;
      section += (digit ?? 1) * power;
      digit = null;
      limit = power;
    } else if (myriad !== undefined) {
      section += digit ?? 0;
      if (section === 0 || myriad >= sectionLimit) return null;
      total += section * myriad;
      section = 0;
      digit = null;
      limit = Infinity;
      sectionLimit = myriad;
    } else return null;
  }
  // 一百三 is 103 to the letter and 130 in speech.
  const spokenShort = digit !== null && digit !== 0 && (limit < Infinity ? limit > 10 : total > 0);
  if (spokenShort && !/[零〇].$/.test(text)) return null;
  const number = total + section + (digit ?? 0);
  return Number.isSafeInteger(number) ? number : null;
}
